// Decodes one HEIC image on a thread of its own: in WebAssembly it takes seconds that nobody else should wait.
// Plain JavaScript, since a thread starts without the loader of TypeScript.

import { parentPort, workerData } from 'node:worker_threads'
import libheif from 'libheif-js/wasm-bundle.js'

/** The first picture's pixels (RGBA), upright; libheif throws or gives none for what it cannot read. */
async function decode({ bytes, maxPixels }) {
  const [image] = new libheif.HeifDecoder().decode(bytes)
  if (image === undefined) return { fault: 'broken' }
  const [width, height] = [image.get_width(), image.get_height()]
  if (width * height > maxPixels) return { fault: 'too-many-pixels' }
  const pixels = new Uint8ClampedArray(width * height * 4)
  const shown = await new Promise((resolve) => {
    image.display({ data: pixels, width, height }, resolve)
  })
  return shown === null ? { fault: 'broken' } : { width, height, pixels }
}

const found = await decode(workerData).catch(() => ({ fault: 'broken' }))
parentPort.postMessage(found, found.pixels === undefined ? [] : [found.pixels.buffer])
