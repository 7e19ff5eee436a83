import { Worker } from 'node:worker_threads'
import { faultOf } from '#doors/spreadsheet/fault.ts'
import type { TableFault } from '#doors/spreadsheet/fault.ts'
import type { ReadTable } from '#doors/spreadsheet/lines.ts'
import type { TableReader } from '#doors/spreadsheet/read.ts'

export type ThreadLimits = {
  /** Memory of the thread, in megabytes. */
  readonly megabytes: number
  readonly seconds: number
}

type Found = ReadTable | TableFault

/** Enough for the largest table that is taken (see bounds.ts), on a slow machine. */
const threadLimits: ThreadLimits = { megabytes: 768, seconds: 60 }

/**
 * Reads spreadsheets on a thread apart, one after another: a file that takes more memory or time than any honest one
 * ends its thread, and is told so; nobody else waits for it.
 */
export function tableReaderOnNode(limits: ThreadLimits = threadLimits): TableReader {
  let last: Promise<unknown> = Promise.resolve()
  return (bytes, wanted = {}) => {
    const found = last.then(() => readApart({ bytes, wanted }, limits))
    last = found.catch(() => undefined)
    return found
  }
}

function readApart(workerData: object, { megabytes, seconds }: ThreadLimits): Promise<Found> {
  const url = new URL('./table-worker.js', import.meta.url)
  const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 }
  const worker = new Worker(url, { workerData, resourceLimits })
  return new Promise((resolve) => {
    const end = (found: Found) => {
      clearTimeout(timeout)
      void worker.terminate()
      resolve(found)
    }
    const giveUp = () => end(faultOf('tooGreedy'))
    const timeout = setTimeout(giveUp, seconds * 1000)
    worker.once('message', end)
    worker.once('error', giveUp)
    worker.once('exit', giveUp)
  })
}
