import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import { homophones } from './lexicon/homophones.ts'

const fullWidth = { from: 0xff01, to: 0xff5e, shift: 0xfee0 }

/** ASCII commas and the like read as their Chinese forms: rules need only one. */
const punctuation = [
  [',', '，'],
  [';', '；'],
  ['!', '！'],
  ['?', '？'],
] as const

/** One code unit → one code unit, so that offsets in the normalised text are offsets in the original. */
const table = makeTable()
const slips = new Map<string, string>(homophones)
const slipPattern = new RegExp([...slips.keys()].join('|'), 'g')

function makeTable(): Uint16Array {
  const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  for (const pair of traditionalToSimplified.split('|')) {
    const [written = '', meant = ''] = pair.split(' ')
    if (written.length === 1 && meant.length === 1)
      units[written.charCodeAt(0)] = meant.charCodeAt(0)
  }
  narrow(units)
  for (let unit = 0; unit < units.length; unit += 1) units[unit] = lower(units[unit] ?? unit)
  for (const [from, to] of punctuation) {
    for (const written of [from, to]) units[written.charCodeAt(0)] = to.charCodeAt(0)
  }
  return units
}

/** Full-width letters and every kind of space become the plain ones. */
function narrow(units: Uint16Array): void {
  for (let unit = fullWidth.from; unit <= fullWidth.to; unit += 1)
    units[unit] = unit - fullWidth.shift
  for (const space of ['\u3000', '\u00a0', '\t', '\r']) units[space.charCodeAt(0)] = 0x20
}

function lower(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit
}

/**
 * One way of writing for the rules: half width, lower case, simplified characters, slips of the input
 * method put right. Same length as the input, unit by unit, so spans need no translation.
 */
export function normalize(text: string): string {
  let plain = ''
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const written = text.charCodeAt(i)
    const meant = table[written] ?? 0
    if (meant === written) continue
    plain += text.slice(from, i) + String.fromCharCode(meant)
    from = i + 1
  }
  return (plain + text.slice(from)).replace(slipPattern, (slip) => slips.get(slip) ?? slip)
}

const englishGreetings = /^\s*(hi|hello|hey|help|good (morning|afternoon|evening))\b/i

/**
 * The language to answer in: English when its words outnumber the Chinese characters (numbers and codes are
 * no words); traditional Chinese when enough of the characters are.
 */
export function languageOf(text: string): 'zh-hans' | 'zh-hant' | 'en' {
  const chinese = text.match(/[\u4e00-\u9fff]/g) ?? []
  const english = text.match(/\b[a-z]{2,}\b/gi)?.length ?? 0
  if (english > chinese.length && (english > 1 || englishGreetings.test(text))) return 'en'
  const traditional = chinese.filter((one) => table[one.charCodeAt(0)] !== one.charCodeAt(0)).length
  return traditional >= 1 && traditional * 8 >= chinese.length ? 'zh-hant' : 'zh-hans'
}
