import { words } from './words.ts'

export type Spot = { readonly start: number; readonly end: number }

const part = new RegExp(words.spotPart, 'y')
const alone = new RegExp(words.spotAlone, 'g')

/** What follows a place's name and belongs to its address: 门口, 村北边. null when nothing does. */
export function spotAfter(text: string, nameEnd: number, end: number): Spot | null {
  const from = skipJoints(text, end)
  const last = partsFrom(text, from)
  if (last === from) return null
  const suffix = text.slice(nameEnd, end)
  return { start: words.spotOpeners.some((one) => one === suffix) ? nameEnd : from, end: last }
}

/** A spot that stands apart from the place's name, e.g. 小区门口 later in the text; the first one. */
export function spotApart(text: string, from: number): Spot | null {
  alone.lastIndex = from
  const found = alone.exec(text)
  if (found === null) return null
  return { start: found.index, end: partsFrom(text, found.index + found[0].length) }
}

function skipJoints(text: string, from: number): number {
  return text.charAt(from) === ' ' ? from + 1 : from
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
