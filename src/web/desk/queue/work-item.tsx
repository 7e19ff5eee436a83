import type { WorkItem } from '#app/inbox/read-worklist.ts'
import type { Actor } from '#domain/roles.ts'
import { decisionBarred } from '#domain/ticket/excluding.ts'
import { missingUnits, workAnswers } from '#domain/ticket/work.ts'
import { dateTime, span } from '#doors/format.ts'
import { shortened } from '#domain/shortened.ts'
import { fill, shortCategory, unitList } from '#doors/labels.ts'
import { clockLabels } from '#doors/label-tables.ts'
import { commandLabels } from '#web/desk/steps/step-words.ts'
import { ticketAddress } from '#web/desk/steps/back.tsx'
import type { Back } from '#web/desk/steps/back.tsx'
import { StepForm } from '#web/desk/steps/step-forms.tsx'
import { fieldsOf, stepOf } from '#web/desk/steps/steps.ts'
import type { Step } from '#web/desk/steps/steps.ts'
import { Remaining } from '#web/desk/ticket/clocks.tsx'
import { requestsIn } from '#web/desk/ticket/requests.tsx'
import { Marks, placeAndHandler, waitingReasons } from '#web/desk/ticket/standing.tsx'
import { ticketMoreTexts } from '#web/desk/ticket/texts.ts'
import { Choose } from './many.tsx'
import { inboxTexts } from './texts.ts'

const say = inboxTexts
const soonMs = 4 * 3_600_000
const excerptLength = 120

function partLines({ kind, ticket, due }: WorkItem, now: number): readonly string[] {
  const open = ticket.parts.filter(({ doneAt }) => doneAt === null)
  if (kind === 'part') return open.filter((part) => part.due === due).map(({ note }) => note)
  const late = open.filter((part) => part.due !== null && part.due < now)
  return [fill(say.lateParts, { units: unitList(late.map(({ unit }) => unit)) })]
}

/** What the work is about beyond its ticket, a line each. */
function linesOf(item: WorkItem, now: number): readonly string[] {
  const { kind, events, whistle, clock, ticket } = item
  if (whistle !== null) {
    const missing = fill(say.waitingUnits, { units: unitList(missingUnits(whistle)) })
    return [whistle.purpose, ...(kind === 'whistle-late' ? [missing] : [])]
  }
  switch (kind) {
    case 'escalation':
      return clock === null ? [] : [fill(say.escalated, { clock: clockLabels[clock] })]
    case 'conference':
      return [fill(say.conferring, { units: unitList(ticket.conferenceUnits) })]
    case 'part':
    case 'part-late':
      return partLines(item, now)
    case 'dispatch':
    case 'returned':
    case 'decide':
      return waitingReasons(item)
    case 'citizen':
      return events.flatMap(({ type, at, data }) =>
        (type === 'urged' || type === 'supplemented') && at >= item.since && data.text !== ''
          ? [data.text]
          : [],
      )
    default:
      return requestsIn(events).findLast(({ kind: asked }) => asked === aboutOf[kind])?.lines ?? []
  }
}

/** Work whose lines are those of a request. */
const aboutOf: Readonly<Record<string, string>> = {
  extension: 'extension',
  suspension: 'suspension',
  exclusion: 'exclusion',
  supervision: 'supervision',
  'supervision-open': 'supervision',
}

export type ItemProps = {
  readonly item: WorkItem
  readonly actor: Actor
  readonly now: number
  /** The list as it is shown, to come back to. */
  readonly list: Back
  /** Accounts that may sign in; what others have is left behind. */
  readonly staff: ReadonlySet<string>
}

/** A step without anything to fill in is one click; any other is folded away. */
function Answer({ item, actor, now, list, step }: ItemProps & { readonly step: Step }) {
  const { ticket } = item
  const form = <StepForm {...{ step, ticket, actor, now }} typed={null} back={list} />
  if (fieldsOf(step).length === 0) return <div class="act">{form}</div>
  return (
    <details class="step">
      <summary>{commandLabels[step]}</summary>
      {form}
    </details>
  )
}

/** Work that is done on a page of its own. */
function Elsewhere({ item, list }: Pick<ItemProps, 'item' | 'list'>) {
  const { kind, ticket, allowed } = item
  if (kind === 'callback') {
    return (
      <a class="button" href={`/desk/callbacks#c-${ticket.opened.number}`}>
        {say.toCallbacks}
      </a>
    )
  }
  const isDispatch = kind === 'dispatch' || kind === 'returned' || kind === 'decide'
  return isDispatch && allowed.includes('dispatch') ? (
    <a class="button" href={`${ticketAddress(ticket.opened.number, list)}#dispatch`}>
      {say.toDispatch}
    </a>
  ) : null
}

function Answers(props: ItemProps) {
  const { ticket, allowed, kind } = props.item
  const own = decisionBarred(ticket, props.actor)?.refused === 'second-person-needed'
  const offered = workAnswers[kind]
    .filter((step) => allowed.includes(step))
    .flatMap((step) => stepOf(step) ?? [])
  return (
    <div class="acts">
      {kind === 'exclusion' && own ? <p class="soft">{ticketMoreTexts.secondPerson}</p> : null}
      {offered.map((step) => (
        <Answer {...props} step={step} />
      ))}
      <Elsewhere {...props} />
    </div>
  )
}

function When({ item, now }: Pick<ItemProps, 'item' | 'now'>) {
  const { since, due, clock } = item
  return (
    <p class="soft">
      {due === null ? say.noDue : null}
      {due === null ? null : (
        <>
          {clock === null ? '' : `${clockLabels[clock]} `}
          <Remaining due={due} now={now} soon={due - now < soonMs} />
          {` ${fill(say.due, { time: dateTime(due) })}`}
        </>
      )}
      {`，${fill(say.since, { time: dateTime(since), span: span(now - since) })}`}
    </p>
  )
}

/** One thing that waits: what, where, by when, and what can be done about it at once. */
export function Item(props: ItemProps) {
  const { item, now, list, staff } = props
  const { ticket, kind } = item
  const { number, text } = ticket.opened
  const id = `${kind}-${number}`
  const left = ticket.assignee !== null && !staff.has(ticket.assignee.id)
  return (
    <article class="card work" aria-labelledby={id} data-item tabindex={-1}>
      <h2 id={id}>
        <Choose item={item} />
        <span class="badge accent">{say.kinds[kind]}</span>{' '}
        <a class="number touch" href={ticketAddress(number, list)}>
          {number}
        </a>{' '}
        {shortCategory(ticket.category)}
      </h2>
      <Marks ticket={ticket} />
      <When item={item} now={now} />
      <p>{placeAndHandler(ticket)}</p>
      {left ? <p class="detail">{say.leftBehind}</p> : null}
      <p class="excerpt">{shortened(text, excerptLength)}</p>
      {linesOf(item, now).map((line) => (
        <p class="detail">{line}</p>
      ))}
      {say.hints[kind] === '' ? null : <p class="soft">{say.hints[kind]}</p>}
      <Answers {...props} />
    </article>
  )
}
