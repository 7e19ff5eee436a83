import type { JSX } from 'hono/jsx/jsx-runtime'
import { whistleDue } from '#domain/ticket/steps/whistle.ts'
import type { Actor } from '#domain/roles.ts'
import { mayBeAdded } from '#domain/ticket/parts.ts'
import type { KindName } from '#domain/ticket/kinds.ts'
import type { Ticket, Whistle } from '#domain/ticket/ticket.ts'
import { dayOf } from '#app/tools/time.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import { fieldTime, shortTime } from '#doors/format.ts'
import { unitList } from '#doors/labels.ts'
import { choiceLabels } from './choice-labels.ts'
import { words } from '#doors/words.ts'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { Select, UnitBoxes, UnitSelect } from '#web/components/pieces.tsx'
import type { Field, Step } from './steps.ts'
import { stepTexts } from './texts.ts'
import { beijingOffsetMs } from '#routing/calendar.ts'

const halfDayMs = 12 * 3_600_000

/** Half-days up to now, newest first: 20261123-am and what it is called. `now` is UTC milliseconds. */
export function recentHalfDays(now: number): readonly { id: string; label: string }[] {
  return [0, 1, 2, 3].map((back) => {
    const at = now - back * halfDayMs
    const half = Math.floor((at + beijingOffsetMs) / halfDayMs) % 2 === 0 ? 'am' : 'pm'
    return {
      id: `${dayOf(at)}-${half}`,
      label: `${shortTime(at).slice(0, 5)} ${stepTexts[half]}`,
    }
  })
}

export type FieldProps = {
  readonly step: Step
  readonly field: Field
  readonly ticket: Ticket
  readonly actor: Actor
  readonly now: number
  /** Colleagues of the unit, where a step names one. */
  readonly people?: readonly { readonly id: string; readonly name: string }[]
  /** What was typed before the step was refused. */
  readonly typed: Form | null
}

type ControlProps = FieldProps & {
  readonly given: {
    readonly id: string
    readonly name: string
    readonly required: boolean
  }
  readonly value: string
}

const yesNo = [
  { id: 'yes', label: words.yes },
  { id: 'no', label: words.no },
]

/** Whistles a step may be about: those the unit is called to, or has called. */
function whistlesFor(step: Step, ticket: Ticket, actor: Actor): readonly Whistle[] {
  const open = ticket.whistles.filter((whistle) => whistle.closedAt === null)
  const { unit } = actor
  if (step === 'close-whistle') {
    return open.filter(({ caller }) => actor.role === 'inspector' || caller === unit)
  }
  if (unit === null) return []
  const reported = step === 'finish-whistle-part'
  return open.filter(
    (whistle) =>
      whistle.units.includes(unit) &&
      whistle.reports.some((report) => report.unit === unit) === reported,
  )
}

function WhistleControl({ given, value, step, ticket, actor }: ControlProps) {
  const options = whistlesFor(step, ticket, actor).map(({ id, purpose, units }) => ({
    id,
    label: `${unitList(units)}：${purpose}`,
  }))
  const [only, ...others] = options
  if (only === undefined || others.length > 0) {
    return <Select {...given} options={options} chosen={value} />
  }
  return (
    <>
      <output id={given.id}>{only.label}</output>
      <input type="hidden" name={given.name} value={only.id} />
    </>
  )
}

function TimeControl({ given, value, ticket, now, step, typed }: ControlProps) {
  const after = given.name === 'until' ? (ticket.deadlines?.solve ?? now) : now
  const suggested =
    step === 'whistle' && typed === null ? fieldTime(whistleDue(ticket, now)) : value
  return <input {...given} type="datetime-local" value={suggested} min={fieldTime(after)} />
}

function UnitControl({ given, value, ticket }: ControlProps) {
  const empty = given.required ? words.choose : words.none
  return <UnitSelect {...given} chosen={value} empty={empty} not={ticket.handler} />
}

/** Units the clause it rests on names: leading, responsible, supporting. */
function ofClause({ dispatch }: Ticket): readonly UnitId[] {
  if (dispatch === null) return []
  const { lead, primary, supporting } = dispatch.routing
  return [...new Set([...lead, ...primary, ...supporting])]
}

function UnitsControl({ given, typed, step, ticket }: ControlProps) {
  // A whistle may call any unit but the caller; a part is asked of a unit once at a time.
  const not = units
    .map(({ id }) => id)
    .filter((id) => (step === 'whistle' ? id === ticket.handler : !mayBeAdded(ticket, id)))
  const chosen = typed?.get(given.name) ?? []
  return <UnitBoxes name={given.name} chosen={chosen} not={not} first={ofClause(ticket)} />
}

function ColleagueControl({ given, value, people = [], ticket }: ControlProps) {
  const options = people
    .filter(({ id }) => id !== ticket.assignee?.id)
    .map(({ id, name }) => ({ id, label: name }))
  return <Select {...given} options={options} chosen={value} empty={words.choose} />
}

function Line({ given, value }: ControlProps) {
  return <input {...given} value={value} maxlength={2000} />
}

/** How each kind is asked; what only the house makes is never asked. */
const controls: { readonly [K in KindName]: (props: ControlProps) => JSX.Element } = {
  text: ({ given, value }) => (
    <textarea {...given} maxlength={2000}>
      {value}
    </textarea>
  ),
  line: Line,
  choice: ({ given, value, field: { kind } }) => {
    const labels = kind.list === undefined ? {} : choiceLabels[kind.list]
    const options = (kind.options ?? []).map((id) => ({ id, label: labels[id] ?? id }))
    return <Select {...given} options={options} chosen={value} empty={words.choose} />
  },
  'yes-no': ({ given, value }) => (
    <Select {...given} options={yesNo} chosen={value} empty={words.choose} />
  ),
  'half-day': ({ given, value, now }) => (
    <Select {...given} options={recentHalfDays(now)} chosen={value} />
  ),
  moment: TimeControl,
  unit: UnitControl,
  units: UnitsControl,
  whistle: WhistleControl,
  'ticket-number': Line,
  colleague: ColleagueControl,
  category: Line,
  count: Line,
  id: Line,
  coordinates: Line,
  place: Line,
  object: Line,
  list: Line,
  rules: Line,
}

/** A field's id on a page, where steps of several tickets may stand. */
export function fieldId({
  step,
  ticket,
  field,
}: Pick<FieldProps, 'step' | 'ticket'> & { readonly field: Pick<Field, 'name'> }) {
  return `${step}-${field.name}-${ticket.opened.number}`
}

/** How a field is asked. */
export function Control(props: FieldProps) {
  const { field, typed } = props
  const given = { id: fieldId(props), name: field.name, required: !field.kind.nullable }
  const value = typed === null ? '' : valueOf(typed, field.name)
  return controls[field.kind.is]({ ...props, given, value })
}
