import { lookUp, makeIntTable, store } from './int-table.ts'
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

/** The edges of a tree of words, by the node they lead to; nodes are numbered as they are met. */
type Trie = {
  readonly table: IntTable
  readonly parents: Uint16Array
  readonly letters: Uint16Array
  readonly word: Int32Array
  /** Nodes by depth, the root left out. */
  readonly order: Uint32Array
}

function makeAutomaton(words: readonly string[]): Automaton {
  const trie = makeTrie(words)
  const size = trie.word.length
  const root = new Uint16Array(units)
  for (let node = 1; node < size; node += 1) {
    if (trie.parents[node] === 0) root[trie.letters[node]!] = node
  }
  const { table: next, word } = trie
  const fail = new Uint16Array(size)
  const automaton = { root, next, fail, word, dictionary: new Uint16Array(size) }
  linkFailures(trie, automaton)
  return automaton
}

function makeTrie(words: readonly string[]): Trie {
  const most = words.reduce((sum, { length }) => sum + length, 1)
  const table = makeIntTable(most)
  const parents = new Uint16Array(most)
  const letters = new Uint16Array(most)
  const depths = new Uint16Array(most)
  const word = new Int32Array(most).fill(-1)
  let size = 1
  words.forEach((text, index) => {
    let node = 0
    for (let i = 0; i < text.length; i += 1) {
      const key = keyOf(node, text.charCodeAt(i))
      let next = lookUp(table, key)
      if (next === 0) {
        next = size
        size += 1
        store(table, key, next)
        parents[next] = node
        letters[next] = text.charCodeAt(i)
        depths[next] = i
      }
      node = next
    }
    if (node !== 0) word[node] = index
  })
  if (size > units) throw new Error('too many words for 16-bit nodes')
  const order = Uint32Array.from({ length: size - 1 }, (_, index) => index + 1)
  order.sort((a, b) => depths[a]! - depths[b]!)
  return { table, parents, letters, word: word.slice(0, size), order }
}

/** By depth, so that a node's failure is linked before its children's. */
function linkFailures({ parents, letters, order }: Trie, automaton: Automaton): void {
  const { fail, word, dictionary } = automaton
  for (const node of order) {
    const parent = parents[node]!
    const to = parent === 0 ? 0 : step(automaton, fail[parent]!, letters[node]!)
    fail[node] = to
    dictionary[node] = word[to]! >= 0 ? to : dictionary[to]!
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
