import type { DuplicateCandidate } from '#app/tickets/read-duplicates.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { StatusBadge } from '#web/components/status-badge.tsx'
import { dateTime, percent } from '#doors/format.ts'
import { fill, placeLabel, shortCategory } from '#doors/labels.ts'
import { duplicateTexts, ticketMoreTexts } from './texts.ts'

const say = ticketMoreTexts

/** Merges the ticket shown into a candidate; a person decides, never the score. */
function MergeInto({ ticket, number }: { readonly ticket: Ticket; readonly number: string }) {
  return (
    <form method="post" action={`/desk/tickets/${ticket.opened.number}/steps`}>
      <input type="hidden" name="type" value="merge" />
      <input type="hidden" name="seq" value={String(ticket.seq)} />
      <input type="hidden" name="intoNumber" value={number} />
      <button class="plain">{fill(duplicateTexts.mergeInto, { number })}</button>
    </form>
  )
}

type CandidatesProps = {
  readonly found: readonly DuplicateCandidate[]
  /** The ticket that may be merged into one of them; null: only shown. */
  readonly ticket: Ticket | null
}

/** Tickets that may be the same matter, most alike first, with the reasons in words. */
function Candidates({ found, ticket }: CandidatesProps) {
  return (
    <ul class="plain-list">
      {found.map(({ row, score, reasons }) => (
        <li>
          <a class="number touch" href={`/desk/tickets/${row.number}`}>
            {row.number}
          </a>{' '}
          <StatusBadge status={row.status} />
          <p>{`${shortCategory(row.category)} ${placeLabel(row)} ${row.excerpt}`}</p>
          <p class="soft">
            {[
              fill(say.sameness, { share: percent(score) }),
              fill(duplicateTexts.openedAt, { time: dateTime(row.openedAt) }),
              ...reasons.map((reason) => duplicateTexts.reasons[reason]),
            ].join('，')}
          </p>
          {ticket === null ? null : <MergeInto ticket={ticket} number={row.number} />}
        </li>
      ))}
    </ul>
  )
}

type DuplicatesProps = {
  readonly ticket: Ticket
  readonly found: readonly DuplicateCandidate[]
  readonly mayMerge: boolean
}

/** On a ticket: what may be the same matter; nothing when nothing is. */
export function Duplicates({ ticket, found, mayMerge }: DuplicatesProps) {
  if (found.length === 0) return null
  return (
    <section class="card" aria-labelledby="duplicates">
      <h2 id="duplicates">{say.duplicates}</h2>
      <p class="soft">{say.duplicatesIntro}</p>
      <Candidates found={found} ticket={mayMerge ? ticket : null} />
    </section>
  )
}
