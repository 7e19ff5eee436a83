import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import { categories } from '#intents/categories/index.ts'
import { classify } from '#intents/classify.ts'
import { normalize } from '#intents/normalize.ts'
import { eachGram } from '#intents/vocabulary.ts'
import { findPlaces } from '#routing/places/find.ts'
import { route } from '#routing/route.ts'

/** Our own examples of about the length people write in a chat. */
const messages = categories
  .flatMap(({ examples }) => [...examples])
  .filter(({ length }) => length >= 45 && length <= 75)
const runMs = 3000
const at = Date.now()

/** A message all the way: what it is about, where, and who answers. */
function ours(text: string): void {
  const { category } = classify(text)
  const { town, village, spot } = findPlaces(text)
  if (category === 'out-of-scope' || category === 'env-inquiry') return
  const place = { town, village, spot, coordinates: null }
  route({ category, place, text, urgency: 'general', at })
}

function gramsOf(text: string): string[] {
  const grams: string[] = []
  eachGram(normalize(text), (_, one, two) => grams.push(String.fromCharCode(one, two)))
  return grams
}

/** natural's Bayes on character pairs, trained on the same examples. */
function naturals(): (text: string) => void {
  const bayes = new BayesClassifier()
  for (const { id, examples } of categories) {
    for (const text of examples) bayes.addDocument(gramsOf(text), id)
  }
  bayes.train()
  return (text) => bayes.classify(gramsOf(text))
}

/** Messages a second of processor time: the machine may be shared. */
function perSecond(read: (text: string) => void): number {
  for (const text of messages) read(text)
  const used = process.cpuUsage()
  const end = performance.now() + runMs
  let count = 0
  while (performance.now() < end) {
    for (const text of messages) read(text)
    count += messages.length
  }
  const { user, system } = process.cpuUsage(used)
  return Math.round(count / ((user + system) / 1e6))
}

const startupMs = Math.round(performance.now())
const figures = {
  messages: messages.length,
  startupMs,
  memoryMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
  oursPerCpuSecond: perSecond(ours),
  naturalBayesPerCpuSecond: perSecond(naturals()),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
