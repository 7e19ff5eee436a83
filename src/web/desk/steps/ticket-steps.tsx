import type { StaffMember } from '#app/notices/notices-port.ts'
import type { OfferedReply } from '#app/replies/templates.ts'
import type { TicketView } from '#app/tickets/read-desk.ts'
import type { Actor } from '#domain/roles.ts'
import { notAllowed } from '#domain/ticket/allowed.ts'
import { commandLabels } from './step-words.ts'
import { stepsByCommand } from '#domain/ticket/steps/index.ts'
import { DispatchForm } from './dispatch-form.tsx'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { RulesWould } from '#web/desk/why/rules-would.tsx'
import type { Back } from './back.tsx'
import { fieldId } from './controls.tsx'
import { StepForm } from './step-forms.tsx'
import { mainStep, stepOf } from './steps.ts'
import type { Step } from './steps.ts'
import { stepTexts } from './texts.ts'

type TicketStepsProps = {
  readonly view: TicketView
  readonly actor: Actor
  readonly people: readonly StaffMember[]
  /** Templates a reply may begin with. */
  readonly replies: readonly OfferedReply[]
  /** UTC milliseconds. */
  readonly now: number
  /** What was posted and refused; null when nothing was. */
  readonly typed: Form | null
  /** The list the ticket was opened from; null: none. */
  readonly list: Back | null
}

/** Steps the person may take now, those with a form of the desk's only. */
export function offeredSteps({ ticket, allowed }: TicketView, actor: Actor): readonly Step[] {
  const steps = allowed.map(stepOf).filter((step) => step !== undefined)
  // To the phone queue before its time: when the caller is known not to answer in the channel.
  const channelWaits = ticket.callback?.via !== 'phone' && ticket.opened.citizenId !== null
  const toPhone =
    actor.role === 'operator' &&
    channelWaits &&
    notAllowed(ticket, 'start-callback', actor) === null &&
    !stepsByCommand['start-callback'].moot(ticket, actor)
  return toPhone ? [...steps, 'start-callback'] : steps
}

/** Templates of the unit that fit the case: one press fills the reply, the next closes. */
function Replies({ step, replies, view, list }: TicketStepsProps & { readonly step: Step }) {
  if (step !== 'resolve' || replies.length === 0) return null
  const { number } = view.ticket.opened
  const field = fieldId({ step, ticket: view.ticket, field: { name: 'publicReply' } })
  return (
    <>
      <p class="soft">{stepTexts.replies}</p>
      <p class="actions">
        {replies.map(({ template, name }) => {
          const query = new URLSearchParams({ reply: template, ...(list === null ? {} : { list }) })
          return (
            <a class="touch" href={`/desk/tickets/${number}?${query.toString()}#${field}`}>
              {name}
            </a>
          )
        })}
      </p>
    </>
  )
}

function OtherStep(props: TicketStepsProps & { readonly step: Step }) {
  const { step, typed, view, actor, now, people, list } = props
  return (
    <details class="step" open={typed !== null}>
      <summary>{commandLabels[step]}</summary>
      <Replies {...props} />
      <StepForm {...{ step, ticket: view.ticket, actor, now, people, typed, list }} />
    </details>
  )
}

function Dispatching({ view, now, typed, list }: TicketStepsProps) {
  if (!view.allowed.includes('dispatch')) return null
  const { ticket } = view
  const form = <DispatchForm ticket={ticket} typed={typed} list={list} />
  if (ticket.status === 'pending' || ticket.status === 'conference') {
    return (
      <section class="card" aria-labelledby="dispatch" data-main>
        <h2 id="dispatch">{stepTexts.dispatchForm}</h2>
        <RulesWould ticket={ticket} now={now} />
        {form}
      </section>
    )
  }
  return (
    <section class="card">
      <details open={typed !== null}>
        <summary>{stepTexts.redispatchNow}</summary>
        {form}
      </details>
    </section>
  )
}

/** What the person may do with a ticket now: the likeliest step first, the others to be opened. */
export function TicketSteps(props: TicketStepsProps) {
  const { view, actor, now, typed, list } = props
  const posted = typed === null ? '' : valueOf(typed, 'type')
  const typedFor = (step: Step) => (posted === step ? typed : null)
  const offered = offeredSteps(view, actor)
  const main = mainStep(view.ticket, offered)
  const others = offered.filter((step) => step !== main)
  const nothing = offered.length === 0 && !view.allowed.includes('dispatch')
  return (
    <>
      <Dispatching {...props} typed={posted === '' ? typed : null} />
      {main === undefined ? null : (
        <section class="card" aria-labelledby="next-step" data-main>
          <h2 id="next-step">{`${stepTexts.nextStep} ${commandLabels[main]}`}</h2>
          <Replies {...props} step={main} />
          <StepForm
            {...{ step: main, ticket: view.ticket, actor, now, list }}
            typed={typedFor(main)}
          />
        </section>
      )}
      {others.length === 0 ? null : (
        <section class="card" aria-labelledby="other-steps">
          <h2 id="other-steps">{stepTexts.otherSteps}</h2>
          {others.map((step) => (
            <OtherStep {...props} step={step} typed={typedFor(step)} />
          ))}
        </section>
      )}
      {nothing ? <p class="soft">{stepTexts.noSteps}</p> : null}
    </>
  )
}
