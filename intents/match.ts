import { lookUp, makeIntTable } from './int-table.ts'
import type { IntTable } from './int-table.ts'

/** Called for every word found: its place in the list given to `makeMatcher`, and where it stands. */
export type OnHit = (index: number, from: number, to: number) => void

/**
 * Finds every occurrence of any of many words in one pass (Aho–Corasick). Overlapping words are all
 * reported, by where they end; time grows with the text, not with the number of words.
 */
export function makeMatcher(words: readonly string[]): (text: string, onHit: OnHit) => void {
  const automaton = makeAutomaton(words)
  const { word, dictionary } = automaton
  const lengths = Uint16Array.from(words, ({ length }) => length)
  return (text, onHit) => {
    let node = 0
    for (let i = 0; i < text.length; i += 1) {
      node = step(automaton, node, text.charCodeAt(i))
      for (let end = node; end !== 0; end = dictionary[end]!) {
        const index = word[end]!
        if (index >= 0) onHit(index, i + 1 - lengths[index]!, i + 1)
      }
    }
  }
}

type Automaton = {
  /** Code unit → node, from the root. */
  readonly root: Uint16Array
  /** node and code unit in one key → node, from the others. */
  readonly next: IntTable
  readonly fail: Uint16Array
  /** The word that ends here, or -1. */
  readonly word: Int32Array
  /** The nearest node by failure links where a word ends. */
  readonly dictionary: Uint16Array
}

/** Nodes are numbered in 16 bits, so that a node and a code unit make one key. */
const units = 65536

type Node = { readonly children: Map<number, number>; word: number }

function makeAutomaton(words: readonly string[]): Automaton {
  const nodes = makeTrie(words)
  if (nodes.length > units) throw new Error('too many words for 16-bit nodes')
  const root = new Uint16Array(units)
  for (const [unit, child] of nodes[0]!.children) root[unit] = child
  const edges = nodes.flatMap(({ children }, node) =>
    node === 0 ? [] : [...children].map(([unit, child]) => [keyOf(node, unit), child] as const),
  )
  const automaton = {
    root,
    next: makeIntTable(edges),
    fail: new Uint16Array(nodes.length),
    word: Int32Array.from(nodes, ({ word }) => word),
    dictionary: new Uint16Array(nodes.length),
  }
  linkFailures(nodes, automaton)
  return automaton
}

function makeTrie(words: readonly string[]): Node[] {
  const nodes: Node[] = [{ children: new Map(), word: -1 }]
  words.forEach((word, index) => {
    let node = 0
    for (let i = 0; i < word.length; i += 1) {
      const { children } = nodes[node]!
      const known = children.get(word.charCodeAt(i))
      const next = known ?? nodes.push({ children: new Map(), word: -1 }) - 1
      children.set(word.charCodeAt(i), next)
      node = next
    }
    if (node !== 0) nodes[node]!.word = index
  })
  return nodes
}

/** By depth, so that a node's failure is linked before its children's. */
function linkFailures(nodes: readonly Node[], automaton: Automaton): void {
  const { fail, word, dictionary } = automaton
  const queue = [0]
  for (const node of queue) {
    for (const [unit, child] of nodes[node]!.children) {
      queue.push(child)
      const to = node === 0 ? 0 : step(automaton, fail[node]!, unit)
      fail[child] = to
      dictionary[child] = word[to]! >= 0 ? to : dictionary[to]!
    }
  }
}

function keyOf(node: number, unit: number): number {
  return (node << 16) | unit
}

function step({ root, next, fail }: Automaton, from: number, unit: number): number {
  for (let node = from; node !== 0; node = fail[node]!) {
    const found = lookUp(next, keyOf(node, unit))
    if (found !== 0) return found
  }
  return root[unit]!
}
