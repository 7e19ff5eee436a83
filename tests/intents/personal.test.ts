import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conceal, findPersonal, mask, phoneOf, phonesIn } from '#intents/personal/index.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import { anOpenCommand, aPlace, aRouting, commands } from '#tests/support/build.ts'
import { given } from '#tests/support/given.ts'

describe('masking', () => {
  it.each([
    ['我电话13812345678，晚上打', '我电话138＊＊＊＊＊＊78，晚上打'],
    ['手机-13812345678', '手机-138＊＊＊＊＊＊78'],
    ['138 1234 5678找我', '138＊＊＊＊＊＊＊＊78找我'],
    ['138-1234-5678', '138＊＊＊＊＊＊＊＊78'],
    ['+86 13812345678', '+86 ＊＊＊＊＊＊＊＊＊78'],
    ['１３８１２３４５６７８', '１３８＊＊＊＊＊＊７８'],
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
    ['举报人：李红，13800138000', '举报人：＊＊，＊＊＊＊＊＊＊＊＊＊＊'],
    ['我是张伟，不要告诉单位', '我是＊＊，不要告诉单位'],
    ['我家住果园西里3号楼2单元501，楼下饭店冒烟', '我家住果园西里＊＊＊＊＊＊＊＊＊，楼下饭店冒烟'],
  ])('%s', (said, read) => {
    expect(conceal(said)).toBe(read)
  })

  it.each([
    '老板王先生让工人夜里偷排，车间在3号楼',
    '我是附近居民，厂子夜里偷排',
    '举报人要求保密，厂子在路东',
    '我家楼下饭店冒烟',
    '我妈常年咳嗽，都是这烟闹的',
    '周日反映过一次，没人来',
    '老李烧烤店油烟大，王老板不听劝',
  ])('keep what the unit needs: %s', (said) => {
    expect(conceal(said)).toBe(said)
  })
})

/** The same eleven figures, as people write them. */
const spellings: readonly (readonly [string, (figures: string) => string])[] = [
  ['together', (n) => n],
  ['in threes and fours', (n) => `${n.slice(0, 3)} ${n.slice(3, 7)} ${n.slice(7)}`],
  ['in fours and threes', (n) => `${n.slice(0, 4)} ${n.slice(4, 7)} ${n.slice(7)}`],
  ['by wide dashes', (n) => `${n.slice(0, 3)}－${n.slice(3, 7)}－${n.slice(7)}`],
  ['by two signs', (n) => `${n.slice(0, 3)} -${n.slice(3, 7)}- ${n.slice(7)}`],
  ['by full stops', (n) => `${n.slice(0, 3)}.${n.slice(3, 7)}.${n.slice(7)}`],
  ['by middle dots', (n) => `${n.slice(0, 3)}·${n.slice(3, 7)}·${n.slice(7)}`],
  ['by strokes', (n) => `${n.slice(0, 3)}/${n.slice(3, 7)}/${n.slice(7)}`],
  ['by no-break spaces', (n) => `${n.slice(0, 3)}\u00a0${n.slice(3, 7)}\u00a0${n.slice(7)}`],
  ['by zero-width spaces', (n) => `${n.slice(0, 3)}\u200b${n.slice(3, 7)}\u200b${n.slice(7)}`],
  ['figure by figure', (n) => [...n].join('-')],
  ['figure by figure, by blanks', (n) => [...n].join(' ')],
  [
    'in wide figures',
    (n) => [...n].map((one) => String.fromCharCode(0xff10 + Number(one))).join(''),
  ],
  ['in words', (n) => [...n].map((one) => '零一二三四五六七八九'.charAt(Number(one))).join('')],
  [
    'in words as over the radio',
    (n) => [...n].map((one) => '〇幺二三四五六七八九'.charAt(Number(one))).join(''),
  ],
  [
    'half in words',
    (n) =>
      [...n]
        .map((one, i) => (i % 2 === 0 ? one : '零一二三四五六七八九'.charAt(Number(one))))
        .join(''),
  ],
  [
    'in bold figures',
    (n) => [...n].map((one) => String.fromCodePoint(0x1d7ce + Number(one))).join(''),
  ],
  [
    'in Arabic figures',
    (n) => [...n].map((one) => String.fromCharCode(0x0660 + Number(one))).join(''),
  ],
  ['with the country', (n) => `+86 ${n}`],
  ['with the country in brackets', (n) => `(0086)${n}`],
  ['with a nought before', (n) => `0${n}`],
]

