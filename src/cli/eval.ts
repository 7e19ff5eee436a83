import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { classify } from '#intents/classify.ts'
import { measure, ofClass } from '#intents/measure.ts'
import type { Judged } from '#intents/measure.ts'
import { decideDistrict, districtFigures } from './district-figures.ts'
import type { DistrictFigures } from './district-figures.ts'
import { readLabelled } from './labelled.ts'
import { cliTexts } from './texts.ts'

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function percent(share: number): string {
  return share.toFixed(3)
}

function printTable(judged: readonly Judged[]): void {
  print(cliTexts.evalHead)
  for (const name of [...new Set(judged.map((one) => one.primary))].sort()) {
    const { n, precision, recall, f1 } = ofClass(judged, name)
    print([name, n, percent(precision), percent(recall), percent(f1)].join('\t'))
  }
  print(cliTexts.curveHead)
  for (const threshold of [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const covered = judged.map((one) => ({ ...one, abstain: one.confidence < threshold }))
    const { coverage, accuracyCovered } = measure(covered)
    print([percent(threshold), percent(coverage), percent(accuracyCovered)].join('\t'))
  }
}

function printDistrict({ n, ...shares }: DistrictFigures): void {
  print(cliTexts.districtHead)
  print([n, ...Object.values(shares).map(percent)].join('\t'))
}

const { values, positionals } = parseArgs({
  options: { errors: { type: 'string' } },
  allowPositionals: true,
})
const [path] = positionals
if (path === undefined) {
  process.stderr.write(`${cliTexts.evalUsage}\n`)
  process.exitCode = 1
} else {
  const messages = readLabelled(path)
  for (const { text } of messages) classify(text)
  const before = process.cpuUsage()
  const read = messages.map(({ text }) => classify(text))
  const used = process.cpuUsage(before)
  const seconds = (used.user + used.system) / 1e6
  const judged = read.map(({ ranked, confidence, abstain }, index) => ({
    primary: messages[index]?.primary ?? '',
    ranked: ranked.map(({ category }) => category),
    confidence,
    abstain,
  }))
  printTable(judged)
  if (values.errors !== undefined) {
    const wrong = messages.flatMap((message, index) => {
      const said = read[index]
      return said === undefined || said.category === message.primary
        ? []
        : [JSON.stringify({ ...message, said: said.ranked, evidence: said.evidence })]
    })
    writeFileSync(values.errors, `${wrong.join('\n')}\n`)
  }
  const district = districtFigures(decideDistrict(messages, Date.now()))
  if (district.n > 0) printDistrict(district)
  const msgsPerSecond = Math.round(messages.length / seconds)
  print(JSON.stringify({ ...measure(judged), msgsPerSecond, ...(district.n > 0 && { district }) }))
}
