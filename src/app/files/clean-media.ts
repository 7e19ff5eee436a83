import type { Coordinates } from '#routing/types.ts'
import { isImage, kindOf } from '#domain/media.ts'
import type { ImageType, MediaFault, MediaType } from '#domain/media.ts'
import type { Ctx } from '#app/ctx.ts'
import { mediaType } from './media-type.ts'
import { photoLocation } from './photo-location.ts'
import { isBoxed, withoutMetadata } from './strip-boxes.ts'

/** A file that may be kept, and where it was taken, as far as it said so before it was cleaned. */
export type CleanMedia = {
  readonly mediaType: MediaType
  readonly bytes: Uint8Array
  readonly location: Coordinates | null
}

type Cleaned = CleanMedia | { readonly fault: MediaFault }

/**
 * Checks a file by its own content and takes out what it tells of its maker: of images only pixels are left, of
 * MP4, MOV and M4A all but the fields for descriptions and places. The place it names is given beside it.
 */
export async function cleanMedia(ctx: Pick<Ctx, 'media'>, bytes: Uint8Array): Promise<Cleaned> {
  const type = await mediaType(bytes)
  if (type === null) return { fault: 'wrong-type' }
  if (bytes.length > ctx.media.limits[kindOf(type)]) return { fault: 'too-large' }
  if (isImage(type)) return cleanPhoto(ctx, type, bytes)
  if (!isBoxed(type)) return { mediaType: type, bytes, location: null }
  const stripped = withoutMetadata(bytes)
  return stripped === null ? { fault: 'broken' } : { mediaType: type, ...stripped }
}

async function cleanPhoto(
  ctx: Pick<Ctx, 'media'>,
  type: ImageType,
  bytes: Uint8Array,
): Promise<Cleaned> {
  const location = await photoLocation(bytes)
  const cleaned = await ctx.media.cleanImage({ mediaType: type, bytes })
  return 'fault' in cleaned ? cleaned : { ...cleaned, location }
}
