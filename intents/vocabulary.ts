import { lookUp, makeIntTable, store } from './int-table.ts'
import type { IntTable } from './int-table.ts'

/** The n-grams a model knows, laid out for looking up by code units instead of by text. */
export type Vocabulary = {
  readonly size: number
  /** Two code units in one number → slot, from 1. */
  readonly pairs: IntTable
  /** Feature of a slot's pair, or -1. */
  readonly pairFeatures: Int32Array
  /** Slot and third code unit in one number → feature + 1. */
  readonly triples: IntTable
  /** How often each feature stands in the text at hand; zero again after every use. */
  readonly scratch: Float32Array
  readonly first: number
  /** How much each n-gram counts, the rarer the more. */
  readonly rarity: Float32Array
}

/** A vocabulary as it is kept: n-grams of two or three characters, and how much each counts. */
export type Grams = { readonly grams: readonly string[]; readonly rarity: Float32Array }

/** The first n-gram's feature number is `first`. */
export function makeVocabulary({ grams, rarity }: Grams, first: number): Vocabulary {
  const pairs = makeIntTable(grams.length)
  const triples = makeIntTable(grams.length)
  const pairFeatures = new Int32Array(grams.length + 1).fill(-1)
  let slots = 0
  grams.forEach((gram, index) => {
    const key = keyOf(gram.charCodeAt(0), gram.charCodeAt(1))
    let slot = lookUp(pairs, key)
    if (slot === 0) {
      slots += 1
      slot = slots
      store(pairs, key, slot)
    }
    if (gram.length === 2) pairFeatures[slot] = first + index
    else store(triples, keyOf(slot, gram.charCodeAt(2)), first + index + 1)
  })
  const scratch = new Float32Array(grams.length)
  return { size: grams.length, pairs, pairFeatures, triples, scratch, first, rarity }
}

function keyOf(one: number, two: number): number {
  return (one << 16) | two
}

/** Chinese characters and Latin letters; digits and punctuation say nothing of the matter. */
function isWordUnit(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x61 && unit <= 0x7a)
}

/**
 * Calls back for every pair and triple of word characters in a text, with where it begins; punctuation
 * and digits break them. A triple comes with its pair; without one its third unit is 0.
 */
export function eachGram(
  text: string,
  visit: (at: number, one: number, two: number, three: number) => void,
): void {
  let one = wordUnit(text, 0)
  let two = wordUnit(text, 1)
  for (let at = 0; at + 1 < text.length; at += 1) {
    const three = wordUnit(text, at + 2)
    if (one !== 0 && two !== 0) visit(at, one, two, three)
    one = two
    two = three
  }
}

function wordUnit(text: string, at: number): number {
  const unit = at < text.length ? text.charCodeAt(at) : 0
  return isWordUnit(unit) ? unit : 0
}

/** Features of a text's known n-grams and how often each stands; what begins in the title counts `boost` times. */
export function countGrams(
  text: string,
  { pairs, pairFeatures, triples, scratch, first }: Vocabulary,
  title: { readonly length: number; readonly boost: number },
): { readonly features: readonly number[]; readonly counts: readonly number[] } {
  const features: number[] = []
  const add = (feature: number, weight: number) => {
    if (feature < 0) return
    if (scratch[feature - first] === 0) features.push(feature)
    scratch[feature - first]! += weight
  }
  eachGram(text, (at, one, two, three) => {
    const slot = lookUp(pairs, keyOf(one, two))
    if (slot === 0) return
    const weight = at < title.length ? title.boost : 1
    add(pairFeatures[slot]!, weight)
    if (three !== 0) add(lookUp(triples, keyOf(slot, three)) - 1, weight)
  })
  const counts = features.map((feature) => scratch[feature - first]!)
  for (const feature of features) scratch[feature - first] = 0
  return { features, counts }
}
