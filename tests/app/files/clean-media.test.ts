import exifr from 'exifr'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cleanMedia } from '#app/files/clean-media.ts'
import type { CleanMedia } from '#app/files/clean-media.ts'
import { noMedia } from '#app/files/media-tools.ts'
import { mediaType } from '#app/files/media-type.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { imageSettings } from '#server/image-settings.ts'
import {
  aGif,
  aHeic,
  aJpeg,
  aMov,
  aPage,
  aPng,
  aSilk,
  aWav,
  aWebm,
  aWebp,
  anAmr,
  anM4a,
  anMp3,
  anMp4,
  anOgg,
  box,
  broken,
  filmedAt,
  guoyuan,
  joined,
  withExif,
} from '#tests/support/media.ts'

const media = { ...noMedia, cleanImage: imageCleanerOnNode() }

/** Cleans a file that has to be good. */
async function cleaned(bytes: Uint8Array): Promise<CleanMedia> {
  const found = await cleanMedia({ media }, bytes)
  if ('fault' in found) throw new Error(found.fault)
  return found
}

/** A segment of a JPEG, put behind its first two bytes. */
function withSegment(jpeg: Uint8Array, marker: number, content: string): Uint8Array {
  const bytes = Buffer.from(content, 'latin1')
  const head = Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255])
  return joined(jpeg.subarray(0, 2), head, bytes, jpeg.subarray(2))
}

/** Two frames of 10 × 10 pixels. */
async function movingGif(): Promise<Uint8Array> {
  const frames = Buffer.alloc(10 * 20 * 3, 90).fill(200, 300)
  const raw = { width: 10, height: 20, channels: 3, pageHeight: 10 } as const
  const gif = await sharp(frames, { raw })
    .gif({ loop: 0, delay: [100, 100] })
    .toBuffer()
  return new Uint8Array(gif)
}

describe('the type of a file', () => {
  it.each([
    ['image/jpeg', aJpeg],
    ['image/png', aPng],
    ['image/webp', aWebp],
    ['image/gif', aGif],
    ['image/heic', aHeic],
    ['video/mp4', anMp4],
    ['video/quicktime', aMov],
    ['video/webm', aWebm],
    ['audio/mp4', anM4a],
    ['audio/mpeg', anMp3],
    ['audio/amr', anAmr],
    ['audio/ogg', anOgg],
    ['audio/wav', aWav],
    ['audio/silk', aSilk],
    [null, aPage],
    [null, () => new Uint8Array()],
    [null, () => new TextEncoder().encode('%PDF-1.7 ')],
    [null, () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ] as const)('is told by its content: %s', async (type, make) => {
    expect(await mediaType(make())).toBe(type)
  })
})

describe('a photo that is kept', () => {
  it('gives its place, and has it no more', async () => {
    const photo = withExif()
    expect(await exifr.gps(photo)).toMatchObject({ latitude: expect.closeTo(guoyuan.lat, 4) })
    const { bytes, location } = await cleaned(photo)
    expect(location?.lat).toBeCloseTo(guoyuan.lat, 4)
    expect(location?.lon).toBeCloseTo(guoyuan.lon, 4)
    expect(await exifr.gps(bytes)).toBeUndefined()
  })

  it.each([
    ['zeros, as a camera without a fix writes', { lat: 0, lon: 0 }],
    ['nothing on earth', { lat: 91, lon: 116 }],
  ])('gives no place for %s', async (_what, place) => {
    expect((await cleaned(withExif(1, place))).location).toBeNull()
  })

  it.each([
    [1, 40, 30],
    [3, 40, 30],
    [6, 30, 40],
    [8, 30, 40],
  ])('stands upright however the phone was held (orientation %i)', async (held, width, height) => {
    const { bytes } = await cleaned(withExif(held))
    expect(await sharp(bytes).metadata()).toMatchObject({ width, height })
    expect((await sharp(bytes).metadata()).orientation).toBeUndefined()
  })

  it('keeps its pixels', async () => {
    const { bytes } = await cleaned(withExif(3))
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    // Turned round, the red half is on the right.
    const [left, right] = [data.subarray(15, 18), data.subarray(105, 108)]
    expect((left[2] ?? 0) - (left[0] ?? 0)).toBeGreaterThan(150)
    expect((right[0] ?? 0) - (right[2] ?? 0)).toBeGreaterThan(150)
  })

  it.each([
    ['image/jpeg', aJpeg, 'image/jpeg'],
    ['image/png', aPng, 'image/png'],
    ['image/webp', aWebp, 'image/webp'],
    ['image/gif', aGif, 'image/gif'],
    ['image/heic', aHeic, 'image/jpeg'],
  ] as const)('of %s can be shown by every browser', async (_type, make, kept) => {
    const found = await cleaned(make())
    expect(found.mediaType).toBe(kept)
    expect(await mediaType(found.bytes)).toBe(kept)
    expect(await sharp(found.bytes).metadata()).toMatchObject({ width: 40, height: 30 })
  })

  it('is no larger than a screen needs', async () => {
    const create = { width: 4000, height: 3000, channels: 3, background: '#a33' } as const
    const { bytes } = await cleaned(new Uint8Array(await sharp({ create }).jpeg().toBuffer()))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 2560, height: 1920 })
  })

  it('keeps the frames of what moves', async () => {
    const frames = Buffer.alloc(10 * 20 * 3, 90).fill(200, 300)
    const raw = { width: 10, height: 20, channels: 3, pageHeight: 10 } as const
    const gif = await sharp(frames, { raw })
      .gif({ loop: 0, delay: [100, 100] })
      .toBuffer()
    const { bytes } = await cleaned(new Uint8Array(gif))
    expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(2)
  })

  it('has nothing left of what stood beside the pixels, whatever that was', async () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/)
    const kinds = [
      [0xe1, 'Exif\0\0'],
      [0xe1, 'http://ns.adobe.com/xap/1.0/\0'],
      [0xe2, 'ICC_PROFILE\0\x01\x01'],
      [0xed, 'Photoshop 3.0\x008BIM\x04\x04'],
      [0xef, 'Own'],
      [0xfe, ''],
    ] as const
    await fc.assert(
      fc.asyncProperty(
        secret,
        fc.subarray([...kinds], { minLength: 1 }),
        fc.constantFrom(withExif, aJpeg),
        async (said, segments, make) => {
          const photo = segments.reduce<Uint8Array>(
            (jpeg, [marker, head]) => withSegment(jpeg, marker, head + said),
            joined(make(), new TextEncoder().encode(said)),
          )
          const { bytes } = await cleaned(photo)
          expect(Buffer.from(bytes).includes(said)).toBe(false)
          const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata()
          expect([exif, xmp, iptc, icc, comments]).toEqual(Array(5).fill(undefined))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is no page, even if it was one, too', async () => {
    const { bytes } = await cleaned(joined(aGif(), aPage()))
    expect(Buffer.from(bytes).includes('<script>')).toBe(false)
  })
})

