import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mask, maskSelf } from '#domain/privacy.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import { anOpenCommand, aPlace, aRouting, commands } from '#tests/support/build.ts'
import { given } from '#tests/support/given.ts'

describe('masking', () => {
  it.each([
    ['我电话13812345678，晚上打', '我电话138＊＊＊＊＊＊78，晚上打'],
    ['手机-13812345678', '手机-138＊＊＊＊＊＊78'],
    ['138 1234 5678找我', '138＊＊＊＊＊＊＊＊78找我'],
    ['138-1234-5678', '138＊＊＊＊＊＊＊＊78'],
    ['+86 13812345678', '+86＊＊＊＊＊＊＊＊＊＊78'],
    ['１３８１２３４５６７８', '138＊＊＊＊＊＊78'],
  ])('hides a mobile number: %s', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })

  it.each([
    '010-69041234',
    '010 69041234',
    '01069041234',
    '（010）69041234',
    '69041234',
    '6904 1234',
  ])('hides a landline: %s', (text) => {
    expect(mask(`座机${text}，白天在家`)).not.toMatch(/\d{4}，/)
  })

  it('hides a landline with its extension', () => {
    expect(mask('69041234-801')).toBe('69＊＊＊＊34-801')
  })

  it.each([
    '110228199001011234',
    '11022819900101123X',
    '11022819900101123x',
    '110228 19900101 1234',
  ])('hides an identity number: %s', (text) => {
    const masked = mask(`身份证${text}。`)
    expect(masked).toContain('身份证1102＊')
    expect(masked).not.toContain('19900101')
  })

  it.each([
    ['京A12345', '京A＊＊＊＊5'],
    ['京AD12345', '京A＊＊＊＊＊5'],
    ['京Q·8F7J2', '京Q＊＊＊＊＊2'],
    ['冀B 88K21', '冀B＊＊＊＊＊1'],
    ['京a12345', '京a＊＊＊＊5'],
    ['京A1234挂', '京A＊＊＊＊挂'],
  ])('hides a plate: %s', (plate, masked) => {
    expect(mask(`渣土车${plate}遗撒`)).toBe(`渣土车${masked}遗撒`)
  })

  it('hides an e-mail address', () => {
    expect(mask('写信到 wang.min@example.com 即可')).toBe(
      `写信到 ${'＊'.repeat('wang.min@example.com'.length)} 即可`,
    )
  })

  it('hides two numbers written without a gap', () => {
    expect(mask('1381234567813912345678')).not.toMatch(/\d{5}/)
  })

  it('hides every number of a text', () => {
    const masked = mask('我13812345678，我爱人13987654321，车京A12345')
    expect(masked).not.toMatch(/12345|98765/)
  })

  it.each([
    '每天22点到凌晨2点',
    '从20261123开始，11月23日还有',
    '2022-2023采暖季',
    '3号楼2单元501',
    '罚款5000-6000元',
    'PM2.5到了150',
    '白河边倒了20车渣土',
    '京密路口往北300米',
    `编号${ticketNumber('20261123', 42)}`,
  ])('leaves what is no personal data as it is: %s', (text) => {
    expect(mask(text)).toBe(text)
  })

  it('leaves no mobile number readable, whatever stands around it', () => {
    const mobile = fc.tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{9}$/))
    const around = fc.constantFrom(
      '',
      '，',
      '电话',
      'tel:',
      '-',
      '(',
      '（',
      ' ',
      '。',
      '/',
      '微信同号',
    )
    fc.assert(
      fc.property(mobile, around, around, ([second, rest], before, after) => {
        const number = `1${second}${rest}`
        expect(mask(before + number + after)).not.toContain(number.slice(3, 9))
      }),
    )
  })

  it('keeps every place in the text, so that evidence still points at its words', () => {
    const text = '我13812345678，１３８１２３４５６７８，wang@example.com，京A12345，油烟大'
    expect(mask(text)).toHaveLength(text.length)
    expect(mask(text).indexOf('油烟')).toBe(text.indexOf('油烟'))
  })

  it('masked once or twice is the same', () => {
    const piece = fc.constantFrom(
      '13812345678',
      '京A12345',
      '69041234',
      '110228199001011234',
      '油烟',
      ' ',
      '，',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const once = mask(pieces.join('；'))
        expect(mask(once)).toBe(once)
      }),
    )
  })
})

describe('words of whoever wants to stay secret', () => {
  it.each([
    ['我叫王小明，在厂里上班，厂子夜里偷排', '我叫＊＊＊，在厂里上班，厂子夜里偷排'],
    ['举报人：李红，13800138000', '举报人：＊＊，138＊＊＊＊＊＊00'],
    ['我是张伟，不要告诉单位', '我是＊＊，不要告诉单位'],
    ['我家住果园西里3号楼2单元501，楼下饭店冒烟', '我家住果园西里＊＊＊＊＊＊＊＊＊，楼下饭店冒烟'],
  ])('%s', (said, read) => {
    expect(maskSelf(said)).toBe(read)
  })

  it.each([
    '老板王先生让工人夜里偷排，车间在3号楼',
    '我是附近居民，厂子夜里偷排',
    '举报人要求保密，厂子在路东',
    '我家楼下饭店冒烟',
  ])('keep what the unit needs: %s', (said) => {
    expect(maskSelf(said)).toBe(said)
  })
})

describe('a ticket of secrecy', () => {
  const words = '我叫王小明，厂子夜里偷排'
  const read = '我叫＊＊＊，厂子夜里偷排'

  it('never has in its history who speaks, from its opening on', () => {
    const secret = given(anOpenCommand({ secrecy: true, text: words }))
    expect(secret.ticket.opened.text).toBe(read)
    const { events } = secret.and(
      { ...commands.supplement, text: words },
      { ...commands.urge, text: words },
      { ...commands.withdraw, reason: words },
    )
    expect(JSON.stringify(events)).not.toContain('王小明')
  })

  it('names them neither in its place, times and files nor in what the rules were asked', () => {
    const spot = '我家住果园西里3号楼2单元501'
    const place = aPlace({ spot })
    const asked = { ...aRouting().asked, spot }
    const routing = aRouting({ asked })
    const callbackWish = { ask: true, hours: '晚上打，我叫王小明' }
    const opened = { secrecy: true, text: words, place, when: '我叫王小明，夜里', callbackWish }
    const attachments = [{ id: 'file-1', kind: 'file', name: '王小明的材料.pdf' }] as const
    const { events } = given(
      anOpenCommand({ ...opened, attachments }, { routing }),
      { ...commands.supplement, place, attachments },
      { ...commands.dispatch, routing: { ...commands.dispatch.routing, asked } },
    )
    expect(events.map(({ type }) => type)).toContain('redispatched')
    expect(JSON.stringify(events)).not.toMatch(/王小明|3号楼/)
  })

  it('keeps them from its handler when the operator notes what they said on the phone', () => {
    const secret = given(anOpenCommand({ secrecy: true, channel: 'hotline', dialogueId: null }))
    const { accept, contact, resolve, tick } = commands
    const { events } = secret.and(accept, contact, resolve, tick, {
      ...commands['attempt-callback'],
      reached: true,
      note: words,
    })
    expect(events.at(-1)?.type).toBe('callback-attempted')
    expect(JSON.stringify(events)).not.toContain('王小明')
  })

  it('is the only one that hides it', () => {
    expect(given(anOpenCommand({ text: words })).ticket.opened.text).toBe(words)
  })
})
