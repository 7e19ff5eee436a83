/** What an utterance can be, whatever was asked: one head of the model each, in this order. */
export const utteranceActs = [
  'complain',
  'confirm',
  'deny',
  'cancel',
  'keep',
  'correct',
  'add-problem',
  'drop-problem',
  'place',
  'time',
  'phone',
  'detail',
  'choose',
  'status',
  'ask',
  'urge',
  'withdraw',
  'secrecy',
  'human',
  'contacted-yes',
  'contacted-no',
  'solved-yes',
  'solved-part',
  'solved-no',
  'satisfied-yes',
  'satisfied-basic',
  'satisfied-no',
  'recurred',
  'rate-again',
  'praise',
  'thanks',
  'greeting',
  'insult',
  'suggestion',
  'danger',
  'chatter',
] as const
export type UtteranceAct = (typeof utteranceActs)[number]

/** Readings of which one done for the other is the gravest fault: where both are close, it is asked back. */
export const opposites: readonly (readonly [UtteranceAct, UtteranceAct])[] = [
  ['confirm', 'deny'],
  ['confirm', 'cancel'],
  ['withdraw', 'keep'],
  ['contacted-yes', 'contacted-no'],
  ['solved-yes', 'solved-no'],
  ['satisfied-yes', 'satisfied-no'],
]

/** Points of a talk at which the same words mean different things. */
export const utterancePoints = [
  'fresh',
  'asked-category',
  'asked-place',
  'summary',
  'open-ticket',
  'withdraw-confirm',
  'callback-contacted',
  'callback-solved',
  'callback-satisfied',
  'closed',
] as const
export type UtterancePoint = (typeof utterancePoints)[number]

/** Where the talk stands, as plain data. */
export type UtteranceContext = {
  /** Kind of the question that stands; null: none does. */
  readonly asked: string | null
  /** Something is being told that is no ticket yet. */
  readonly drafting: boolean
  readonly openTickets: number
  readonly closedTickets: number
}

const byQuestion: Readonly<Record<string, UtterancePoint>> = {
  category: 'asked-category',
  place: 'asked-place',
  candidates: 'asked-place',
  'photo-place': 'asked-place',
  confirm: 'summary',
  correction: 'summary',
  withdraw: 'withdraw-confirm',
  contacted: 'callback-contacted',
  solved: 'callback-solved',
  verdict: 'callback-solved',
  satisfied: 'callback-satisfied',
}

/** The point of the talk that a context stands for. */
export function pointOf({ asked, drafting, ...own }: UtteranceContext): UtterancePoint {
  const known = asked === null ? undefined : byQuestion[asked]
  if (known !== undefined) return known
  if (drafting) return 'asked-place'
  if (own.openTickets > 0) return 'open-ticket'
  return own.closedTickets > 0 ? 'closed' : 'fresh'
}
