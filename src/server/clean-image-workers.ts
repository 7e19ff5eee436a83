import type { ImagesBinding } from '@cloudflare/workers-types'
import type { ImageCleaner } from '#app/files/attachments-port.ts'
import { imageSettings } from './image-settings.ts'

type Cleaned = Awaited<ReturnType<ImageCleaner>>

/**
 * Cleans images with the platform's own service: a photo's pixels are more than a worker's memory. Everything
 * becomes WebP, of which the platform keeps no metadata at all.
 */
export function imageCleanerOnWorkers(images: ImagesBinding): ImageCleaner {
  return async ({ bytes }) => {
    try {
      return await clean(images, bytes)
    } catch (error) {
      const fault = faultOf(error)
      if (fault === null) throw error
      return { fault }
    }
  }
}

async function clean(images: ImagesBinding, bytes: Uint8Array): Promise<Cleaned> {
  const { maxPixels, longestEdge, quality } = imageSettings
  const info = await images.info(streamOf(bytes))
  if (!('width' in info)) return { fault: 'wrong-type' }
  const { width, height } = info
  if (width * height > maxPixels) return { fault: 'too-many-pixels' }
  const edge = Math.min(longestEdge, Math.max(width, height))
  const made = await images
    .input(streamOf(bytes))
    .transform(width >= height ? { width: edge } : { height: edge })
    .output({ format: 'image/webp', quality })
  const cleaned = new Uint8Array(await made.response().arrayBuffer())
  return { mediaType: 'image/webp', bytes: cleaned }
}

type Stream = Parameters<ImagesBinding['info']>[0]

function streamOf(bytes: Uint8Array): Stream {
  // Safe because the platform's streams are the ones Blob gives here, from another copy of their types.
  return new Blob([bytes.slice()]).stream() as unknown as Stream
}

/** Codes of errors that are about the image: none at all, or of a kind the service cannot read. */
const notAnImage = 9412
const notReadable = 9520

function faultOf(error: unknown): 'broken' | 'wrong-type' | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === notReadable) return 'wrong-type'
  return code === notAnImage ? 'broken' : null
}
