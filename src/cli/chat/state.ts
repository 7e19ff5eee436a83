import { w3cTime } from '#app/tools/w3c-time.ts'
import type { Ctx } from '#app/ctx.ts'
import { categoryLabel, unitLabel } from '#app/tools/converse-tools.ts'
import type { CallbackInProgress, Dialogue } from '#domain/dialogue/types.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { pendingKind } from './means.ts'

type Own = { readonly ticket: Ticket; readonly events: readonly StoredEvent[] }

const reader = { id: 'script', role: 'dispatcher', unit: null, name: 'script' } as const

/** The tickets of a dialogue with their histories, in the order of opening. */
export async function ownTickets(ctx: Ctx, dialogue: Dialogue | null): Promise<readonly Own[]> {
  const own: Own[] = []
  for (const id of dialogue?.ticketIds ?? []) {
    const events = await ctx.store.history(id)
    const ticket = fold(id, events)
    if (ticket !== null) own.push({ ticket, events })
  }
  return own
}

/** All a script may know of a citizen: phone, tickets, what is asked and being told. */
export async function stateOf(ctx: Ctx, dialogue: Dialogue | null) {
  const own = await ownTickets(ctx, dialogue)
  if (dialogue === null) return { pending: null, draft: null, phoneOnFile: null, tickets: [] }
  const { question, draft, callback, personId } = dialogue
  const person = await ctx.people.read(personId, reader, 'script', ctx.now())
  return {
    pending: question && {
      kind: pendingKind(question),
      ticket: numberOf(own, callback?.ticketId ?? null),
    },
    draft: draft && draftFacts(draft),
    phoneOnFile: person?.phone ?? null,
    tickets: own.map((one) =>
      ticketFacts(one, callback?.ticketId === one.ticket.id ? callback : null),
    ),
  }
}

function numberOf(own: readonly Own[], id: string | null): string | null {
  return own.find(({ ticket }) => ticket.id === id)?.ticket.opened.number ?? null
}

function draftFacts({ problems, place, when, secrecy, urgency }: NonNullable<Dialogue['draft']>) {
  return {
    problems: problems.map(({ category, place: own }) => ({
      category,
      ...placeNames(own ?? place),
      when,
    })),
    secret: secrecy,
    urgency,
  }
}

function placeNames({ town, village, spot }: Ticket['place']) {
  return { town: town === null ? null : unitLabel(town), village, spot }
}

function ticketFacts({ ticket, events }: Own, callback: CallbackInProgress | null) {
  const { opened, category, handler, status, urgency, dispatch, deadlines } = ticket
  return {
    number: opened.number,
    category,
    categoryName: category === null ? null : categoryLabel(category),
    secondary: opened.secondary,
    handler: handler === null ? null : unitLabel(handler),
    supporting: ticket.supporting.map(unitLabel),
    ...placeNames(ticket.place),
    when: opened.when,
    status,
    urgency,
    secret: opened.secrecy,
    unitSees: citizenWords(events),
    supplements: events.flatMap(supplementOf),
    urges: ticket.urgedAt.length,
    ...answersOf(ticket, callback),
    ratings: events.filter(({ type }) => type === 'rated').length,
    reopened: ticket.reopenings,
    clause: dispatch?.routing.clause.task ?? null,
    due: beijingOrNull(deadlines?.solve ?? null),
    dispatchedAt: beijingOrNull(ticket.dispatchedAt),
    acceptedAt: beijingOrNull(ticket.acceptedAt),
    closedBecause: ticket.closedBecause,
    case: opened.caseId,
    events: events.map(({ type }) => type),
  }
}

function supplementOf(event: StoredEvent) {
  if (event.type !== 'supplemented') return []
  return [{ text: event.data.text, photos: event.data.attachments.length }]
}

/** Every word of the citizen that the unit reads: the report, then what came after it. */
function citizenWords(events: readonly StoredEvent[]): string[] {
  return events.map(wordsIn).filter((words) => words !== null && words !== '') as string[] // Safe by the filter.
}

function wordsIn(event: StoredEvent): string | null {
  switch (event.type) {
    case 'opened':
    case 'supplemented':
    case 'urged':
      return event.data.text
    case 'reopened':
    case 'withdrawn':
      return event.data.reason
    case 'rated':
      return event.data.comment
    default:
      return null
  }
}

const answerNames = {
  true: 'yes',
  false: 'no',
  solved: 'yes',
  partly: 'part',
  unsolved: 'no',
  satisfied: 'yes',
  basically: 'basic',
  unsatisfied: 'no',
} as const
const noAnswer = { contacted: null, solved: null, satisfied: null }

/** The answers of the call-back under way; otherwise of the last finished one. */
function answersOf({ rating }: Ticket, callback: CallbackInProgress | null) {
  const given = callback === null ? (rating ?? noAnswer) : { ...callback, satisfied: null }
  const { contacted, solved, satisfied } = given
  return {
    contacted: contacted === null ? null : answerNames[`${contacted}`],
    solved: solved === null ? null : answerNames[solved],
    satisfied: satisfied === null ? null : answerNames[satisfied],
  }
}

function beijingOrNull(at: number | null): string | null {
  return at === null ? null : w3cTime(at)
}
