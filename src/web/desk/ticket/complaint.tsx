import type { TicketAttachment } from '#app/files/read-attachments.ts'
import { readEvidence } from '#app/dispatching/read-evidence.ts'
import { maySeePerson } from '#domain/roles.ts'
import type { Actor } from '#domain/roles.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { dateTime } from '#doors/format.ts'
import { categoryLabel, fill, placeLabel, shortCategory, wishLabel } from '#doors/labels.ts'
import { callbackWishTexts, channelLabels, urgencyLabels } from '#doors/label-tables.ts'
import { urgencyReasonTexts } from '#web/desk/why/texts.ts'
import { Attachments } from './attachments.tsx'
import { Highlighted } from '#web/desk/why/highlight.tsx'
import { componentTexts } from '#web/components/texts.ts'
import { ticketTexts } from './texts.ts'

/** What made it urgent, as its words tell: 正在发生、影响“老人”. */
function urgencyReasons(ticket: Ticket): string {
  return readEvidence(ticket)
    .urgency.map(({ rule }) => {
      const [code = '', word = ''] = rule.split(':')
      return fill(urgencyReasonTexts[code] ?? code, { word })
    })
    .join('、')
}

type FactsProps = Pick<ComplaintProps, 'ticket' | 'attachments'>

function Facts({ ticket, attachments }: FactsProps) {
  const { opened, place } = ticket
  const { coordinates } = place
  return (
    <dl class="facts">
      <dt>{componentTexts.category}</dt>
      <dd>{categoryLabel(ticket.category)}</dd>
      {opened.secondary.length === 0 ? null : (
        <>
          <dt>{ticketTexts.secondary}</dt>
          <dd>{opened.secondary.map(shortCategory).join('、')}</dd>
        </>
      )}
      <dt>{componentTexts.place}</dt>
      <dd>
        {placeLabel(place)}
        {coordinates === null ? null : <small> {fill(ticketTexts.coordinates, coordinates)}</small>}
      </dd>
      {opened.when === null ? null : (
        <>
          <dt>{ticketTexts.when}</dt>
          <dd>{opened.when}</dd>
        </>
      )}
      <dt>{ticketTexts.urgency}</dt>
      <dd>
        {urgencyLabels[ticket.urgency]}
        {ticket.urgency === 'general' ? null : <small> {urgencyReasons(ticket)}</small>}
      </dd>
      <dt>{ticketTexts.source}</dt>
      <dd>
        {channelLabels[opened.channel]}
        {opened.sourceNumber === null
          ? ''
          : ` ${fill(ticketTexts.sourceNumber, { number: opened.sourceNumber })}`}
      </dd>
      {(opened.sourceOrder?.unit ?? null) === null ? null : (
        <>
          <dt>{ticketTexts.orderedUnit}</dt>
          <dd>{opened.sourceOrder?.unit}</dd>
        </>
      )}
      {opened.callbackWish === undefined ? null : (
        <>
          <dt>{callbackWishTexts.label}</dt>
          <dd>{wishLabel(opened.callbackWish)}</dd>
        </>
      )}
      <dt>{ticketTexts.receivedAt}</dt>
      <dd>{dateTime(opened.receivedAt)}</dd>
      <Attachments attachments={attachments} />
    </dl>
  )
}

function Reveal({
  ticket,
  what,
}: {
  readonly ticket: Ticket
  readonly what: 'person' | 'original'
}) {
  const id = `${what}-reason`
  return (
    <details class="step">
      <summary>{what === 'person' ? ticketTexts.showPhone : ticketTexts.showOriginal}</summary>
      <form method="post" action={`/desk/tickets/${ticket.opened.number}/${what}`}>
        <div class="field">
          <label for={id}>
            {ticketTexts.purpose}
            <span class="hint">{ticketTexts.purposeHint}</span>
          </label>
          <input id={id} name="reason" required maxlength={200} value={ticketTexts.accessContact} />
        </div>
        <button class="plain">
          {what === 'person' ? ticketTexts.showPhone : ticketTexts.showOriginal}
        </button>
      </form>
    </details>
  )
}

function PersonAccess({ ticket, actor }: { readonly ticket: Ticket; readonly actor: Actor }) {
  if (!maySeePerson(actor, ticket)) {
    return <p class="soft">{ticket.opened.secrecy ? ticketTexts.secret : ticketTexts.mayNotSee}</p>
  }
  return (
    <>
      {ticket.opened.citizenId === null ? (
        <p class="soft">{ticketTexts.noPerson}</p>
      ) : (
        <Reveal ticket={ticket} what="person" />
      )}
      <Reveal ticket={ticket} what="original" />
    </>
  )
}

type ComplaintProps = {
  readonly ticket: Ticket
  readonly attachments: readonly TicketAttachment[]
  readonly actor: Actor
}

/** What was said, masked, with the words that counted; where, when; and the way to the person. */
export function Complaint({ ticket, attachments, actor }: ComplaintProps) {
  return (
    <section class="card" aria-labelledby="complaint">
      <h2 id="complaint">{ticketTexts.complaint}</h2>
      <Highlighted text={ticket.opened.text} evidence={readEvidence(ticket)} />
      <Facts ticket={ticket} attachments={attachments} />
      <PersonAccess ticket={ticket} actor={actor} />
    </section>
  )
}
