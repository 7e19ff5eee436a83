import type { UtteranceContext } from '#intents/utterances/acts.ts'
import { openOnes } from './own-tickets.ts'
import { declared } from './questions/index.ts'
import type { Dialogue, OwnTicket } from './types.ts'

/** Where the talk stands, for reading what is said next. An offer asks nothing. */
export function utteranceContext(
  { question, draft }: Pick<Dialogue, 'question' | 'draft'>,
  own: readonly OwnTicket[],
): UtteranceContext {
  const open = openOnes(own).length
  const awaited = declared(question)?.awaited === true
  return {
    asked: awaited ? (question?.kind ?? null) : null,
    drafting: draft !== null,
    openTickets: open,
    closedTickets: own.length - open,
  }
}
