import piexif from 'piexifjs'
import sharp from 'sharp'

type Bytes = Uint8Array<ArrayBuffer>

/** An image of 40 × 30 pixels, the left half red and the right half blue, as libvips writes it. */
function picture(): sharp.Sharp {
  const [width, height] = [40, 30]
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 3) {
    pixels[at + ((at / 3) % width < width / 2 ? 0 : 2)] = 220
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

const made = {
  jpeg: await picture().jpeg().toBuffer(),
  png: await picture().png().toBuffer(),
  webp: await picture().webp().toBuffer(),
  gif: await picture().gif().toBuffer(),
  /** The same size in one colour, written once by x265: no library here writes HEVC. */
  heic: Buffer.from(
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAACgAHgAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHOAAEAAAAAAAAAKwACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADVaXBycAAAALNpcGNvAAAAc2h2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACdCAQEDcAAAAwCQAAADAAADAB6gIIEFluqumubAgAAAAwCAAAADAIQiAAEABkQBwXPBiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAKAAAAB4AAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAADNtZGF0AAAAJygBr1IWBSTm/Oq//4xV/+CmQ6mUTIlR6KRKWy2qgJZabqtQi0tssw==',
    'base64',
  ),
}

/** `length` bytes in all: what follows the image is no part of it. */
function padded(image: Buffer, length: number): Bytes {
  const bytes = new Uint8Array(Math.max(length, image.length))
  bytes.set(image)
  return bytes
}

export const aJpeg = (length = 0) => padded(made.jpeg, length)
export const aPng = () => padded(made.png, 0)
export const aWebp = () => padded(made.webp, 0)
export const aGif = () => padded(made.gif, 0)
export const aHeic = () => padded(made.heic, 0)

/** In 果园街道. */
export const guoyuan = { lat: 40.3764, lon: 116.8432 }

/** A photo as a phone takes it: place, camera, owner, and how it was held. */
export function withExif(orientation = 1, { lat, lon } = guoyuan): Bytes {
  const exif = piexif.dump({
    '0th': {
      [piexif.ImageIFD.Make]: 'PhoneMaker',
      [piexif.ImageIFD.Artist]: 'Wang Fang',
      [piexif.ImageIFD.Orientation]: orientation,
    },
    GPS: {
      [piexif.GPSIFD.GPSLatitudeRef]: lat < 0 ? 'S' : 'N',
      [piexif.GPSIFD.GPSLatitude]: piexif.GPSHelper.degToDmsRational(Math.abs(lat)),
      [piexif.GPSIFD.GPSLongitudeRef]: lon < 0 ? 'W' : 'E',
      [piexif.GPSIFD.GPSLongitude]: piexif.GPSHelper.degToDmsRational(Math.abs(lon)),
    },
  })
  const whole: string = piexif.insert(exif, Buffer.from(aJpeg()).toString('binary'))
  return new Uint8Array(Buffer.from(whole, 'binary'))
}

/** The beginning of an image and no more, as when sending broke off. */
export const broken = (image: Bytes): Bytes => image.slice(0, Math.floor(image.length / 2))

/** A page that runs scripts where it is opened. */
export const aPage = (): Bytes => ascii('<html><script>alert(1)</script></html>')

function ascii(text: string): Bytes {
  return new Uint8Array([...text].map((one) => one.charCodeAt(0)))
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  return new Uint8Array(Buffer.concat(parts))
}

function uint32(value: number): Bytes {
  return new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255))
}

/** A box of an MP4 or QuickTime file. */
export function box(type: string, ...content: readonly Uint8Array[]): Bytes {
  const inner = joined(...content)
  const name = new Uint8Array([...type].map((one) => one.charCodeAt(0)))
  return joined(uint32(8 + inner.length), name, inner)
}

/** Where a phone's film says it was taken. */
export const filmedAt = '+40.3764+116.8432+052.100/'

/** A film as a phone writes it: its place both as QuickTime and as Apple note it. */
function aFilm(brand: string): Bytes {
  const place = joined(uint32((filmedAt.length << 16) | 0x15c7), ascii(filmedAt))
  const keys = box(
    'meta',
    box('ilst', ascii('com.apple.quicktime.location.ISO6709'), ascii(filmedAt)),
  )
  return joined(
    box('ftyp', ascii(brand), uint32(512), ascii(brand)),
    box(
      'moov',
      box('mvhd', new Uint8Array(100)),
      box('trak', box('tkhd', new Uint8Array(84)), box('udta', ascii('name'))),
      box('udta', box('\u00a9xyz', place)),
      keys,
    ),
    box('mdat', new Uint8Array(2000).fill(7)),
  )
}

export const anMp4 = () => aFilm('isom')
export const aMov = () => aFilm('qt  ')
export const anM4a = () => aFilm('M4A ')

export const aWebm = () =>
  joined(
    new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0x8b, 0x42, 0x82, 0x84]),
    ascii('webm'),
    new Uint8Array([0x42, 0x87, 0x81, 0x02]),
    new Uint8Array(200),
  )
export const anAmr = () => joined(ascii('#!AMR\n'), new Uint8Array(300).fill(60))
export const aSilk = () => joined(new Uint8Array([2]), ascii('#!SILK_V3'), new Uint8Array(200))
export const anOgg = () =>
  joined(ascii('OggS'), new Uint8Array(24), ascii('OpusHead'), new Uint8Array(200))
export const aWav = () =>
  joined(ascii('RIFF'), uint32(0x24100000), ascii('WAVEfmt '), new Uint8Array(300))
/** Two frames of MPEG 1 layer 3: 128 kbit/s at 44.1 kHz makes 417 bytes. */
export const anMp3 = () => {
  const frame = joined(new Uint8Array([0xff, 0xfb, 0x90, 0x00]), new Uint8Array(413))
  return joined(frame, frame, frame)
}

/** A form as a browser posts it: files with the names and types a sender claims. */
export function filesForm(
  files: readonly Bytes[],
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const bytes of files)
    form.append('file', new File([bytes], 'IMG_1.jpg', { type: 'image/jpeg' }))
  return form
}

/** All bytes of what is stored, with its type. */
export async function wholeOf(
  media: {
    readonly mediaType: string
    readonly size: number
    readonly read: (from: number, to: number) => Promise<Uint8Array>
  } | null,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | null> {
  if (media === null) return null
  return { mediaType: media.mediaType, bytes: new Uint8Array(await media.read(0, media.size)) }
}
