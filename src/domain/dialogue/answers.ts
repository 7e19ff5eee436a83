import type { ReplyKey } from '#intents/replies/types.ts'
import type { Understanding } from '#intents/types.ts'
import { say } from './dialogue.ts'
import { tell } from './move.ts'
import type { Moves } from './move.ts'
import { openOnes } from './own-tickets.ts'
import { plannedTickets } from './summary.ts'
import type { Scene, TextContent } from './types.ts'

type Topic = NonNullable<Understanding['questionTopic']>

/** Answered from the plan where it holds a fact; from what is known of the case where it is about one. */
const ofPlan: ReadonlySet<Topic> = new Set(['fireworks', 'burning'])
const ofCase = {
  'why-unit': 'answer.why-unit.here',
  'who-handles': 'answer.who-handles.here',
  'how-long': 'answer.how-long.here',
} as const satisfies { readonly [T in Topic]?: ReplyKey }

/** The answer to a question; whatever was asked of the citizen stands. */
export function answered(scene: Scene, { understanding }: TextContent): Moves {
  const { questionTopic: topic, inquiryTopic, classification } = understanding
  const asksOfPlan = classification.category === 'env-inquiry' && !classification.abstain
  const inPlan = topic === null || ofPlan.has(topic) || (asksOfPlan && scene.own.length === 0)
  const found = inPlan && inquiryTopic !== null ? scene.tools.inquiry(inquiryTopic) : null
  if (found !== null) {
    return [tell([say('inquiry', found)], { category: 'env-inquiry', outcome: 'inquiry' })]
  }
  if (topic === null || ofPlan.has(topic)) return [tell([say('answer.unknown')])]
  return [tell([ofThisCase(scene, topic) ?? say(`answer.${topic}` as ReplyKey)])] // Safe because tests/data prove that the key exists.
}

function ofThisCase(scene: Scene, topic: Topic) {
  const key = topic in ofCase ? ofCase[topic as keyof typeof ofCase] : null // Safe because it is one of its keys.
  const facts = key === null ? null : caseFacts(scene)
  return key === null || facts === null ? null : say(key, facts)
}

/** Who handles what is being told or the newest open ticket, and by when; null where neither is known. */
function caseFacts({ dialogue: { draft }, own, tools }: Scene) {
  if (draft !== null) {
    const units = plannedTickets(draft, tools).map(({ routing }) =>
      tools.labels.unit(routing.handler),
    )
    if (units.length === 0) return null
    const due = tools.labels.time(tools.due('solve', draft.urgency, tools.now))
    return { unit: [...new Set(units)].join('、'), due }
  }
  const { handler = null, deadlines = null } = (openOnes(own).at(-1) ?? own.at(-1))?.ticket ?? {}
  if (handler === null || deadlines === null) return null
  return { unit: tools.labels.unit(handler), due: tools.labels.time(deadlines.solve) }
}
