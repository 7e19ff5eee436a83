import { districtNames } from './aliases.ts'
import { addressWords as w } from './address-words.ts'
import { fold } from './names.ts'
import { words } from './words.ts'

/** Half-open range of offsets. */
export type Stretch = { readonly start: number; readonly end: number }

/** What is told of places in one part of a sentence; `names`: those of ours in it. */
export type Told = Stretch & { readonly names: readonly Stretch[] }

const oneOf = (sources: readonly string[]) => `(?:${sources.join('|')})`
const breaks = new RegExp(oneOf(w.breaks), 'g')
const leadIn = new RegExp(`^${oneOf(w.leadIn)}+`)
const wideBefore = new RegExp(`${oneOf(w.wide)}$`)
const ends = new RegExp(oneOf(w.ends) + w.tail, 'g')
const firm = new RegExp(oneOf(w.firm))
const goesOn = new RegExp(`^${oneOf(w.goesOn)}`)
const kindOnly = new RegExp(`(?:的|(?<=${w.sides}))${oneOf(w.kinds)}$`)

/** Ends of a sentence's part; a bracket may hold the rest of an address, a blank may stand in it. */
const stops = new Set([...words.stops].filter((sign) => !'（( '.includes(sign)))
/** More is no address any more. */
const longest = 60

/**
 * The stretches of a folded text that say where it is, in their order: a name of ours with what belongs to it,
 * roads, gates, shops, numbers. `names`: where names of townships, villages and landmarks stand, in their order.
 */
export function addressesIn(folded: string, names: readonly Stretch[]): readonly Told[] {
  const found: Told[] = []
  let next = 0
  for (const part of partsOf(folded, names)) {
    while ((names[next]?.end ?? Infinity) <= part.start) next += 1
    const own: Stretch[] = []
    for (let at = next; (names[at]?.end ?? Infinity) <= part.end; at += 1) {
      const name = names[at]
      if (name !== undefined) own.push(name)
    }
    const told = toldIn(folded, part, { names: own, after: found.length > 0 })
    if (told !== null) found.push(told)
  }
  return found
}

/** The parts of a text between stops and words that speak of something else; no name is cut. */
function partsOf(folded: string, names: readonly Stretch[]): readonly Stretch[] {
  const parts: Stretch[] = []
  let from = 0
  const cut = (start: number, end: number) => {
    if (start > from) parts.push({ start: from, end: start })
    from = end
  }
  let next = 0
  for (const { start, end } of cutsIn(folded)) {
    while ((names[next]?.end ?? Infinity) <= start) next += 1
    const name = names[next]
    if (name !== undefined && name.start < end) continue
    if (start >= from) cut(start, end)
  }
  cut(folded.length, folded.length)
  return parts
}

function cutsIn(folded: string): readonly Stretch[] {
  const cuts: Stretch[] = []
  for (let at = 0; at < folded.length; at += 1) {
    if (stops.has(folded.charAt(at))) cuts.push({ start: at, end: at + 1 })
  }
  for (const { index, 0: found } of folded.matchAll(breaks)) {
    cuts.push({ start: index, end: index + found.length })
  }
  return cuts.sort((a, b) => a.start - b.start)
}

type Around = { readonly names: readonly Stretch[]; readonly after: boolean }

function toldIn(folded: string, part: Stretch, { names, after }: Around): Told | null {
  const start = startOf(folded, part, names)
  const text = folded.slice(start, Math.min(part.end, start + longest))
  const [name] = names
  if (name === undefined && !firm.test(text) && !(after && goesOn.test(text))) return null
  const end = start + endIn(text, (names.at(-1)?.end ?? start) - start)
  return end > start ? { start, end, names } : null
}

/** Behind what leads up to the place; at its first name, unless an address stands before that. */
function startOf(folded: string, part: Stretch, [name]: readonly Stretch[]): number {
  const before = folded.slice(part.start, name?.start ?? part.end)
  const lead = leadIn.exec(before)?.[0].length ?? 0
  if (name === undefined) return part.start + lead
  const rest = before.slice(lead)
  const wide = wideBefore.exec(rest)
  const leads = districtNames.some((one) => fold(one) === rest)
  if (!leads && lastEnd(rest) > 0 && rest.length <= longest) return part.start + lead
  return wide === null ? name.start : part.start + lead + wide.index
}

/** Where the address in a text ends, at the earliest behind its last name. */
function endIn(text: string, least: number): number {
  const end = Math.max(least, lastEnd(text))
  const kind = kindOnly.exec(text.slice(0, end))
  const kept = kind === null || kind.index < least ? end : kind.index
  return closed(text, kept)
}

function lastEnd(text: string): number {
  let end = 0
  for (const { index, 0: found } of text.matchAll(ends)) end = index + found.length
  return end
}

/** With the bracket that closes one opened before. */
function closed(text: string, end: number): number {
  const opened = /[（(]/.test(text.slice(0, end))
  return opened && /[）)]/.test(text.charAt(end)) ? end + 1 : end
}
