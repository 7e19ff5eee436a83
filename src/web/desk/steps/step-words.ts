import type { TicketEventType } from '#domain/ticket/events.ts'
import { steps } from '#domain/ticket/steps/index.ts'
import type { TicketCommandType } from '#domain/ticket/steps/index.ts'
import { stepWords } from '#domain/ticket/steps/words.ts'
import { fieldLabels } from './texts.ts'

/** What history says of an event: its name, a line for each field that has something to say, values in words. */
export type EventWords = {
  readonly label: string
  readonly lines: readonly string[]
  readonly says?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

type Row = {
  readonly label: string
  readonly hint?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly events: Readonly<Record<string, EventWords>>
}

const rows: Readonly<Record<TicketCommandType, Row>> = stepWords
const usual: Readonly<Record<string, string>> = fieldLabels

/** What a step's button says. */
export const commandLabels = Object.fromEntries(
  steps.map(({ command }) => [command, rows[command].label]),
) as Readonly<Record<TicketCommandType, string>>

// Safe because every declared event has its words (tests/web/desk/steps/step-words.test.ts).
const eventWords = Object.assign(
  {},
  ...Object.values(rows).map(({ events }) => events),
) as Readonly<Record<TicketEventType, EventWords>>

/** What an event says in history. */
export function wordsOf(event: TicketEventType): EventWords {
  return eventWords[event]
}

/** What to know before taking a step; '' when its button says it all. */
export function stepHint(command: TicketCommandType): string {
  return rows[command].hint ?? ''
}

/** What a field is called, in this step if it has a name of its own there. */
export function fieldLabel(command: TicketCommandType, field: string): string {
  return rows[command].fields?.[field] ?? usual[field] ?? field
}

/** The same where the step is not known; undefined for what is no field of any. */
export function anyFieldLabel(field: string): string | undefined {
  const named = Object.values(rows).find(({ fields }) => fields?.[field] !== undefined)
  return usual[field] ?? named?.fields?.[field]
}
