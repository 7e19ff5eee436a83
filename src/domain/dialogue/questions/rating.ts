import type { DialogueAct, Understanding } from '#intents/types.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { Meaning } from '../acts.ts'
import { say } from '../dialogue.ts'
import { opensTicket } from '#intents/opens-ticket.ts'
import { tell } from '../move.ts'
import type { Answers, Moves } from '../move.ts'
import type { ConverseTools, OwnTicket, Scene, TextContent } from '../types.ts'
import { question } from './question.ts'

type Rating = 'contacted' | 'solved' | 'satisfied'

type Given<K extends Rating> = {
  readonly kind: K
  /** Which of the three it is. */
  readonly step: 1 | 2 | 3
  /** What each button answers, by its id: choice.<id>. */
  readonly buttons: readonly (readonly [id: RatingChoice, answer: Partial<Answers>])[]
  readonly yes?: Partial<Answers>
  readonly no?: Partial<Answers>
}

type RatingChoice =
  'yes' | 'no' | 'solved' | 'partly' | 'unsolved' | 'satisfied' | 'basically' | 'unsatisfied'

/** Declares one of the three questions of the call-back (rule 9): tapped, or answered in free words. */
export function rating<K extends Rating>({ kind, step, buttons, yes, no }: Given<K>) {
  return question({
    kind,
    put: ({ opened, category, handler }: Ticket, { say: inWords, labels }: ConverseTools) => {
      const slots = {
        number: opened.number,
        category: category === null ? '' : labels.category(category),
      }
      const unit = handler === null ? '' : labels.unit(handler)
      const card = { type: 'callback', ...slots, handler: unit, step } as const
      return {
        choices: buttons.map(([id]) => ({ id, label: inWords(`choice.${id}`) })),
        reply: say(`callback.${kind}`, slots, { card }),
      }
    },
    press: (scene, choiceId) => {
      const answer = buttons.find(([id]) => id === choiceId)?.[1]
      const one = ratedIn(scene)
      return answer === undefined || one === null ? null : [{ do: 'rate', one, given: answer }]
    },
    acts: {
      ...(yes === undefined ? {} : { confirm: saying(yes) }),
      ...(no === undefined ? {} : { deny: saying(no) }),
    },
    words: inFreeWords,
  })
}

/** The ticket whose call-back is under way. */
function ratedIn({ dialogue, own }: Scene): OwnTicket | null {
  return own.find(({ ticket }) => ticket.id === dialogue.callback?.ticketId) ?? null
}

function saying(given: Partial<Answers>): Meaning {
  return (scene, content) => {
    const one = ratedIn(scene)
    return one && answered(scene, one, content, given)
  }
}

function answered(
  { tools }: Scene,
  one: OwnTicket,
  { text }: TextContent,
  given: Partial<Answers>,
): Moves {
  return [{ do: 'rate', one, given: { ...given, comment: tools.mask(text) } }]
}

/**
 * Words answer as many of the three as they can: 还是那么臭 is "not solved". null when they tell of another
 * problem: that is taken up first. What answers nothing gets the question again.
 */
function inFreeWords(scene: Scene, content: TextContent): Moves | null {
  const one = ratedIn(scene)
  if (one === null) return null
  const given = ratingsOf(content.understanding)
  if (given !== null) return answered(scene, one, content, given)
  const { acts } = content.understanding
  if (acts[0] !== undefined && aside.has(acts[0])) return null
  const { category, abstain } = content.understanding.classification
  if (!abstain && opensTicket(category) && category !== one.ticket.category) return null
  return repeated(scene, content)
}

/** What answers none of the three and is no word on the matter: answered by itself, and the question stands. */
const aside: ReadonlySet<DialogueAct> = new Set([
  'ask',
  'handoff',
  'status',
  'urge',
  'thank',
  'abuse',
  'chatter',
  'greet',
  'praise',
  'suggest',
  'secrecy',
  'keep',
  'withdraw',
])

/** Asked again; the words go with the answers. */
function repeated({ dialogue, tools }: Scene, { text, understanding }: TextContent): Moves {
  const { question, callback } = dialogue
  const { choices = [], id = null } = question ?? {}
  const said = understanding.acts.some((act) => idle.has(act)) ? null : tools.mask(text)
  const comment = saidTogether(callback?.comment ?? null, said)
  const again = say('callback.repeat', {}, { choices, questionId: id })
  const { phone } = understanding
  const becomes = { question, callback: callback && { ...callback, comment } }
  return phone === null
    ? [tell([again], { becomes })]
    : [tell([say('phone.noted'), again], { becomes, phone })]
}

/** What says nothing of the matter. */
const idle: ReadonlySet<DialogueAct> = new Set(['thank', 'greet', 'confirm', 'deny'])

/** Words of one call-back, one after the other. */
export function saidTogether(before: string | null, now: string | null): string | null {
  return before === null || now === null ? (now ?? before) : `${before}\n${now}`
}

/** Which of the three words answer; null: none. */
export function ratingsOf({ rating: { contacted, solved, satisfied } }: Understanding) {
  if (contacted === null && solved === null && satisfied === null) return null
  return {
    ...(contacted === null ? {} : { contacted }),
    ...(solved === null ? {} : { solved }),
    ...(satisfied === null ? {} : { satisfied }),
  }
}
