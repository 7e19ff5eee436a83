import type { StaffMember } from '#app/notices/notices-port.ts'
import type { TicketAttachment } from '#app/files/read-attachments.ts'
import type { OfferedReply } from '#app/replies/templates.ts'
import type { TicketView } from '#app/tickets/read-desk.ts'
import type { DuplicateCandidate } from '#app/tickets/read-duplicates.ts'
import type { Actor } from '#domain/roles.ts'
import type { Refusal } from '#domain/refusal.ts'
import { nextDue } from '#domain/ticket/deadlines.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { Keys } from '#web/components/keys.tsx'
import { Due } from '#web/components/due.tsx'
import { fill, shortCategory } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { commandLabels } from '#web/desk/steps/step-words.ts'
import { Clocks } from './clocks.tsx'
import { Complaint } from './complaint.tsx'
import { Course } from './course.tsx'
import { Duplicates } from './duplicates.tsx'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { History } from './history.tsx'
import { Notice } from '#web/components/pieces.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import type { Kept } from './refusal-notice.tsx'
import { Requests } from './requests.tsx'
import { Marks, Standing } from './standing.tsx'
import { fieldsOf, isWords, stepOf } from '#web/desk/steps/steps.ts'
import type { Step } from '#web/desk/steps/steps.ts'
import { offeredSteps, TicketSteps } from '#web/desk/steps/ticket-steps.tsx'
import type { Back } from '#web/desk/steps/back.tsx'
import { Whistles } from './whistles.tsx'
import { Why } from '#web/desk/why/why.tsx'
import { stepTexts } from '#web/desk/steps/texts.ts'
import { ticketTexts } from './texts.ts'

/** What came of the last post, to be shown above the ticket. */
export type Outcome = {
  readonly done?: string
  readonly refusal?: Refusal
  /** What was posted, so that nothing typed is lost. */
  readonly typed?: Form
  readonly seen?: number | null
}

export type TicketPageProps = {
  readonly view: TicketView
  readonly attachments: readonly TicketAttachment[]
  readonly duplicates: readonly DuplicateCandidate[]
  readonly staff: StaffSession
  readonly actor: Actor
  /** Colleagues of the unit. */
  readonly people: readonly StaffMember[]
  /** Templates a reply may begin with. */
  readonly replies: readonly OfferedReply[]
  /** UTC milliseconds. */
  readonly now: number
  readonly outcome: Outcome
  /** The list it was opened from; null: none. */
  readonly list: Back | null
}

/** Fields of a step that hold sentences, which nobody likes to write twice. */
function wordFields(step: Step): readonly string[] {
  return fieldsOf(step)
    .filter(isWords)
    .map(({ name }) => name)
}

/** Whether what was typed still has a form to stand in. */
function keptOf({ view, actor }: TicketPageProps, typed: Form | undefined): Kept {
  if (typed === undefined) return 'nothing'
  const step = stepOf(valueOf(typed, 'type'))
  const offered =
    step === undefined
      ? view.allowed.includes('dispatch')
      : offeredSteps(view, actor).includes(step)
  const fields = step === undefined ? ['note'] : wordFields(step)
  const said = fields.map((name) => valueOf(typed, name).trim()).filter((text) => text !== '')
  if (said.length === 0) return 'nothing'
  return offered ? 'in-form' : said
}

function OutcomeNotice(props: TicketPageProps) {
  const { view, outcome } = props
  const { done, refusal, typed, seen = null } = outcome
  if (refusal !== undefined) {
    const kept = keptOf(props, typed)
    return <RefusalNotice refusal={refusal} events={view.events} seen={seen} kept={kept} />
  }
  const labels: Readonly<Record<string, string>> = commandLabels
  const what = done === undefined ? undefined : labels[done]
  if (what === undefined) return null
  return <Notice kind="good">{fill(stepTexts.done, { what })}</Notice>
}

function Head({ ticket, now }: { readonly ticket: Ticket; readonly now: number }) {
  const due = nextDue(ticket)
  return (
    <>
      <h1>
        <span class="number">{ticket.opened.number}</span> {shortCategory(ticket.category)}
      </h1>
      <Marks ticket={ticket} />
      {due === null ? null : (
        <p>
          <Due due={due} now={now} />
        </p>
      )}
    </>
  )
}

/** Back to where one was, and on to what comes next there. */
function Ways({ list, number }: { readonly list: Back | null; readonly number: string }) {
  const isWork = list === '/desk' || list?.startsWith('/desk?') === true
  const next = new URLSearchParams({ list: list ?? '', past: number })
  return (
    <p class="actions">
      <a class="touch" href={list ?? '/desk'} data-key="u">
        {list === null ? ticketTexts.backToDesk : ticketTexts.backToList}
      </a>
      {isWork ? (
        <a class="touch" href={`/desk/next?${next.toString()}`} data-key="n">
          {ticketTexts.nextInList}
        </a>
      ) : null}
    </p>
  )
}

/** One ticket: what was said, why it is here, its clocks and history, and what the person may do now. */
export function TicketPage(props: TicketPageProps) {
  const { view, attachments, duplicates, staff, actor, people, replies, now, outcome, list } = props
  const { ticket, events } = view
  const changed = outcome.refusal?.refused === 'changed-meanwhile'
  const newAfter = changed ? (outcome.seen ?? undefined) : undefined
  return (
    <StaffPage
      title={ticket.opened.number}
      staff={staff}
      path="/desk/tickets"
      scripts={['desk-list.js']}
    >
      <Ways list={list} number={ticket.opened.number} />
      <Head ticket={ticket} now={now} />
      <OutcomeNotice {...props} />
      <Standing ticket={ticket} events={events} />
      <div class="ticket">
        <Complaint ticket={ticket} attachments={attachments} actor={actor} />
        <div class="side">
          <TicketSteps
            {...{ view, actor, now, people, replies, list }}
            typed={outcome.typed ?? null}
          />
          <Duplicates
            ticket={ticket}
            found={duplicates}
            mayMerge={view.allowed.includes('merge')}
          />
          <Why ticket={ticket} />
        </div>
        <div>
          <section class="card" aria-labelledby="clocks">
            <h2 id="clocks">{ticketTexts.clocks}</h2>
            <Clocks ticket={ticket} events={events} now={now} />
          </section>
          <Whistles ticket={ticket} events={events} now={now} />
          <Requests events={events} />
          <section class="card" aria-labelledby="history">
            <h2 id="history">{ticketTexts.history}</h2>
            <Course events={events} />
            <History events={events} {...(newAfter === undefined ? {} : { newAfter })} />
          </section>
        </div>
      </div>
      <Keys />
    </StaffPage>
  )
}
