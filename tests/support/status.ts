import type { TicketStatus } from '#domain/ticket/status.ts'
import { anOpenCommand, anOperator, commands, day, start } from './build.ts'
import { at, given } from './given.ts'
import type { Step } from './given.ts'

const { accept, contact, tick } = commands
const dispatched: readonly Step[] = [anOpenCommand()]
const pending: readonly Step[] = [anOpenCommand({}, { routing: null, queueReason: 'unsure' })]
const inProgress: readonly Step[] = [...dispatched, accept, contact]
const resolved: readonly Step[] = [...inProgress, commands.resolve, tick]
const elsewhere = {
  ...commands.dispatch,
  routing: { ...commands.dispatch.routing, handler: 'city-enforcement' },
} as const

/** The shortest true life that leads to each status. */
export const lives: Readonly<Record<TicketStatus, readonly Step[]>> = {
  pending,
  dispatched,
  accepted: [...dispatched, accept],
  'in-progress': inProgress,
  'awaiting-citizen': [...inProgress, commands['ask-citizen']],
  suspended: [...inProgress, commands['request-suspension'], commands['approve-suspension']],
  conference: [
    ...dispatched,
    commands.return,
    elsewhere,
    { ...commands.return, proposedUnit: '110118002' },
  ],
  resolved,
  reopened: [...resolved, { ...commands.rate, solved: 'unsolved', satisfied: 'unsatisfied' }],
  closed: [...resolved, commands.rate],
  withdrawn: [...dispatched, commands.withdraw],
  merged: [...pending, commands.merge],
  referred: [...pending, commands.refer],
}

/** A ticket in a status, a moment after it was opened; more steps may follow. */
export function aTicketIn(status: TicketStatus, ...more: readonly Step[]) {
  return given(...lives[status], ...more)
}

/** A ticket at the desk that its unit returned once. */
export const aReturnedTicket = () => given(...dispatched, commands.return)

/** A ticket whose call-back has gone unanswered into the phone queue, three days after it was resolved. */
export const aTicketToPhone = () =>
  aTicketIn('resolved', at(start + day, tick), at(start + 2 * day, tick), at(start + 3 * day, tick))

/** What an operator does before she may write an answer down: to the phone, and somebody answers. */
export const reachedByPhone = [
  { command: commands['start-callback'], actor: anOperator() },
  { ...commands['attempt-callback'], reached: true },
] as const
