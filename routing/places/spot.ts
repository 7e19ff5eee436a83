import { addressWords } from './address-words.ts'
import type { Stretch, Told } from './address.ts'
import { endsWithOne } from './edges.ts'
import type { Mention } from './mentions.ts'
import { words } from './words.ts'

const part = new RegExp(words.spotPart, 'y')
const alone = new RegExp(words.spotAlone, 'g')

const opened = new RegExp(words.openedBy, 'y')
const road = new RegExp(words.road, 'y')

/**
 * The rest of the address that a place's name stands in: all of it when the name is part of a longer one (宁村桥) or
 * something stands before it; null when nothing but names of ours is in it.
 */
export function restAfter(
  text: string,
  { start, nameEnd, end }: Mention,
  addresses: readonly Told[],
): Stretch | null {
  const whole = addresses.find((one) => one.start <= start && end <= one.end)
  if (whole === undefined) return null
  const [head] = whole.names
  if (head !== undefined && whole.start < head.start) return whole
  if (goesOnAsRoad(text, nameEnd)) return { start, end: whole.end }
  const rest = skipJoints(text, end)
  const parts = partsFrom(text, rest)
  const last = Math.max(whole.end, parts)
  if (last <= rest) return null
  return { start: isOpened(text, nameEnd, end) ? nameEnd : rest, end: last }
}

/** Whether the name before an offset is only the beginning of a road's or a bridge's: 宁村桥. */
export function goesOnAsRoad(text: string, nameEnd: number): boolean {
  road.lastIndex = nameEnd
  return road.test(text)
}

/** Whether the suffix of a name belongs to what follows: 小区门口, 村北边, 村委会后面. */
function isOpened(text: string, nameEnd: number, end: number): boolean {
  const suffix = text.slice(nameEnd, end)
  opened.lastIndex = end
  return words.spotOpeners.some((one) => one === suffix) && opened.test(text)
}

/** What follows a place's name and belongs to its address: 门口, 村北边. null when nothing does. */
export function spotAfter(text: string, nameEnd: number, end: number): Stretch | null {
  const from = skipJoints(text, end)
  const last = partsFrom(text, from)
  if (last === from) return null
  return { start: isOpened(text, nameEnd, end) ? nameEnd : from, end: last }
}

/** A spot that stands apart from the place's name, e.g. 小区门口 later in the text; the first that is not denied. */
export function spotApart(text: string, from: number): Stretch | null {
  alone.lastIndex = from
  for (let found = alone.exec(text); found !== null; found = alone.exec(text)) {
    if (endsWithOne(text, found.index, words.denied)) continue
    return { start: found.index, end: partsFrom(text, found.index + found[0].length) }
  }
  return null
}

function skipJoints(text: string, from: number): number {
  let at = from
  while (at - from < 2 && at < text.length && addressWords.joints.includes(text.charAt(at))) at += 1
  return at
}

function partsFrom(text: string, from: number): number {
  let at = from
  for (let count = 0; count < words.spotMost; count++) {
    part.lastIndex = at
    const found = part.exec(text)
    if (found === null) return at
    at += found[0].length
  }
  return at
}
