import type { ReplyKey } from '#intents/replies/types.ts'
import type { Understanding } from '#intents/types.ts'
import { say } from './dialogue.ts'
import { tell } from './move.ts'
import type { Moves } from './move.ts'
import { openOnes } from './own-tickets.ts'
import { plannedTickets } from './summary.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Routing } from '#routing/types.ts'
import type { Scene, TextContent } from './types.ts'

type Topic = NonNullable<Understanding['questionTopic']>

/** Answered from the plan where it holds a fact; from what is known of the case where it is about one. */
const ofPlan: ReadonlySet<Topic> = new Set(['fireworks', 'burning'])
const ofCase = {
  'why-unit': 'answer.why-unit.here',
  'who-handles': 'answer.who-handles.here',
  'why-slow': 'answer.why-slow.here',
  basis: 'answer.basis.here',
  'how-long': 'answer.how-long.here',
} as const satisfies { readonly [T in Topic]?: ReplyKey }

/** The answer to a question; whatever was asked of the citizen stands. */
export function answered(scene: Scene, { understanding }: TextContent): Moves {
  const { questionTopic: topic, questionWords, inquiryTopic, classification } = understanding
  const asksOfPlan = classification.category === 'env-inquiry' && !classification.abstain
  const inPlan = topic === null || ofPlan.has(topic) || (asksOfPlan && scene.own.length === 0)
  const found = inPlan && inquiryTopic !== null ? scene.tools.inquiry(inquiryTopic) : null
  if (found !== null) {
    return [tell([say('inquiry', found)], { category: 'env-inquiry', outcome: 'inquiry' })]
  }
  if (topic === null || ofPlan.has(topic)) return [tell([say('answer.unknown')])]
  if (topic === 'words' && questionWords.length > 0) {
    return [tell(questionWords.slice(0, wordsAtMost).map((word) => say(`answer.word.${word}`)))]
  }
  return [tell([ofThisCase(scene, topic) ?? say(`answer.${topic}` as ReplyKey)])] // Safe because tests/data prove that the key exists.
}

const wordsAtMost = 3

function ofThisCase(scene: Scene, topic: Topic) {
  const key = topic in ofCase ? ofCase[topic as keyof typeof ofCase] : null // Safe because it is one of its keys.
  if (key === null) return null
  const facts = caseFacts(scene)
  if (facts !== null) return say(key, facts)
  return topic === 'who-handles' || topic === 'why-unit' ? atDesk(scene) : null
}

/** Who handles what is being told or the newest open ticket, by when and why; null where that is not known. */
function caseFacts({ dialogue: { draft }, own, tools }: Scene) {
  const { labels } = tools
  const reasons = ({ clause }: Routing) => ({
    clause: labels.clause(clause),
    sentence: labels.sentence(clause),
  })
  if (draft !== null) {
    const routings = plannedTickets(draft, tools).map(({ routing }) => routing)
    const [first] = routings
    if (first === undefined) return null
    const unit = [...new Set(routings.map(({ handler }) => labels.unit(handler)))].join('、')
    const due = labels.time(tools.due('solve', draft.urgency, tools.now))
    return { unit, due, ...reasons(first) }
  }
  const { handler = null, deadlines = null, dispatch = null } = newest(own) ?? {}
  if (handler === null || deadlines === null || dispatch === null) return null
  const due = labels.time(deadlines.solve)
  return { unit: labels.unit(handler), due, ...reasons(dispatch.routing) }
}

function newest(own: Scene['own']): Ticket | undefined {
  return (openOnes(own).at(-1) ?? own.at(-1))?.ticket
}

/** A ticket that waits at the desk: by when it is dispatched. */
function atDesk({ dialogue: { draft }, own, tools }: Scene) {
  const ticket = newest(own)
  if (draft !== null || ticket?.status !== 'pending') return null
  return say('answer.who-handles.desk', { due: tools.labels.time(ticket.dispatchDue) })
}
