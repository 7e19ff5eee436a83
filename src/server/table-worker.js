// Reads one spreadsheet on a thread of its own, with a memory of its own: see read-table-node.ts. Plain JavaScript,
// since a thread starts without the loader of TypeScript.

import { parentPort, workerData } from 'node:worker_threads'
import { tsImport } from 'tsx/esm/api'

const { readTable } = await tsImport('../doors/spreadsheet/read.ts', import.meta.url)
parentPort.postMessage(await readTable(workerData.bytes, workerData.wanted))
