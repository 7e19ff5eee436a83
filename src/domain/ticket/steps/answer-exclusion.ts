import { toInspectors } from '../../notices/audiences.ts'
import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import { answerBarred, sideOf } from '../excluding.ts'
import * as k from '../kinds.ts'
import { countedStatuses } from '../status.ts'
import type { Exclusion } from '../ticket.ts'

const fields = { text: k.words.ofCitizen }

/** The unit's or the citizen's word; after the approval, an appeal. */
export const exclusionAnswered = event('exclusion-answered', fields, {
  change: (t, { by }) => ({ ...t, exclusion: t.exclusion && heard(t.exclusion, sideOf(by)) }),
  tells: ({ after }) =>
    after.exclusion?.state === 'appealed' ? toInspectors('exclusion-appealed') : [],
})

export const answerExclusion = step({
  command: 'answer-exclusion',
  input: fields,
  from: countedStatuses,
  by: ['its-citizen', 'operator', 'handler'],
  moot: (ticket, actor) => answerBarred(ticket, actor) !== null,
  decide: (ticket, { text }, { actor }) => {
    const barred = answerBarred(ticket, actor)
    if (barred !== null) return barred
    return isBlank(text) ? missing('text') : [exclusionAnswered({ text })]
  },
})

/** A word after the approval is an appeal: everybody is heard anew. */
function heard(exclusion: Exclusion, side: Exclusion['heard'][number]): Exclusion {
  return exclusion.state === 'approved'
    ? { ...exclusion, state: 'appealed', appealed: true, heard: [side] }
    : { ...exclusion, heard: [...exclusion.heard, side] }
}