describe('a file that is not kept', () => {
  it.each([
    ['half a JPEG', broken(aJpeg()), 'broken'],
    ['half a PNG', broken(aPng()), 'broken'],
    ['half a HEIC', broken(aHeic()), 'broken'],
    ['a JPEG of rubbish', joined(aJpeg().subarray(0, 20), new Uint8Array(500).fill(9)), 'broken'],
    ['half a film', broken(anMp4()), 'broken'],
    ['a film without pictures', box('ftyp', new TextEncoder().encode('isom0000isom')), 'broken'],
    ['a page', aPage(), 'wrong-type'],
    ['a photo over the limit', aJpeg(media.limits.image + 1), 'too-large'],
    [
      'a recording over the limit',
      joined(anAmr(), new Uint8Array(media.limits.audio)),
      'too-large',
    ],
  ] as const)('has its reason: %s', async (_what, bytes, fault) => {
    expect(await cleanMedia({ media }, bytes)).toEqual({ fault })
  })

  it('has more pixels than anybody needs, though it is a small file', async () => {
    const create = { width: 12_000, height: 12_000, channels: 3, background: 'white' } as const
    const bomb = await sharp({ create }).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(500_000)
    expect(await cleanMedia({ media }, new Uint8Array(bomb))).toEqual({ fault: 'too-many-pixels' })
  })

  it.each([
    ['with all its frames', movingGif],
    ['in HEIC', () => Promise.resolve(aHeic())],
  ])('has more pixels than are allowed: %s', async (_what, make) => {
    const small = imageCleanerOnNode({ ...imageSettings, maxPixels: 199 })
    const tools = { media: { ...media, cleanImage: small } }
    expect(await cleanMedia(tools, await make())).toEqual({ fault: 'too-many-pixels' })
  })
})

describe('a film or a recording that is kept', () => {
  it.each([
    ['video/mp4', anMp4],
    ['video/quicktime', aMov],
    ['audio/mp4', anM4a],
  ] as const)('of %s gives its place, and has it no more', async (type, make) => {
    const film = make()
    expect(Buffer.from(film).includes(filmedAt)).toBe(true)
    const { mediaType: kept, bytes, location } = await cleaned(film)
    expect(kept).toBe(type)
    expect(location).toEqual({ lat: 40.3764, lon: 116.8432 })
    expect(Buffer.from(bytes).includes('40.3764')).toBe(false)
    // Players find the pictures by their offsets in the file.
    expect(bytes.length).toBe(film.length)
    expect(Buffer.from(bytes).indexOf('mdat')).toBe(Buffer.from(film).indexOf('mdat'))
  })

  it.each([
    ['video/webm', aWebm],
    ['audio/amr', anAmr],
    ['audio/ogg', anOgg],
    ['audio/mpeg', anMp3],
    ['audio/wav', aWav],
    ['audio/silk', aSilk],
  ] as const)('of %s stays as it is', async (type, make) => {
    expect(await cleaned(make())).toEqual({ mediaType: type, bytes: make(), location: null })
  })
})
