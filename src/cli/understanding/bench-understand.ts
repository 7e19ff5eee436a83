import { classify } from '#intents/classify.ts'
import { findPlaces } from '#routing/places/find.ts'
import { route } from '#routing/route.ts'
import { allExamples } from './examples.ts'
import { readLabelled } from './labelled.ts'
import { rivals } from './rivals.ts'
import { startUps } from './start-up.ts'
import { folds, shuffledSamples } from './training-setup.ts'

/** Our own examples of about the length people write in a chat. */
const messages = allExamples()
  .map(({ text }) => text)
  .filter(({ length }) => length >= 45 && length <= 75)
const runMs = 3000
const at = Date.now()

/** A message all the way: what it is about, where, and who answers. */
function read(text: string): void {
  const { category } = classify(text)
  const place = findPlaces(text)
  if (category === 'out-of-scope' || category === 'env-inquiry') return
  route({ category, place, text, urgency: 'general', at })
}

/** Messages a second of processor time: the machine may be shared. */
function perCpuSecond(): number {
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

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

const [path] = process.argv.slice(2)
const samples = shuffledSamples()
const seen = path === undefined ? samples.filter((_, i) => i % folds !== 0) : samples
const held =
  path === undefined
    ? samples.filter((_, i) => i % folds === 0)
    : readLabelled(path).map(({ text, primary }) => ({ text, label: primary }))

print({ startUp: await startUps() })
print({ withPlacesAndRouting: { messages: messages.length, perCpuSecond: perCpuSecond() } })
for (const rival of rivals(seen, held)) print(rival)
