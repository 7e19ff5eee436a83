import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { classify } from '#intents/classify.ts'
import { measure, ofClass } from '#intents/measure.ts'
import type { Judged } from '#intents/measure.ts'
import { cliTexts, fillText } from './texts.ts'

const labelled = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  primary: z.string(),
  secondary: z.array(z.string()).default([]),
})
type Labelled = z.infer<typeof labelled>

/** Reads labelled messages, one JSON object a line. Throws with the line's number when one is not. */
function readLabelled(path: string): Labelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return []
      const parsed = z.safeParse(labelled, jsonOf(line))
      if (!parsed.success) throw new Error(fillText(cliTexts.badLine, { line: index + 1 }))
      return [parsed.data]
    })
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

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
  const begin = performance.now()
  const read = messages.map(({ text }) => classify(text))
  const seconds = (performance.now() - begin) / 1000
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
  print(
    JSON.stringify({ ...measure(judged), msgsPerSecond: Math.round(messages.length / seconds) }),
  )
}
