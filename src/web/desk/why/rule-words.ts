import { categories } from '#intents/categories/index.ts'
import { fill } from '#doors/labels.ts'
import { ruleTexts } from './texts.ts'
import { factLabel } from './reasons.ts'

const labels = new Map<string, string>(categories.map(({ id, label }) => [id, label]))
const handChosen = 'desk/'

/** A routing's rule in Chinese: 道路扬尘与遗撒，属于“县级及以上公路”; with a note where the desk chose another unit. */
export function ruleInWords(rule: string): string {
  const byHand = rule.startsWith(handChosen)
  const [category = '', fact] = (byHand ? rule.slice(handChosen.length) : rule).split('/')
  const label = labels.get(category) ?? category
  const words =
    fact === undefined
      ? fill(ruleTexts.ofCategory, { category: label })
      : fill(ruleTexts.withFact, { category: label, fact: factLabel(fact) })
  return byHand ? fill(ruleTexts.byHand, { rule: words }) : words
}
