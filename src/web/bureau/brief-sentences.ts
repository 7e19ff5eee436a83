import type { Brief } from '#app/evaluation/read-brief.ts'
import { points, rateText } from '#doors/format.ts'
import { fill, placeLabel, shortCategory } from '#doors/labels.ts'
import { briefTexts } from './brief-texts.ts'
import { keyLabel } from './names.ts'

const say = briefTexts.sentences

/** What a leader can say of a period: one sentence a matter, each from figures that are on the page. */
export function sentencesOf(brief: Brief): readonly string[] {
  return [
    ...ofRates(brief),
    ofUnits(brief),
    brief.overdue.total === 0 ? say.noOverdue : fill(say.overdue, { n: brief.overdue.total }),
    ...brief.spots.map(({ cases, category, ...place }) =>
      fill(say.spot, {
        place: placeLabel(place),
        category: shortCategory(category),
        n: cases.length,
      }),
    ),
  ]
}

/** Shares of a few cases are not for saying, nor what they changed by. */
function ofRates({ total, before }: Brief): readonly string[] {
  const { valid, contacted, solved, satisfied, composite } = total
  if (contacted === null || solved === null || satisfied === null || composite === null) {
    return [say.none]
  }
  if (total.small) return [fill(say.few, { n: valid })]
  const rates = fill(say.rates, {
    n: valid,
    contacted: rateText(contacted.share),
    solved: rateText(solved.share),
    satisfied: rateText(satisfied.share),
    composite: rateText(composite),
  })
  return before.composite === null || before.small
    ? [rates]
    : [rates, ofChange(composite - before.composite)]
}

function ofChange(difference: number): string {
  const size = points(Math.abs(difference)).replace('+', '')
  if (size === '0.00') return say.same
  return fill(difference > 0 ? say.up : say.down, { points: size })
}

function ofUnits({ weak }: Brief): string {
  const names = weak
    .filter(({ one }) => one.stands === 'below')
    .map(({ one }) => keyLabel('handler', one.key))
  return names.length === 0 ? say.noneBelow : fill(say.below, { units: names.join('、') })
}
