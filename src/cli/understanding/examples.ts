import { readFileSync } from 'node:fs'
import { categoryIds } from '#intents/score.ts'
import type { CategoryId } from '#intents/categories/index.ts'

/** An example of a category: what people say when they mean it. */
export type Example = { readonly text: string; readonly label: CategoryId }

/**
 * Utterances of our own writing in the voice of real people, one a line of intents/examples/<category>.txt.
 * They train, test and fill the demonstration; what runs for citizens carries none.
 */
export function examplesOf(category: CategoryId): string[] {
  const file = new URL(`../../../intents/examples/${category}.txt`, import.meta.url)
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Those of all categories, in their order. */
export function allExamples(): Example[] {
  return categoryIds.flatMap((label) => examplesOf(label).map((text) => ({ text, label })))
}
