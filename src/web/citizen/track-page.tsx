import type { Child } from 'hono/jsx'
import type { StoredEvent } from '#domain/ticket/events.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { TicketAttachment } from '#app/files/read-attachments.ts'
import type { MediaLimits } from '#domain/media.ts'
import { StatusBadge } from '../components/status-badge.tsx'
import { dateTime } from '#doors/format.ts'
import {
  categoryLabel,
  clauseLabel,
  clauseSentence,
  fill,
  placeLabel,
  unitLabel,
} from '#doors/labels.ts'
import { PublicPage } from '../layout.tsx'
import { citizenTexts } from '#web/chat/texts.ts'
import {
  closedLabels,
  exclusionGroundLabels,
  satisfiedLabels,
  solvedLabels,
} from '#doors/label-tables.ts'
import { trackExtra, trackTexts } from '#doors/track-texts.ts'
import { words } from '#doors/words.ts'
import { publicSteps } from '#doors/public-steps.ts'
import { TrackActions } from './track-actions.tsx'
import { TrackAttachments } from './track-attachments.tsx'

export type Notice = { readonly tone: 'good' | 'bad'; readonly text: string }

type FrameProps = { readonly notice: Notice | null; readonly children?: Child }

function Frame({ notice, children }: FrameProps) {
  return (
    <PublicPage title={trackTexts.title} links={[{ href: '/', label: trackTexts.toChat }]}>
      <main id="main" class="narrow" tabindex={-1}>
        {notice !== null && (
          <p class={`notice ${notice.tone}`} role={notice.tone === 'bad' ? 'alert' : 'status'}>
            {notice.text}
          </p>
        )}
        {children}
      </main>
    </PublicPage>
  )
}

type FormProps = { readonly number: string; readonly notice?: Notice | null }

/** Asks for number and code; both go by form. */
export function TrackForm({ number, notice = null }: FormProps) {
  return (
    <Frame notice={notice}>
      <h1>{trackTexts.title}</h1>
      <p>{trackTexts.intro}</p>
      <form method="post" action="/track" class="card">
        <div class="field">
          <label for="number">
            {trackTexts.number} <span class="hint">{trackTexts.numberHint}</span>
          </label>
          <input
            id="number"
            name="number"
            value={number}
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
        </div>
        <div class="field">
          <label for="code">
            {trackTexts.code} <span class="hint">{trackTexts.codeHint}</span>
          </label>
          <input
            id="code"
            name="code"
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
        </div>
        <button>{trackTexts.submit}</button>
      </form>
    </Frame>
  )
}

type TicketProps = {
  readonly attachments: readonly TicketAttachment[]
  readonly limits: MediaLimits
  readonly ticket: Ticket
  readonly events: readonly StoredEvent[]
  readonly now: number
  readonly notice: Notice | null
  /** What was typed into a form that was refused. */
  readonly kept?: Readonly<Record<string, unknown>>
}

/** One ticket as its citizen sees it: where it stands, the answer, what they may do, all that happened. */
export function TrackTicket(props: TicketProps) {
  const { ticket, events, attachments, limits, now, notice, kept = {} } = props
  return (
    <Frame notice={notice}>
      <h1>
        {trackTexts.title} <span class="number">{ticket.opened.number}</span>
      </h1>
      <Facts ticket={ticket} now={now} />
      {ticket.publicReply !== null && (
        <section class="card">
          <h2>{trackTexts.reply}</h2>
          <p class="said">{ticket.publicReply}</p>
        </section>
      )}
      {ticket.awaiting !== null && <p class="notice">{ticket.awaiting.question}</p>}
      <ExclusionNotice exclusion={ticket.exclusion} />
      <TrackAttachments attachments={attachments} />
      <TrackActions ticket={ticket} kept={kept} limits={limits} />
      <section class="card">
        <h2>{trackTexts.timeline}</h2>
        <ol class="history">
          {publicSteps(events).map((step) => (
            <li>
              <time class="soft" dateTime={new Date(step.at).toISOString()}>
                {dateTime(step.at)}
              </time>
              <p class="detail">{step.text}</p>
            </li>
          ))}
        </ol>
      </section>
      <form method="post" action="/track/forget">
        <button class="plain">{trackTexts.forget}</button>
      </form>
    </Frame>
  )
}

/** What is proposed or decided about leaving the ticket out of the rates: the ground, not the unit's evidence. */
function ExclusionNotice({ exclusion }: Pick<Ticket, 'exclusion'>) {
  if (exclusion === null) return null
  const ground = exclusionGroundLabels[exclusion.ground]
  return <p class="notice">{fill(trackExtra.exclusion[exclusion.state], { ground })}</p>
}

function Facts({ ticket, now }: { readonly ticket: Ticket; readonly now: number }) {
  const { opened, handler, dispatch, rating, closedBecause } = ticket
  return (
    <section class="card">
      <dl class="facts">
        <dt>{trackTexts.status}</dt>
        <dd>
          <StatusBadge status={ticket.status} />
        </dd>
        <dt>{trackTexts.what}</dt>
        <dd>
          {categoryLabel(ticket.category)}
          <blockquote class="said">{opened.text}</blockquote>
        </dd>
        <dt>{trackTexts.where}</dt>
        <dd>{placeLabel(ticket.place)}</dd>
        <dt>{trackExtra.receivedAt}</dt>
        <dd>{dateTime(opened.receivedAt)}</dd>
        <dt>{trackTexts.handler}</dt>
        <dd>{handler === null ? words.notDispatched : unitLabel(handler)}</dd>
        {dispatch !== null && (
          <>
            <dt>{trackTexts.basis}</dt>
            <dd>
              {fill(citizenTexts.ofPlan, { clause: clauseLabel(dispatch.routing.clause) })}
              <br />
              <small>{clauseSentence(dispatch.routing.clause)}</small>
            </dd>
          </>
        )}
        <DueFact ticket={ticket} now={now} />
        {rating !== null && (
          <>
            <dt>{trackExtra.yourRating}</dt>
            <dd>
              {rating.contacted ? trackTexts.contactedYes : trackTexts.contactedNo}，
              {solvedLabels[rating.solved]}，{satisfiedLabels[rating.satisfied]}
            </dd>
          </>
        )}
        {closedBecause !== null && (
          <>
            <dt>{trackExtra.closed}</dt>
            <dd>{closedLabels[closedBecause]}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

const over: ReadonlySet<Ticket['status']> = new Set([
  'resolved',
  'closed',
  'withdrawn',
  'merged',
  'referred',
])

function DueFact({ ticket, now }: { readonly ticket: Ticket; readonly now: number }) {
  const due = ticket.deadlines?.solve
  if (due === undefined || over.has(ticket.status)) return null
  return (
    <>
      <dt>{trackTexts.due}</dt>
      <dd>
        {dateTime(due)}
        {due < now && <p class="badge red">{words.overdue}</p>}
        {due < now && <small> {trackExtra.overdue}</small>}
      </dd>
    </>
  )
}
