import type { RelatedTicket } from '#app/intake/read-call.ts'
import { StatusBadge } from '#web/components/status-badge.tsx'
import { dateTime, percent } from '#doors/format.ts'
import { fill, placeLabel, shortCategory } from '#doors/labels.ts'
import { duplicateTexts, ticketMoreTexts } from '#web/desk/ticket/texts.ts'
import { hotlineTexts } from './texts.ts'
import { Key } from './key.tsx'

const say = hotlineTexts

function RelatedOne({ one, first }: { readonly one: RelatedTicket; readonly first: boolean }) {
  const { row, alike, ofCaller } = one
  const why = [
    ...(alike === null
      ? []
      : [
          fill(ticketMoreTexts.sameness, { share: percent(alike.score) }),
          ...alike.reasons.map((reason) => duplicateTexts.reasons[reason]),
        ]),
    fill(duplicateTexts.openedAt, { time: dateTime(row.openedAt) }),
  ]
  return (
    <li>
      <label class="option">
        <input type="radio" name="into" value={row.number} checked={first} />
        <span>
          <span class="badges">
            <span class="number">{row.number}</span>
            <StatusBadge status={row.status} />
            {ofCaller ? <span class="badge accent">{say.ofCaller}</span> : null}
          </span>
          <span class="line">{`${shortCategory(row.category)} ${placeLabel(row)}`}</span>
          <span class="line excerpt">{row.excerpt}</span>
          <small>{why.join('，')}</small>
        </span>
      </label>
      <a href={`/desk/tickets/${row.number}`} target="_blank" rel="noopener" class="touch">
        {say.toTicket}
      </a>
    </li>
  )
}

type RelatedProps = {
  readonly related: readonly RelatedTicket[]
  /** Only an operator adds to a ticket in a caller's name. */
  readonly mayAdd: boolean
}

/** Open tickets the call may belong to, each a key away. */
export function Related({ related, mayAdd }: RelatedProps) {
  if (related.length === 0) return null
  return (
    <fieldset class="related">
      <legend>{`${say.related} ${String(related.length)}`}</legend>
      <p class="soft">{say.relatedHint}</p>
      <ul class="plain-list">
        {related.map((one, index) => (
          <RelatedOne one={one} first={index === 0} />
        ))}
      </ul>
      <div class="actions">
        <button class="plain" name="do" value="merge" data-key="KeyM" accesskey="m">
          {say.merge} <Key name="M" />
        </button>
        {mayAdd ? (
          <>
            <button class="plain" name="do" value="supplement" data-key="KeyS" accesskey="s">
              {say.supplement} <Key name="S" />
            </button>
            <button class="plain" name="do" value="urge" data-key="KeyU" accesskey="u">
              {say.urge} <Key name="U" />
            </button>
          </>
        ) : (
          <small>{say.mayNotAdd}</small>
        )}
      </div>
    </fieldset>
  )
}
