import { describe, expect, it } from 'vitest'
import { checkPhotos, maxPhotoBytes, photoType } from '#domain/photo.ts'
import { aHeic, aHeif, aJpeg, aPage, aPng, aWebp } from '#tests/support/photos.ts'

describe('the type of a photo', () => {
  it.each([
    ['image/jpeg', aJpeg()],
    ['image/png', aPng()],
    ['image/webp', aWebp()],
    ['image/heic', aHeic()],
  ] as const)('is %s by its first bytes', (type, bytes) => {
    expect(photoType(bytes)).toBe(type)
  })

  it('is HEIC for an HEIF file that says so among its compatible brands', () => {
    expect(photoType(aHeif('mif1', ['mif1', 'heic']))).toBe('image/heic')
  })

  it.each([
    ['an AVIF picture', aHeif('avif', ['mif1', 'avif'])],
    ['an HEIF file of something else', aHeif('mif1', ['mif1', 'avif'])],
    ['a film', aHeif('isom', ['heic'])],
    ['a web page', aPage()],
    ['a GIF', new TextEncoder().encode('GIF89a')],
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a sound file', new TextEncoder().encode('RIFF0000WAVEfmt ')],
    ['nothing', new Uint8Array()],
  ])('is none for %s', (_what, bytes) => {
    expect(photoType(bytes)).toBeNull()
  })
})

describe('photos of one message', () => {
  it('are three at most', () => {
    expect(checkPhotos([aJpeg(), aPng(), aWebp()])).toEqual([
      'image/jpeg',
      'image/png',
      'image/webp',
    ])
    expect(checkPhotos([aJpeg(), aJpeg(), aJpeg(), aJpeg()])).toEqual({ fault: 'too-many' })
  })

  it('are ten mebibytes each at most', () => {
    expect(checkPhotos([aJpeg(maxPhotoBytes)])).toEqual(['image/jpeg'])
    expect(checkPhotos([aJpeg(), aJpeg(maxPhotoBytes + 1)])).toEqual({ fault: 'too-large' })
  })

  it('are refused together when one of them is none', () => {
    expect(checkPhotos([aJpeg(), aPage()])).toEqual({ fault: 'wrong-type' })
  })

  it('are one at least', () => {
    expect(checkPhotos([])).toEqual({ fault: 'no-photo' })
  })
})
