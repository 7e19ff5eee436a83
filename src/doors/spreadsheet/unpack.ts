import { unzipSync, zipSync } from 'fflate'
import { Greedy, faultOf } from './fault.ts'
import type { TableFault } from './fault.ts'

const mostUnpacked = 100 * 1024 * 1024
/** A workbook has a handful, and one for each sheet. */
const mostParts = 1_000

export type Unpacked = {
  readonly files: Readonly<Record<string, Uint8Array>>
  /** The same in an archive that is not compressed: whoever reads it needs no thread of its own to unpack it. */
  readonly buffer: ArrayBuffer
}

/**
 * An archive's text files. Nothing larger than allowed is ever unpacked: what unpacks to more than it says of
 * itself is cut off there.
 */
export function repack(bytes: Uint8Array): Unpacked | TableFault {
  let [total, parts] = [0, 0]
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isText = /\.(?:xml|rels)$/i.test(name)
        if (isText) [total, parts] = [total + originalSize, parts + 1]
        if (total > mostUnpacked || parts > mostParts) throw new Greedy(faultOf('bomb'))
        return isText
      },
    })
    return { files, buffer: zipSync(files, { level: 0 }).slice().buffer }
  } catch (error) {
    return error instanceof Greedy ? error.found : faultOf('notTable')
  }
}