const mobileNumber = fc
  .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{9}$/))
  .map(([second, rest]) => `1${second}${rest}`)

describe('a telephone number in any spelling', () => {
  it.each(spellings)('%s: is read, masked and concealed by the same finder', (_, spell) => {
    fc.assert(
      fc.property(mobileNumber, (figures) => {
        const text = `电话${spell(figures)}，晚上打`
        expect(phonesIn(text).map(({ value }) => value)).toEqual([figures])
        expect(phoneOf(spell(figures))).toBe(figures)
        expect(phonesIn(mask(text))).toEqual([])
        expect(mask(text)).toHaveLength(text.length)
        expect(conceal(text)).toMatch(/^电话[＊+（）() -]+，晚上打$/)
        expect(conceal(mask(text))).toMatch(/^电话[＊+（）() -]+，晚上打$/)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['010-6904-1234', '01069041234'],
    ['010－69041234', '01069041234'],
    ['(010) 6904 1234', '01069041234'],
    ['0531-8888 1234', '053188881234'],
    ['69041234转8012', '69041234'],
    ['69041234 分机 801', '69041234'],
    ['六九零四一二三四', '69041234'],
  ])('a landline: %s', (written, figures) => {
    const text = `座机${written}，白天`
    expect(phonesIn(text).map(({ value }) => value)).toEqual([figures])
    expect(conceal(text)).not.toMatch(/\d/)
  })

  it('every one of two in a row', () => {
    const text = '13812345678 13987654321'
    expect(phonesIn(text).map(({ value }) => value)).toEqual(['13812345678', '13987654321'])
  })
})

describe('other numbers of a person', () => {
  it.each([
    ['110228 1990 0101 123X', 'id-card'],
    ['110228.19900101.1234', 'id-card'],
    ['110228199001011234', 'id-card'],
    ['6222 0200 1234 5678 901', 'card'],
    ['6222020012345678901', 'card'],
    ['京 A12345', 'plate'],
    ['京A·D12345', 'plate'],
    ['京AD12345', 'plate'],
    ['京A1234警', 'plate'],
    ['沪A0023领', 'plate'],
    ['使014578', 'plate'],
    ['WJ京12345', 'plate'],
    ['冀Ｂ８８Ｋ２１', 'plate'],
    ['wang.min@mail.example.com', 'email'],
    ['微信：wang_min88', 'account'],
    ['QQ号 12345678', 'account'],
    ['护照E12345678', 'paper'],
  ])('%s is a %s', (written, kind) => {
    const text = `我留一个${written}，请查`
    expect(findPersonal(text).map((found) => found.kind)).toEqual([kind])
    expect(mask(text)).not.toBe(text)
  })
})

describe('figures that are nobody’s', () => {
  it.each([
    '2026-11-23',
    '2026-11-20到2026-11-25',
    '2026-11-20-2026-11-25',
    '2026.11.20-2026.11.25',
    '20261120-20261125',
    '11.20-11.25',
    '2026-11-23 14:30',
    '2026/11/23 1430',
    '从2020年到2026年',
    '2025-2026采暖季',
    '22:00-02:00',
    '15000元',
    '罚款5000-6000元',
    '12345678元',
    '138万',
    '二十三万六千元',
    '85分贝',
    '85 90 88 92 76 81 84 86分贝',
    '1380平方米',
    'PM2.5是150',
    '西统路8号',
    '3号楼2单元501',
    '101国道28公里处',
    '京密路1234号',
    '工单编号2026112000001234',
    '单号：202611200001',
    '密环信〔2026〕12号',
    `编号${ticketNumber('20261123', 42)}`,
    '12345热线',
    '打12369没人管',
    '110来过两次',
    '119',
    '一二三四五',
    '三天两头',
    '一年三百六十五天',
    '十有八九',
    '微信群里都在说',
    '白河边倒了20车渣土',
    '北纬40.37度',
    '第3次投诉',
    'A座1202',
    '5-6月',
    '16路公交',
    '一天24小时',
  ])('stay: %s', (text) => {
    expect(mask(text)).toBe(text)
    expect(phonesIn(text)).toEqual([])
  })
})

describe('who speaks, on a ticket of secrecy', () => {
  it.each([
    ['我叫阿不都热依木·买买提明，厂里偷排', '买买提明'],
    ['我叫张 三 丰，厂里偷排', '三 丰'],
    ['我叫𠮷田，厂里偷排', '田'],
    ['本人姓名：欧阳震华，厂里偷排', '震华'],
    ['联系人李红，厂里偷排', '李红'],
    ['我是王建国，厂里偷排', '王建国'],
    ['我姓赵，厂里偷排', '赵'],
    ['厂里偷排。此致敬礼！王建国', '王建国'],
    ['厂里偷排。\n王建国\n2026年11月3日', '王建国'],
    ['我叫李小红，厂里偷排。李小红再次请求', '李小红'],
    ['家住果园西里3号楼2单元501', '501'],
    ['我是烧烤店隔壁的，天天冒烟', '隔壁'],
    ['我在宏达厂上班，夜里偷排', '上班'],
    ['我是宏达厂的员工，夜里偷排', '员工'],
    ['我儿子在密云二中上学，熏得头疼', '二中'],
    ['这里5-2-301，天天闻', '301'],
    ['举报俺们厂长夜里偷埋废料', '俺们'],
    ['我公司后院倒废油', '我'],
    ['后院倒废油，可得给俺保密', '给俺保密'],
    ['别让我表哥知道是我，他在那儿干活', '表哥'],
    ['我姓䶮，叫䶮石头，厂里偷排', '䶮石头'],
    ['我是走马庄村民赵铁柱的儿媳妇，村里烧秸秆', '赵铁柱'],
    ['俺家就在村口第二家，臭得很', '第二家'],
    ['我儿子王小宝被呛得咳嗽，王小宝才三岁', '王小宝'],
    ['我闺女李小红天天咳', '李小红'],
    ['厂里偷排。署名：一个老党员 刘', '刘'],
    ['孙女士，住厂子对面，反映偷排', '孙女士'],
    ['赵先生反映楼下油烟', '赵先生'],
    ['My name is John Smith, the plant stinks', 'John Smith'],
    ['I live at 3 Guoyuan Road, it stinks', 'Guoyuan Road'],
  ])('%s hides %s', (text, hidden) => {
    expect(conceal(text)).not.toContain(hidden)
    expect(conceal(text)).toHaveLength(text.length)
    expect(conceal(conceal(text))).toBe(conceal(text))
  })

  it.each([
    '我是来反映问题的，3号楼底下的烧烤店冒烟',
    '我是上班族，晚上睡不着',
    '我是想问一下，这归谁管',
    '宏达厂夜里偷排，厂长姓什么不知道',
    '我家对门开了家饭馆',
  ])('keeps what the unit needs: %s', (text) => {
    expect(conceal(text)).toBe(text)
  })
})

describe('a greedy text', () => {
  const units = [
    'a@',
    '1 ',
    '1-',
    '我叫',
    '一三八',
    '京A',
    'aaaa.',
    '我住',
    '-',
    '\n王',
    '我是王',
    '＊',
    '转1',
    '微信',
  ]

  it.each(units)('of %j costs no more than in proportion to its length', (unit) => {
    const spent = (signs: number): number => {
      const text = unit.repeat(signs / unit.length)
      const from = performance.now()
      conceal(text)
      return performance.now() - from
    }
    spent(20_000)
    // Eight times the length takes about eight times as long; a quadratic pattern would take sixty-four.
    expect(spent(400_000) / Math.max(spent(50_000), 5)).toBeLessThan(32)
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
