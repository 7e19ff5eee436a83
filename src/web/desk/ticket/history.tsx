import type { StoredEvent } from '#domain/ticket/events.ts'
import { dateTime } from '#doors/format.ts'
import { wordsOf } from '#web/desk/steps/step-words.ts'
import { detailsOf } from './history-details.ts'
import { whoOf } from './who.ts'

type HistoryProps = {
  readonly events: readonly StoredEvent[]
  /** Events after this one are marked as new. */
  readonly newAfter?: number
}

/** A ticket's events in plain Chinese, oldest first. */
export function History({ events, newAfter = Number.POSITIVE_INFINITY }: HistoryProps) {
  return (
    <ol class="history">
      {events.map((event) => (
        <li class={event.seq > newAfter ? 'new' : undefined}>
          <p>
            <strong>{wordsOf(event.type).label}</strong>{' '}
            <small>
              {whoOf(event)}{' '}
              <time datetime={new Date(event.at).toISOString()}>{dateTime(event.at)}</time>
            </small>
          </p>
          {detailsOf(event).map((line) => (
            <p class="detail">{line}</p>
          ))}
        </li>
      ))}
    </ol>
  )
}
