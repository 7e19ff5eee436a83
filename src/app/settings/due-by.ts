import type { DecisionContext } from '#domain/ticket/declare.ts'
import { dueAt } from '#routing/due.ts'
import type { Ctx } from '#app/ctx.ts'
import { limitsAt } from './book.ts'

/** When clocks ring by the limits in force when they started: given deadlines and running clocks never move. */
export function dueBy({ settingBook }: Pick<Ctx, 'settingBook'>): DecisionContext['due'] {
  return (clock, urgency, from) => dueAt(clock, urgency, from, limitsAt(settingBook.known(), from))
}
