import type { Actor } from '../roles.ts'
import { inPhoneQueue, mayGiveUp, rateBarred } from './callback.ts'
import type { TicketCommandType } from './commands.ts'
import { isConferred } from './dispatching.ts'
import { answerBarred, decisionBarred } from './excluding.ts'
import { partBarred, pauseLeft } from './handling.ts'
import { settings } from './settings.ts'
import type { Ticket, Whistle } from './ticket.ts'
import { isTown, mayClose } from './whistling.ts'

type Test = (ticket: Ticket, actor: Actor) => boolean

/** Fits the status and the person but has nothing to act on: decide would refuse it whatever it says. */
export function moot(ticket: Ticket, command: TicketCommandType, actor: Actor): boolean {
  return tests[command]?.(ticket, actor) ?? false
}

const noExtensionAsked: Test = (t) => t.extension?.state !== 'requested'
const noSuspensionAsked: Test = (t) => t.suspension?.state !== 'requested'

const tests: { readonly [C in TicketCommandType]?: Test } = {
  // Calls are merged where they are written down.
  merge: (_t, { role }) => role === 'operator',
  return: isConferred,
  'uphold-return': (t) => t.queuedFor !== 'returned',
  'ask-citizen': (t) => pauseLeft(t) <= 0,
  'request-extension': (t) => t.extension !== null,
  'approve-extension': noExtensionAsked,
  'refuse-extension': noExtensionAsked,
  'request-suspension': (t) => t.suspension?.state === 'requested',
  'approve-suspension': noSuspensionAsked,
  'refuse-suspension': noSuspensionAsked,
  'answer-supervision': (t) => t.supervision === null || t.supervision.repliedAt !== null,
  'propose-exclusion': (t) => t.exclusion !== null && t.exclusion.state !== 'refused',
  'answer-exclusion': (t, actor) => answerBarred(t, actor) !== null,
  'approve-exclusion': (t, actor) => decisionBarred(t, actor) !== null,
  'refuse-exclusion': (t, actor) =>
    t.exclusion?.state !== 'proposed' && decisionBarred(t, actor) !== null,
  'finish-part': (t, { unit }) => unit === null || partBarred(t, unit) !== null,
  whistle: (_t, actor) => !isTown(actor.unit),
  'report-in': (t, actor) => !calls(t, actor).some((w) => !hasReported(w, actor)),
  'finish-whistle-part': (t, actor) => !calls(t, actor).some((w) => hasReported(w, actor)),
  'close-whistle': (t, actor) => !t.whistles.some((w) => w.closedAt === null && mayClose(actor, w)),
  resolve: (t) => t.contactedAt === null,
  'attempt-callback': (t) => !inPhoneQueue(t),
  rate: (t) => rateBarred(t) !== null,
  'give-up-callback': (t, actor) =>
    !mayGiveUp(t, 'unreachable', actor) && !mayGiveUp(t, 'anonymous', actor),
  reopen: (t) => t.handler === null || t.reopenings >= settings.maxReopenings,
}

/** Open whistles that call the actor's unit. */
function calls(ticket: Ticket, { unit }: Actor): readonly Whistle[] {
  if (unit === null) return []
  return ticket.whistles.filter((w) => w.closedAt === null && w.units.includes(unit))
}

function hasReported(whistle: Whistle, { unit }: Actor): boolean {
  return whistle.reports.some((report) => report.unit === unit)
}
