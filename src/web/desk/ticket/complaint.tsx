import type { TicketAttachment } from '#app/files/read-attachments.ts'
import { isByOlderRules, readEvidence } from '#app/dispatching/read-evidence.ts'
import { maySeePerson } from '#domain/roles.ts'
import type { Actor } from '#domain/roles.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { dateTime, percent } from '#doors/format.ts'
import { categoryLabel, fill, placeLabel, shortCategory, wishLabel } from '#doors/labels.ts'
import { callbackWishTexts, channelLabels, urgencyLabels } from '#doors/label-tables.ts'
import { deskPageTexts, deskTexts } from '#web/desk/texts.ts'
import { ruleTexts, urgencyReasonTexts } from '#web/desk/why/texts.ts'
import { Attachments } from './attachments.tsx'
import { Highlighted, stretches } from '#web/desk/why/highlight.tsx'

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
      <dt>{deskTexts.category}</dt>
      <dd>{categoryLabel(ticket.category)}</dd>
      {opened.secondary.length === 0 ? null : (
        <>
          <dt>{deskTexts.secondary}</dt>
          <dd>{opened.secondary.map(shortCategory).join('、')}</dd>
        </>
      )}
      <dt>{deskTexts.place}</dt>
      <dd>
        {placeLabel(place)}
        {coordinates === null ? null : (
          <small> {fill(deskPageTexts.coordinates, coordinates)}</small>
        )}
      </dd>
      {opened.when === null ? null : (
        <>
          <dt>{deskTexts.when}</dt>
          <dd>{opened.when}</dd>
        </>
      )}
      <dt>{deskPageTexts.urgency}</dt>
      <dd>
        {urgencyLabels[ticket.urgency]}
        {ticket.urgency === 'general' ? null : <small> {urgencyReasons(ticket)}</small>}
      </dd>
      <dt>{deskTexts.source}</dt>
      <dd>
        {channelLabels[opened.channel]}
        {opened.sourceNumber === null
          ? ''
          : ` ${fill(deskPageTexts.sourceNumber, { number: opened.sourceNumber })}`}
      </dd>
      {opened.callbackWish === undefined ? null : (
        <>
          <dt>{callbackWishTexts.label}</dt>
          <dd>{wishLabel(opened.callbackWish)}</dd>
        </>
      )}
      <dt>{deskTexts.receivedAt}</dt>
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
      <summary>{what === 'person' ? deskTexts.showPhone : deskTexts.showOriginal}</summary>
      <form method="post" action={`/desk/tickets/${ticket.opened.number}/${what}`}>
        <div class="field">
          <label for={id}>
            {deskPageTexts.purpose}
            <span class="hint">{deskPageTexts.purposeHint}</span>
          </label>
          <input id={id} name="reason" required maxlength={200} value={deskTexts.accessContact} />
        </div>
        <button class="plain">
          {what === 'person' ? deskTexts.showPhone : deskTexts.showOriginal}
        </button>
      </form>
    </details>
  )
}

function PersonAccess({ ticket, actor }: { readonly ticket: Ticket; readonly actor: Actor }) {
  if (!maySeePerson(actor, ticket)) {
    return <p class="soft">{ticket.opened.secrecy ? deskTexts.secret : deskPageTexts.mayNotSee}</p>
  }
  return (
    <>
      {ticket.opened.citizenId === null ? (
        <p class="soft">{deskPageTexts.noPerson}</p>
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
      <h2 id="complaint">{deskTexts.complaint}</h2>
      <Highlighted text={ticket.opened.text} evidence={readEvidence(ticket)} />
      <Facts ticket={ticket} attachments={attachments} />
      <PersonAccess ticket={ticket} actor={actor} />
    </section>
  )
}

/** What the rules took the complaint for: the ranked categories and the words that counted. */
export function RulesThought({ ticket }: { readonly ticket: Ticket }) {
  const { classification, text } = ticket.opened
  if (classification === null) return <p>{deskPageTexts.noRanked}</p>
  const counted = stretches(text, readEvidence(ticket).category).filter((part) => part.counted)
  const said = [...new Set(counted.map((part) => part.text))].join('、')
  return (
    <>
      <p>
        {said === '' ? deskPageTexts.noWords : fill(deskPageTexts.wordsCounted, { words: said })}
      </p>
      <ol class="ranked" aria-label={deskTexts.ranked}>
        {classification.ranked.slice(0, 3).map(({ category, score }) => (
          <li>
            <span>{shortCategory(category)}</span>
            <meter min={0} max={1} value={score} aria-hidden="true"></meter>
            <small>{`${deskTexts.confidence} ${percent(score)}`}</small>
          </li>
        ))}
      </ol>
      {isByOlderRules(classification) ? <p class="soft">{ruleTexts.olderReading}</p> : null}
    </>
  )
}
