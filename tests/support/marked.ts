import { steps, stepsByCommand } from '#domain/ticket/steps/index.ts'
import type { TicketCommand, TicketCommandType } from '#domain/ticket/steps/index.ts'
import type { Fields, Kind } from '#domain/ticket/kinds.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { anOperator, byPhone, commands, day, start } from './build.ts'
import { at, given, naturalActor } from './given.ts'
import type { Step } from './given.ts'
import { lives, reachedByPhone } from './status.ts'

type Opening = Extract<TicketCommand, { readonly type: 'open' }>['opened']

/** A command with a mark in every field that holds anybody's words, also in those mostly left empty. */
function marked(command: TicketCommand, mark: string): TicketCommand {
  const { input }: { readonly input: Fields } = stepsByCommand[command.type]
  const known = command.type === 'open' ? { ...command, opened: wishing(command.opened) } : command
  // Safe because only words are replaced, each where its field declares it.
  return { ...(filled(input, known, mark) as object), type: command.type } as TicketCommand
}

/** With a wish how to be called back, which most leave out. */
function wishing(opened: Opening): Opening {
  return { ...opened, callbackWish: { ask: true, hours: '晚上' } }
}

function filled(fields: Fields, data: object, mark: string): object {
  const known: Readonly<Record<string, unknown>> = { ...data }
  const entries = Object.entries(fields).map(([name, kind]) => [
    name,
    valueOf(kind, known[name], mark),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

const blankFile = { id: 'file-1', kind: 'image' }
const blankPlace = { town: '110118002', village: null, coordinates: null }

function valueOf(kind: Kind, value: unknown, mark: string): unknown {
  if (kind.holds !== 'nothing' && kind.is !== 'id' && kind.is !== 'coordinates') return mark
  const { items, fields } = kind
  if (items?.fields !== undefined) {
    const inner = items.fields
    const given = Array.isArray(value) && value.length > 0 ? value : [blankFile]
    return given.map((one: object) => filled(inner, one, mark))
  }
  if (fields === undefined || (!value && kind.is !== 'place')) return value
  return filled(fields, typeof value === 'object' && value !== null ? value : blankPlace, mark)
}

/** A life by its steps: who gives what, when (UTC milliseconds). */
export type Given = { readonly command: TicketCommand; readonly actor: Actor; readonly now: number }

/**
 * For every declared command a life that ends with it, every word in it a mark. Found by trying: the shortest life
 * to each status, and those with one step more. A command that none of them reaches has null.
 */
export function markedLives(
  mark: string,
): readonly (readonly [TicketCommandType, readonly Given[] | null])[] {
  const short = [...Object.values(lives), ...further]
  const long = short.flatMap((way) => [way, ...steps.map(({ command }) => [...way, late(command)])])
  const ways = [[], ...long].filter((way) => way.length === 0 || isPossible(way))
  return steps.map(({ command }) => {
    const way = ways.find((before) => isPossible([...before, late(command)]))
    return [command, way === undefined ? null : told([...way, late(command)], mark)]
  })
}

/** Where a command wants two steps more than any status does. */
const further: readonly (readonly Step[])[] = [
  [...lives.accepted, commands.whistle, commands['report-in']],
  [
    ...lives.resolved,
    ...reachedByPhone,
    { command: { ...commands.rate, ...byPhone }, actor: anOperator() },
  ],
  [
    ...lives.resolved,
    ...[1, 2, 3].map((days) => at(start + days * day, commands.tick)),
    ...[26, 27, 28].map((date, days) =>
      at(start + (3 + days) * day, {
        ...commands['attempt-callback'],
        halfDay: `202611${String(date)}-am`,
        reached: true,
      }),
    ),
  ],
]

/** Timers ring days later, everything else is done at once. */
function late(type: TicketCommandType): Step {
  return type === 'tick' || type === 'remind-callback'
    ? at(start + 5 * day, commands[type])
    : commands[type]
}

function isPossible(way: readonly Step[]): boolean {
  const [last, ...before] = [...way].reverse()
  if (last === undefined || !('command' in last || 'type' in last) || 'at' in last) return false
  const { command, now } = 'command' in last ? last : { command: last, now: undefined }
  if ((command.type === 'open') !== (before.length === 0)) return false
  try {
    const { decided } = given(...before.reverse()).when(command, now === undefined ? {} : { now })
    return !isRefusal(decided) && decided.length > 0
  } catch {
    return false
  }
}

function told(way: readonly Step[], mark: string): readonly Given[] {
  let now = start
  return way.map((step, index) => {
    if ('at' in step) throw new Error('a life of commands only')
    const { command, ...more } = 'command' in step ? step : { command: step }
    now = 'now' in more ? (more.now ?? now) : now
    const before = index === 0 ? null : given(...way.slice(0, index)).ticket
    const actor = ('actor' in more ? more.actor : undefined) ?? naturalActor(before, command)
    return { command: marked(command, mark), actor, now }
  })
}
