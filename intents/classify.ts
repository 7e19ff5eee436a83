import { loadModel } from './model.ts'
import stored from './model.json' with { type: 'json' }
import { normalize } from './normalize.ts'
import { categoryIds, classifyWith } from './score.ts'
import type { Classified } from './score.ts'
import type { Classification } from './types.ts'

const model = loadModel(stored, categoryIds)

/** Names the rules and the weights a decision was made with. */
export const understandingVersion = model.version

/** What a text complains of: the rules and the trained model in one calibrated score. */
export function classify(text: string): Classification {
  return classifyNormal(normalize(text)).classification
}

/** As `classify`, for text that is normalised already, with what the rules found. */
export function classifyNormal(text: string): Classified {
  return classifyWith(model, text)
}
