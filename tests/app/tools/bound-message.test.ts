import { describe, expect, it } from 'vitest'
import { boundMessage, mostText, plainName } from '#app/tools/bound-message.ts'
import type { InboundMessage } from '#app/messages.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { openApp, talkOf, words } from '#tests/app/app-world.ts'

const bound = (content: InboundMessage['content']) =>
  boundMessage({ ...words(''), content }).content

describe('What is too long', () => {
  it('is read as far as it is said to be read, and kept whole', () => {
    const text = '烟'.repeat(mostText + 7)
    expect(bound({ type: 'text', text })).toEqual({
      type: 'text',
      text: '烟'.repeat(mostText),
      rest: '烟'.repeat(7),
    })
  })

  it('is not cut through a sign of two halves', () => {
    const text = `${'x'.repeat(mostText - 1)}😀`
    expect(bound({ type: 'text', text })).toEqual({
      type: 'text',
      text: 'x'.repeat(mostText - 1),
      rest: '😀',
    })
  })

  it.each([
    { type: 'choice', questionId: 'q', choiceId: 'c', label: 'x'.repeat(999) },
    { type: 'location', coordinates: { lat: 40, lon: 116 }, label: 'x'.repeat(999) },
  ] as const)('is a label of a $type, which is cut', (content) => {
    expect(bound(content)).toMatchObject({ label: 'x'.repeat(200) })
  })

  it('and answered at once says so first, at any length', async () => {
    const { ctx } = await openApp()
    await receiveMessage(ctx, words(`果园西里小区门口的烧烤摊每天晚上冒烟${'啊'.repeat(700_000)}`))
    const [, told, ...others] = await talkOf(ctx)
    expect(told?.text).toContain('先读了前5000个字')
    expect(others.length).toBeGreaterThan(0)
  })
})

describe('Signs nobody can see', () => {
  it('are left out of words, not line breaks', () => {
    const text = '烧\u0000烤\u001b[31m\n摊\u009f'
    expect(bound({ type: 'text', text })).toEqual({ type: 'text', text: '烧烤[31m\n摊' })
  })

  it('are left out of names, with breaks and turns of direction', () => {
    expect(plainName('a\u202egpj.\r\nexe\u0007')).toBe('a gpj.  exe')
  })
})
