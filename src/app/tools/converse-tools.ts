import type { Language } from '#intents/types.ts'
import { categories } from '#intents/categories/index.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { beijingDay } from '#routing/calendar.ts'
import { dueBy } from '#app/settings/due-by.ts'
import { recognisedIn, toldBeyond } from '#routing/places/in-words.ts'
import type { PlaceWords } from '#routing/places/in-words.ts'
import { figures } from '#routing/plan/figures.ts'
import { sentenceOf } from '#routing/plan/index.ts'
import type { PlanFigure } from '#routing/plan/types.ts'
import { rulebook } from '#routing/rulebook.ts'
import { route } from '#routing/route.ts'
import type { Clause, UnitOrTown } from '#routing/types.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import type { ConverseTools } from '#domain/dialogue/types.ts'
import { mask } from '#intents/personal/index.ts'
import type { Ctx } from '#app/ctx.ts'
import { lastStepIn } from './last-step.ts'
import { noNumbers } from './numbers.ts'
import type { Numbers } from './numbers.ts'
import { sayIn } from './render.ts'
import { makeCode } from './secret-code.ts'
import { timeInWords } from './time.ts'

const categoryLabels = new Map<string, string>(categories.map(({ id, label }) => [id, label]))
const unitLabels = new Map<string, string>(units.map(({ id, label }) => [id, label]))

/** A unit's official name. */
export function unitLabel(id: UnitId): string {
  return unitLabels.get(id) ?? id
}

/** A category's name. */
export function categoryLabel(id: ComplaintCategoryId): string {
  return categoryLabels.get(id) ?? id
}

/**
 * Everything pure dialogue code needs from outside, in one language. `numbers`: for the tickets of one turn; left out
 * where none is opened.
 */
export function converseTools(
  ctx: Ctx,
  language: Language,
  numbers: Numbers = noNumbers,
): ConverseTools {
  const now = ctx.now()
  const say: ConverseTools['say'] = (key, slots = {}) => sayIn(language, key, slots)
  const labels = labelsIn(say)
  return {
    now,
    route,
    due: dueBy(ctx),
    mint: {
      ticket: () => ({ id: ctx.newId(), number: numbers.next() }),
      id: ctx.newId,
      code: () => makeCode(ctx),
    },
    labels,
    say,
    mask,
    hold: null,
    inquiry: (topic) => {
      const found = figures.find((figure) => figure.topic === topic) ?? handlingOf(topic, now, say)
      return found === null ? null : { answer: found.answer, clause: labels.clause(found.clause) }
    },
  }
}

const handles = 'handles.'

/** Who handles a category, in a sentence, for the topic `handles.CATEGORY`; null for other topics. */
function handlingOf(
  topic: string,
  now: number,
  say: ConverseTools['say'],
): Pick<PlanFigure, 'answer' | 'clause'> | null {
  const day = beijingDay(now)
  const rule = rulebook.responsibilities.find(
    ({ category, from, until }) =>
      handles + category === topic && from <= day && (until === null || day <= until),
  )
  if (rule === undefined) return null
  const name = (unit: UnitOrTown) => (unit === '{town}' ? say('inquiry.local') : unitLabel(unit))
  const slots = {
    category: categoryLabel(rule.category),
    handler: name(rule.handler),
    supporting: rule.supporting.map(name).join('、'),
  }
  return { answer: say('inquiry.handles', slots), clause: rule.clause }
}

function labelsIn(say: ConverseTools['say']): ConverseTools['labels'] {
  return {
    category: categoryLabel,
    unit: unitLabel,
    town: unitLabel,
    place: (place) => placeLabel(place, say) || say('place.unknown'),
    clause: (clause: Clause) =>
      say('clause', { annex: say(`annex.${clause.annex}`), task: clause.task }),
    sentence: sentenceOf,
    time: timeInWords,
    status: (status) => say(`state.${status}`),
    lastStep: (events) => lastStepIn(say, events),
  }
}

/** A place in words, with those it was told in when they say more; empty when nothing is known. */
export function placeLabel(place: PlaceWords, say: ConverseTools['say']): string {
  const known = recognisedIn(place)
  const told = toldBeyond(place)
  if (told === null) return known
  return known === '' ? told : say('place.told', { place: known, told })
}
