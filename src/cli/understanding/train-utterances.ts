import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { foldModel } from '#intents/folded.ts'
import { utteranceActs } from '#intents/utterances/acts.ts'
import { chancesOf, storeUtteranceModel } from '#intents/utterances/model.ts'
import { trainUtterances } from '#intents/utterances/training.ts'
import { utteranceSamples, utteranceTraining } from './utterance-samples.ts'

const folds = 5
const temperatures = [0.6, 0.8, 1, 1.25, 1.6, 2]

const samples = utteranceSamples()
/** The same words stay in one fold, at whatever points of the talk. */
const foldOf = ({ normal }: { readonly normal: string }) =>
  (createHash('sha256').update(normal).digest()[0] ?? 0) % folds

type Judged = {
  readonly score: Float64Array
  readonly acts: readonly string[]
  readonly only: string | null
  readonly mute: string | undefined
}

function judgedIn(fold: number): Judged[] {
  const seen = samples.filter((sample) => foldOf(sample) !== fold)
  const model = trainUtterances(seen, utteranceTraining())
  return samples
    .filter((sample) => foldOf(sample) === fold)
    .map(({ normal, point, acts, only, mute }) => ({
      score: chancesOf(model, normal, point).map((p) => Math.log(p / (1 - p + 1e-12) + 1e-12)),
      acts,
      only,
      mute,
    }))
}

function lossAt(judged: readonly Judged[], temperature: number): number {
  return judged.reduce((sum, { score, acts, only, mute }) => {
    const heads = utteranceActs.map((act, k) => {
      if ((only !== null && only !== act) || mute === act) return 0
      const p = 1 / (1 + Math.exp(-(score[k] ?? 0) / temperature))
      return -Math.log(Math.max(1e-9, acts.includes(act) ? p : 1 - p))
    })
    return sum + heads.reduce((a, b) => a + b, 0)
  }, 0)
}

function figures(judged: readonly Judged[]) {
  return utteranceActs.map((act, k) => {
    const about = judged.filter(({ only, mute }) => (only === null || only === act) && mute !== act)
    const is = about.filter(({ acts }) => acts.includes(act))
    const said = about.filter(({ score }) => (score[k] ?? 0) > 0)
    const hit = said.filter(({ acts }) => acts.includes(act)).length
    const [precision, recall] = [hit / Math.max(1, said.length), hit / Math.max(1, is.length)]
    const f1 = hit === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return { act, n: is.length, precision, recall, f1 }
  })
}

const withFolds = !process.argv.includes('--quick')
const judged = withFolds ? Array.from({ length: folds }, (_, fold) => judgedIn(fold)).flat() : []
const temperature = temperatures.reduce((a, b) => (lossAt(judged, b) < lossAt(judged, a) ? b : a))
const stored = storeUtteranceModel({
  ...trainUtterances(samples, utteranceTraining()),
  temperature: withFolds ? temperature : 1,
})
const version = createHash('sha256').update(stored.weights).digest('hex').slice(0, 12)
const file = new URL('../../../intents/utterances/model.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(foldModel({ ...stored, version }))}\n`)
const rows = figures(judged).map(
  ({ act, n, precision, recall, f1 }) =>
    `| ${act} | ${String(n)} | ${precision.toFixed(3)} | ${recall.toFixed(3)} | ${f1.toFixed(3)} |`,
)
process.stdout.write(`${rows.join('\n')}\n`)
process.stdout.write(
  `${JSON.stringify({ samples: samples.length, features: stored.features.length, version, temperature: stored.temperature })}\n`,
)
