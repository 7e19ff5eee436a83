import { Worker } from 'node:worker_threads'

/** An image's pixels: four bytes each, red, green, blue, alpha. */
export type Pixels = {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray
}

type Fault = { readonly fault: 'broken' | 'too-many-pixels' }
type Limits = { readonly maxPixels: number; readonly seconds: number }

/** Pixels of a HEIC image: libvips as it comes prebuilt has no HEVC, libheif in WebAssembly does. */
export function heicPixels(
  bytes: Uint8Array,
  { maxPixels, seconds }: Limits,
): Promise<Pixels | Fault> {
  const url = new URL('./heic-worker.js', import.meta.url)
  // What libheif has to say of a bad image is not for the log.
  const silent = { stdout: true, stderr: true }
  const worker = new Worker(url, { workerData: { bytes, maxPixels }, ...silent })
  return new Promise((resolve) => {
    const end = (found: Pixels | Fault) => {
      clearTimeout(timeout)
      void worker.terminate()
      resolve(found)
    }
    const timeout = setTimeout(() => end({ fault: 'broken' }), seconds * 1000)
    worker.once('message', end)
    worker.once('error', () => end({ fault: 'broken' }))
    worker.once('exit', () => end({ fault: 'broken' }))
  })
}
