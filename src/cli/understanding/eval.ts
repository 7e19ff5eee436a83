import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { classify } from '#intents/classify.ts'
import { measure } from '#intents/measure.ts'
import type { Classification } from '#intents/types.ts'
import { decideDistrict, districtFigures } from './district-figures.ts'
import { classLines, curveLines, districtLines, figureLines } from './eval-table.ts'
import { intervals } from './intervals.ts'
import { judgedAs } from './judging.ts'
import { readLabelled } from './labelled.ts'
import type { Labelled } from './labelled.ts'
import { cliTexts } from '#cli/texts.ts'

function evaluate(path: string, errors: string | undefined): void {
  const messages = readLabelled(path)
  const { read, msgsPerSecond } = readAll(messages)
  const judged = read.map(({ message, said: { ranked, confidence, abstain } }) => {
    const said = { ranked: ranked.map(({ category }) => category), confidence, abstain }
    return judgedAs(said, message.primary, message.secondary)
  })
  const measures = measure(judged)
  const around = intervals(judged)
  const district = districtFigures(decideDistrict(messages, Date.now()))
  if (errors !== undefined) writeFileSync(errors, read.flatMap(wrongLine).join(''))
  print(classLines(judged))
  print(curveLines(judged))
  print(figureLines(measures, around))
  if (district.n > 0) print(districtLines(district))
  const places = district.n > 0 ? { district } : {}
  print([JSON.stringify({ ...measures, msgsPerSecond, ...around, ...places })])
}

type Read = { readonly message: Labelled; readonly said: Classification }

/** Every message read, once before the time is taken. The machine may be shared: time of the processor. */
function readAll(messages: readonly Labelled[]) {
  for (const { text } of messages) classify(text)
  const before = process.cpuUsage()
  const read = messages.map((message): Read => ({ message, said: classify(message.text) }))
  const { user, system } = process.cpuUsage(before)
  return { read, msgsPerSecond: Math.round(messages.length / ((user + system) / 1e6)) }
}

function wrongLine({ message, said: { category, ranked, evidence } }: Read): string[] {
  if (category === message.primary) return []
  return [`${JSON.stringify({ ...message, said: ranked, evidence })}\n`]
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

const { values, positionals } = parseArgs({
  options: { errors: { type: 'string' } },
  allowPositionals: true,
})
const [path] = positionals
if (path === undefined) {
  process.stderr.write(`${cliTexts.evalUsage}\n`)
  process.exitCode = 1
} else evaluate(path, values.errors)
