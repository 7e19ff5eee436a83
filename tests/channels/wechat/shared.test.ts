import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sendThrough } from '#channels/wechat/doors.ts'
import { shifted, unshifted } from '#channels/wechat/earth.ts'
import { inPieces } from '#channels/wechat/write.ts'

const bytes = (text: string) => new TextEncoder().encode(text).length

describe('A text too long for WeChat', () => {
  it('is cut so that no piece is too long and no word is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const pieces = inPieces(text, 40)
        expect(pieces.every((piece) => bytes(piece) <= 40)).toBe(true)
        const bare = (given: string) => given.replaceAll(/\s/g, '')
        expect(bare(pieces.join(''))).toBe(bare(text))
      }),
    )
  })

  it('is cut between its lines', () => {
    expect(inPieces('一二三\n四五六\n七八九', 20)).toEqual(['一二三\n四五六', '七八九'])
  })

  it('does not cut a character in two', () => {
    expect(inPieces('🏭🏭🏭', 8)).toEqual(['🏭🏭', '🏭'])
  })
})

describe('Degrees of Chinese maps', () => {
  // 密云 from end to end, in hundredths of a degree.
  const within = fc.record({
    lat: fc.integer({ min: 4013, max: 4079 }).map((n) => n / 100),
    lon: fc.integer({ min: 11_640, max: 11_750 }).map((n) => n / 100),
  })

  it('are brought back to within a metre', () => {
    fc.assert(
      fc.property(within, (real) => {
        const back = unshifted(shifted(real))
        expect(Math.abs(back.lat - real.lat)).toBeLessThan(1e-5)
        expect(Math.abs(back.lon - real.lon)).toBeLessThan(1e-5)
      }),
    )
  })

  it('of a known place agree with the published shift', () => {
    const tiananmen = shifted({ lat: 39.907333, lon: 116.391083 })
    expect(tiananmen.lat).toBeCloseTo(39.908737, 4)
    expect(tiananmen.lon).toBeCloseTo(116.397327, 4)
  })
})

describe('The door a person came in by', () => {
  const batch = { batch: 'b', tries: 0, messages: [] }

  it('is the one answered through, with its own id of the person', async () => {
    const heard: string[] = []
    const send = sendThrough({
      wecom: {
        send: (_, to) => {
          heard.push(to)
          return Promise.resolve({ ok: true })
        },
        fetch: () => Promise.reject(new Error('not asked')),
      },
    })
    expect(await send(batch, 'wecom:a:b', null)).toEqual({ ok: true })
    expect(heard).toEqual(['a:b'])
  })

  it.each(['official:o1', 'o1', 'constructor:o1', ''])(
    'that is off sends nothing: %j',
    async (to) => {
      const result = await sendThrough({})(batch, to, null)
      expect(result).toMatchObject({ ok: false, retryable: false, reason: 'channel-off' })
    },
  )
})
