import { everyday } from './aliases.ts'
import { fold } from './names.ts'
import { realElsewhere } from './other-cities.ts'
import { slipRows } from './slips.ts'
import { towns } from './towns.ts'
import { villages } from './villages.ts'
import { words } from './words.ts'

/** Shorter names are too easily met by chance. */
const shortest = 3

/** By UTF-16 unit: every text without a place passes here. */
const sounds = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
for (const row of slipRows) {
  for (let at = 1; at < row.length; at++) sounds[row.charCodeAt(at)] = row.charCodeAt(0)
}

/** The right name at the end of how it sounds; null where none ends, or two sound alike. */
type Node = { readonly next: Map<number, Node>; name: string | null; taken: boolean }

const others = new Set<string>(realElsewhere)
const root = newNode()
for (const name of namesToCorrect()) learn(name)

/**
 * A folded text with misspelt names of townships and villages put right, of the same length: 希瓮庄镇 becomes
 * 溪翁庄镇. Names of everyday words and of two characters are left as they are.
 */
export function correctNames(folded: string): string {
  let text = folded
  let at = 0
  while (at < text.length) {
    const name = nameAt(text, at)
    const isSlip = name !== null && !isElsewhere(text, at, name.length)
    if (isSlip) text = text.slice(0, at) + name + text.slice(at + name.length)
    at += name?.length ?? 1
  }
  return text
}

/** Whether it is a village's real name as written: 十里铺村, not 十里铺镇. */
function isElsewhere(text: string, at: number, length: number): boolean {
  return (
    others.has(text.slice(at, at + length)) &&
    words.villageSuffixes.some((one) => text.startsWith(one, at + length))
  )
}

function nameAt(text: string, start: number): string | null {
  let node: Node | undefined = root
  let found: string | null = null
  for (let at = start; node !== undefined; at++) {
    found = node.name ?? found
    node = node.next.get(soundOf(text.charCodeAt(at)))
  }
  return found
}

function soundOf(code: number): number {
  return sounds[code] ?? code
}

function learn(name: string): void {
  let node = root
  for (let at = 0; at < name.length; at++) {
    const sound = soundOf(name.charCodeAt(at))
    const next = node.next.get(sound) ?? newNode()
    node.next.set(sound, next)
    node = next
  }
  node.name = node.taken ? null : name
  node.taken = true
}

function newNode(): Node {
  return { next: new Map(), name: null, taken: false }
}

function namesToCorrect(): readonly string[] {
  const plainWords = new Set<string>([...everyday.strong, ...everyday.weak])
  const ofTowns = towns.flatMap(({ label, aliases }) => [label, ...aliases])
  const all = [...ofTowns, ...villages.map(({ name }) => name)].map(fold)
  return [...new Set(all)].filter(
    (name) => name.length >= shortest && !plainWords.has(name) && /^[\u4e00-\u9fa5]+$/.test(name),
  )
}
