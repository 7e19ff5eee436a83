import type { ReplyCard, SummaryItem } from '#domain/dialogue/reply.ts'
import { dateTime } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { chatTexts, citizenTexts } from './texts.ts'
import { trackExtra } from '#doors/track-texts.ts'

type Summary = Extract<ReplyCard, { readonly type: 'summary' }>
type Receipt = Extract<ReplyCard, { readonly type: 'receipt' }>

/** Characters of a sentence that is shown unfolded. */
const shortSentence = 40

/** What will be opened, to be checked before it is: problem, place, unit, clause, by when. */
export function SummaryCard({ card }: { readonly card: Summary }) {
  return (
    <div>
      <strong>{chatTexts.summary}</strong>
      <dl class="facts">
        <dt>{chatTexts.where}</dt>
        <dd>{card.place}</dd>
        {card.when !== null && (
          <>
            <dt>{chatTexts.when}</dt>
            <dd>{card.when}</dd>
          </>
        )}
      </dl>
      {card.items.map((item) => (
        <Item item={item} />
      ))}
      <p>{citizenTexts.confirmHint}</p>
    </div>
  )
}

function Item({ item }: { readonly item: SummaryItem }) {
  return (
    <dl class="facts">
      <dt>{chatTexts.what}</dt>
      <dd>
        <strong>{item.category}</strong>
      </dd>
      {item.place !== undefined && (
        <>
          <dt>{chatTexts.where}</dt>
          <dd>{item.place}</dd>
        </>
      )}
      <dt>{chatTexts.handler}</dt>
      <dd>{item.handler}</dd>
      <dt>{chatTexts.basis}</dt>
      <dd>
        <Basis item={item} />
      </dd>
      <dt>{chatTexts.by}</dt>
      <dd>{dateTime(item.due)}</dd>
    </dl>
  )
}

/** A long sentence of the plan is folded, so that the buttons below stay in sight on a phone. */
function Basis({ item: { clause: short, sentence } }: { readonly item: SummaryItem }) {
  const clause = fill(citizenTexts.ofPlan, { clause: short })
  if (sentence.length > shortSentence) {
    return (
      <details>
        <summary>{clause}</summary>
        <small>{sentence}</small>
      </details>
    )
  }
  return (
    <>
      {clause}
      <br />
      <small>{sentence}</small>
    </>
  )
}

type ReceiptProps = { readonly card: Receipt; readonly text: string }

/**
 * What was opened, and the key to it: number and secret code, with the way to its progress. A ticket that
 * waits at the desk has no unit yet; then the words say what happens to it.
 */
export function ReceiptCard({ card, text }: ReceiptProps) {
  const { code, tickets } = card
  const atDesk = tickets.some((ticket) => ticket.handler === '')
  return (
    <div>
      <strong>{chatTexts.receipt}</strong>
      {atDesk && <p>{text}</p>}
      {tickets.map((ticket) => (
        <>
          <dl class="facts">
            <dt>{chatTexts.number}</dt>
            <dd class="number">{ticket.number}</dd>
            {ticket.category !== '' && (
              <>
                <dt>{chatTexts.what}</dt>
                <dd>{ticket.category}</dd>
              </>
            )}
            {ticket.handler !== '' && (
              <>
                <dt>{chatTexts.handler}</dt>
                <dd>{ticket.handler}</dd>
              </>
            )}
            {ticket.due !== null && (
              <>
                <dt>{chatTexts.by}</dt>
                <dd>{dateTime(ticket.due)}</dd>
              </>
            )}
          </dl>
          {code !== null && <OpenProgress number={ticket.number} code={code} />}
        </>
      ))}
      {code !== null && (
        <>
          <dl class="facts">
            <dt>{chatTexts.code}</dt>
            <dd class="secret">{code}</dd>
          </dl>
          <p>{chatTexts.keep}</p>
          <p class="soft">{citizenTexts.keepCode}</p>
        </>
      )}
    </div>
  )
}

type Key = { readonly number: string; readonly code: string }

/** Opens a ticket's page; the code goes by form, never in an address. */
function OpenProgress({ number, code }: Key) {
  return (
    <form method="post" action="/track">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="code" value={code} />
      <button class="plain" aria-label={`${chatTexts.open} ${fill(trackExtra.number, { number })}`}>
        {chatTexts.open}
      </button>
    </form>
  )
}
