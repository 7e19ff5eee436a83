import { words } from './words.ts'

const address = new RegExp(words.address)
const otherArea = new RegExp(words.otherArea)
const ownAreas = new RegExp(words.ownAreas)
const estates = new RegExp(words.estates)
/** Characters that can tell what stands before a name. */
const reach = 10

/** Whether the text before an offset ends with one of the words. */
export function endsWithOne(text: string, at: number, list: readonly string[]): boolean {
  return list.some((one) => text.endsWith(one, at))
}

/** Whether somebody is said to live at an offset: 家住, or 住 that opens a part of a sentence. */
export function isHome(text: string, at: number): boolean {
  const lives = text.charAt(at - 1) === words.lives && opensClause(text, at - 1)
  return lives || endsWithOne(text, at, words.home)
}

/** Whether a name at an offset opens a part of a sentence. */
export function opensClause(text: string, at: number): boolean {
  return at === 0 || words.stops.includes(text.charAt(at - 1))
}

/** Whether a part of a sentence ends at an offset. */
export function endsClause(text: string, at: number): boolean {
  return at === text.length || words.stops.includes(text.charAt(at))
}

/** Whether an address is announced just before: 地址：. */
export function isAnnounced(text: string, at: number): boolean {
  return address.test(text.slice(Math.max(0, at - reach), at))
}

/** Whether a name of everyday words may begin here, and is not the end of a longer one: 湖滨花园小区. */
export function beginsName(text: string, at: number): boolean {
  if (opensClause(text, at) || words.leftEdges.includes(text.charAt(at - 1))) return true
  const before = text.slice(Math.max(0, at - reach), at)
  if (endsWithOne(text, at, words.before) || address.test(before)) return true
  return ownAreas.test(before) && !estates.test(before)
}

/** Whether the name of another district, town or street stands right before: 长安镇阳光小区. */
export function isUnderAnother(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - reach), at)
  return otherArea.test(before) && !ownAreas.test(before)
}

/** Whether the bare name of a short village goes on to be another, longer name: 大岭山. */
export function goesOn(text: string, end: number): boolean {
  const next = text.charAt(end)
  return next !== '' && words.longerNames.includes(next)
}

/** Whether an offset is inside the title of a law or a book: 《某省某条例》. */
export function isTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
}

/** The text without separators. */
export function strip(text: string): string {
  return [...text].filter((char) => !words.stops.includes(char)).join('')
}
