import type { TranscriptEntry } from '#app/ports.ts'
import type { Child } from 'hono/jsx'
import { shortTime } from '#doors/format.ts'
import { Media } from '#web/components/media.tsx'
import { fill } from '#doors/labels.ts'
import { chatTexts, citizenTexts } from './texts.ts'
import { mediaTexts } from '#doors/media-texts.ts'
import { ReceiptCard, SummaryCard } from './cards.tsx'

/** Side of a thumbnail in CSS pixels: known before the photo is loaded, so that nothing below it moves. */
const thumbnail = 96

type EntryProps = {
  readonly entry: TranscriptEntry
  /** Whether its buttons may be pressed. */
  readonly live: boolean
  /** Names what a button sends, so that pressing it twice is one message. */
  readonly newId: () => string
  readonly id?: string
}

/** One thing said, by the citizen or the bot, with its card and its buttons. */
export function Entry({ entry, live, newId, id }: EntryProps) {
  const who = entry.from === 'citizen' ? chatTexts.you : chatTexts.bot
  return (
    <li class={entry.from} data-cursor={entry.cursor} id={id}>
      <span class="hidden">{who} </span>
      <Body entry={entry} />
      {entry.choices.length > 0 && entry.questionId !== null && (
        <Choices entry={entry} questionId={entry.questionId} live={live} newId={newId} />
      )}
      <time dateTime={new Date(entry.at).toISOString()}>{shortTime(entry.at)}</time>
    </li>
  )
}

function Body({ entry: { card, text, attachments } }: { readonly entry: TranscriptEntry }): Child {
  if (attachments.length > 0) return <Sent attachments={attachments} />
  if (card?.type === 'summary') return <SummaryCard card={card} />
  if (card?.type === 'receipt') return <ReceiptCard card={card} text={text} />
  return <span>{text === '' ? citizenTexts.unseen : text}</span>
}

/** What the citizen sent besides words; a file of an unknown kind by its name alone. */
function Sent({ attachments }: Pick<TranscriptEntry, 'attachments'>) {
  return (
    <span class="photos">
      {attachments.map(({ id, kind, name }, index) => {
        const alt = name ?? fill(mediaTexts.yours[kind], { n: index + 1 })
        if (kind === 'file') return <span>{alt}</span>
        const path = `/chat/attachments/${encodeURIComponent(id)}`
        return <Media kind={kind} path={path} alt={alt} width={thumbnail} />
      })}
    </span>
  )
}

type ChoicesProps = EntryProps & { readonly questionId: string }

function Choices({ entry, questionId, live, newId }: Omit<ChoicesProps, 'id'>) {
  const main = entry.card?.type === 'summary' ? 0 : -1
  return (
    <div class="choices">
      {entry.choices.map((choice, index) => (
        <form method="post" action="/chat/choice">
          <input type="hidden" name="id" value={newId()} />
          <input type="hidden" name="questionId" value={questionId} />
          <input type="hidden" name="choiceId" value={choice.id} />
          <input type="hidden" name="label" value={choice.label} />
          <button class={index === main ? '' : 'plain'} disabled={!live}>
            {choice.label}
          </button>
        </form>
      ))}
    </div>
  )
}

/** An entry as the live page inserts it. */
export async function entryHtml(entry: TranscriptEntry, newId: () => string): Promise<string> {
  return String(await (<Entry entry={entry} live newId={newId} />).toString())
}
