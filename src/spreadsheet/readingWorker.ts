import { parentPort, workerData } from 'node:worker_threads'
import { type Reading, readContent } from './readContent.ts'

/** What `readSpreadsheet` hands to this thread. */
export type WorkerData = Reading & { bytes: Uint8Array }

const { bytes, ...reading } = workerData as WorkerData
parentPort?.postMessage(await readContent(bytes, reading))
