/** Types of photos that are kept. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const
export type PhotoType = (typeof photoTypes)[number]

/** Largest photo kept, in bytes. */
export const maxPhotoBytes = 10 * 1024 * 1024
/** Photos taken in one message. */
export const maxPhotos = 3

/** Why photos are not taken. */
export type PhotoFault = 'no-photo' | 'too-many' | 'too-large' | 'wrong-type'

/** Marks that bytes begin with; `at` is the offset of the mark. */
const marks: readonly { readonly type: PhotoType; readonly at: number; readonly mark: string }[] = [
  { type: 'image/jpeg', at: 0, mark: '\xff\xd8\xff' },
  { type: 'image/png', at: 0, mark: '\x89PNG\r\n\x1a\n' },
]

/** Brands of HEIF files whose pictures are HEVC: ISO/IEC 23008-12. */
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']
/** Brands that say only "HEIF": the compatible ones tell what is inside. */
const heifBrands = ['mif1', 'msf1']
const longestHeader = 256

/** What a photo is by its own first bytes, whatever it was claimed to be; null for anything else. */
export function photoType(bytes: Uint8Array): PhotoType | null {
  const start = String.fromCharCode(...bytes.subarray(0, longestHeader))
  const marked = marks.find(({ at, mark }) => start.startsWith(mark, at))
  if (marked !== undefined) return marked.type
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'image/webp'
  return isHeic(start) ? 'image/heic' : null
}

/** The first box of the file, 'ftyp': its length, major brand, version, compatible brands of four letters. */
function isHeic(start: string): boolean {
  if (!start.startsWith('ftyp', 4)) return false
  const length = [...start.slice(0, 4)].reduce((sum, one) => sum * 256 + one.charCodeAt(0), 0)
  const brands = start.slice(8, Math.min(length, longestHeader)).match(/.{4}/gs) ?? []
  const [major = '', , ...compatible] = brands
  if (heicBrands.includes(major)) return true
  return heifBrands.includes(major) && compatible.some((brand) => heicBrands.includes(brand))
}

/** Whether photos may be kept: their types, or the first fault found. */
export function checkPhotos(
  photos: readonly Uint8Array[],
): readonly PhotoType[] | { readonly fault: PhotoFault } {
  if (photos.length === 0) return { fault: 'no-photo' }
  if (photos.length > maxPhotos) return { fault: 'too-many' }
  if (photos.some((bytes) => bytes.length > maxPhotoBytes)) return { fault: 'too-large' }
  const types = photos.map(photoType).filter((type) => type !== null)
  return types.length === photos.length ? types : { fault: 'wrong-type' }
}
