import sharp from 'sharp'
import type { ImageCleaner } from '#app/files/attachments-port.ts'
import type { ImageType } from '#domain/media.ts'
import { heicPixels } from './heic-pixels.ts'
import { imageSettings } from './image-settings.ts'
import type { ImageSettings } from './image-settings.ts'

type Cleaned = Awaited<ReturnType<ImageCleaner>>
type Image = Parameters<ImageCleaner>[0]

/** Cleans images with libvips (sharp), one after another: a crowd of photos does not take all the memory. */
export function imageCleanerOnNode(settings: ImageSettings = imageSettings): ImageCleaner {
  let last: Promise<unknown> = Promise.resolve()
  return (image) => {
    const cleaned = last.then(() => clean(image, settings))
    last = cleaned.catch(() => undefined)
    return cleaned
  }
}

async function clean(image: Image, settings: ImageSettings): Promise<Cleaned> {
  try {
    const isHeic = image.mediaType === 'image/heic'
    return await (isHeic ? fromHeic(image, settings) : fromAny(image, settings))
  } catch {
    // The library's errors are about the image: it cannot be read as what it begins as.
    return { fault: 'broken' }
  }
}

const moving: ReadonlySet<ImageType> = new Set(['image/gif', 'image/webp'])

async function fromAny({ mediaType, bytes }: Image, settings: ImageSettings): Promise<Cleaned> {
  const animated = moving.has(mediaType)
  const opened = sharp(bytes, { animated, limitInputPixels: false, failOn: 'error' })
  const { width, height, pages = 1, pageHeight = height } = await opened.metadata()
  if (width * pageHeight * pages > settings.maxPixels) return { fault: 'too-many-pixels' }
  return encode(opened.autoOrient(), mediaType, settings)
}

async function fromHeic({ bytes }: Image, settings: ImageSettings): Promise<Cleaned> {
  const found = await heicPixels(bytes, settings)
  if ('fault' in found) return found
  const { width, height, pixels } = found
  return encode(sharp(pixels, { raw: { width, height, channels: 4 } }), 'image/jpeg', settings)
}

/** sharp writes no metadata unless told to; colours become sRGB. */
async function encode(
  image: sharp.Sharp,
  mediaType: ImageType,
  { longestEdge: edge, quality, seconds }: ImageSettings,
): Promise<Cleaned> {
  const scaled = image
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds })
  switch (mediaType) {
    case 'image/png':
      return done('image/png', scaled.png())
    case 'image/webp':
      return done('image/webp', scaled.webp({ quality }))
    case 'image/gif':
      return done('image/gif', scaled.gif())
    default:
      return done('image/jpeg', scaled.flatten({ background: 'white' }).jpeg({ quality }))
  }
}

async function done(mediaType: ImageType, image: sharp.Sharp): Promise<Cleaned> {
  return { mediaType, bytes: new Uint8Array(await image.toBuffer()) }
}
