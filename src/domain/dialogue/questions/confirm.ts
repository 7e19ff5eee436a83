import { putAside, say } from '../dialogue.ts'
import { ask, tell } from '../move.ts'
import type { Moves } from '../move.ts'
import type { Choice, SummaryItem } from '../reply.ts'
import { namesNew } from '../said.ts'
import { plannedTickets } from '../summary.ts'
import type { ConverseTools, Draft, Scene, TextContent } from '../types.ts'
import { correction } from './correction.ts'
import { question } from './question.ts'

const same = 'same:'

/** What, where, when, who, why and by when: shown before anything is opened (rule 3). */
export const confirm = question({
  kind: 'confirm',
  put: (draft: Draft, tools: ConverseTools) => ({
    choices: (['confirm', 'correct', 'cancel'] as const).map((id) => ({
      id,
      label: tools.say(`choice.${id}`),
    })),
    reply: summary(draft, tools),
  }),
  press: ({ dialogue: { draft } }, choiceId) => draft && pressed(draft, choiceId),
  acts: { confirm: confirmedInWords, 'none-of-these': () => [ask(correction.put())] },
  about: 'summary',
})

/** A yes opens it, with all that came with the yes: 对，我电话…. */
function confirmedInWords({ dialogue: { draft } }: Scene, content: TextContent): Moves | null {
  if (draft === null) return null
  const { text, understanding } = content
  const { phone, secrecy, when } = understanding
  if (understanding.acts.includes('add')) return null
  if (namesNew(draft, content) && !yes.test(text.trim())) return null
  const tells = phone !== null || secrecy || when !== null || text.trim().length > bareAtMost
  if (!tells) return [{ do: 'open', draft }]
  const texts = [...draft.texts, text]
  const told = {
    texts,
    phone: phone ?? draft.phone,
    secrecy: draft.secrecy || secrecy,
    when: when ?? draft.when,
  }
  return [{ do: 'open', draft: { ...draft, ...told } }]
}

/** What begins so is a yes, whatever follows. */
const yes =
  /^(对|對|是|好|嗯|行|可以|没错|沒錯|没问题|沒問題|确认|確認|ok|yes|sure)[的呀啊呢吧了滴嘞]?([，,。！!\s]|$)/i

/** A longer yes tells something. */
const bareAtMost = 8

function pressed(draft: Draft, choiceId: string): Moves {
  if (choiceId === 'confirm') return [{ do: 'open', draft }]
  if (choiceId === 'cancel') return dropped(draft)
  if (!choiceId.startsWith(same)) return [ask(correction.put())]
  return [{ do: 'to-desk', draft, reason: 'same-matter', note: choiceId.slice(same.length) }]
}

/** Nothing is submitted; what was told is kept for a change of mind. */
export function dropped(draft: Draft): Moves {
  return [tell([say('cancelled')], { becomes: putAside(draft) })]
}

/** One more button under a summary: it is the matter of the ticket of this number, somebody else's. */
export function sameChoice(number: string, tools: ConverseTools): Choice {
  return { id: same + number, label: tools.say('choice.same') }
}

function summary(draft: Draft, tools: ConverseTools) {
  const due = tools.due('solve', draft.urgency, tools.now)
  const planned = plannedTickets(draft, tools)
  const places = planned.map((one) => tools.labels.place(one.place))
  const place = [...new Set(places)].join(tools.say('word.joint'))
  const several = place !== places[0]
  const items: SummaryItem[] = planned.map(({ category, routing, place: own }) => ({
    category: tools.labels.category(category),
    handler: tools.labels.unit(routing.handler),
    clause: tools.labels.clause(routing.clause),
    sentence: tools.labels.sentence(routing.clause),
    due,
    ...(several ? { place: tools.labels.place(own) } : {}),
  }))
  const lines = items.map(({ due: at, place: where, ...item }) => {
    const line = tools.say('summary.item', { ...item, due: tools.labels.time(at) })
    return where === undefined ? line : line + tools.say('summary.item-place', { place: where })
  })
  const when = draft.when === null ? '' : tools.say('summary.when', { when: draft.when })
  const card = { type: 'summary', items, place, when: draft.when } as const
  return say('summary', { items: lines.join('\n'), place, when }, { card })
}
