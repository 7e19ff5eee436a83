import { parseArgs } from 'node:util'
import { explain } from './explanation.ts'
import { explanationInWords } from './explanation-text.ts'
import { cliTexts } from '#cli/texts.ts'

/** Prints why a text is read and routed as it is, for people or with --json. Exit 2 without a text. */
function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const text = positionals.join(' ')
  if (text.trim() === '') {
    console.error(cliTexts.explainUsage)
    return 2
  }
  const explanation = explain(text, Date.now())
  console.log(values.json ? JSON.stringify(explanation, null, 2) : explanationInWords(explanation))
  return 0
}

process.exitCode = main(process.argv.slice(2))
