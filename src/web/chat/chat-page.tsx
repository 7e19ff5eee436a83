import type { MediaLimits } from '#domain/media.ts'
import { PublicPage } from '#web/layout.tsx'
import { chatTexts, citizenTexts } from './texts.ts'
import { trackTexts } from '#doors/track-texts.ts'
import { Entry } from './entry.tsx'
import { AttachmentButtons, AttachmentForm } from './attachment-form.tsx'
import { openQuestion } from './transcript.ts'
import type { Talk } from './transcript.ts'

/** What could not be taken, and the words it held, so that nothing is typed twice. */
export type Refused = { readonly reason: string; readonly text: string }

type ChatPageProps = {
  readonly talk: Talk
  readonly newId: () => string
  readonly limits: MediaLimits
  readonly refused?: Refused | null
}

/** The chat: a log, its open question's buttons, and one large field. Works as a plain form, too. */
export function ChatPage({ talk, newId, limits, refused = null }: ChatPageProps) {
  return (
    <PublicPage
      title={chatTexts.title}
      class="chat"
      scripts={['chat.js', 'attachments.js']}
      links={[{ href: '/track', label: trackTexts.title }]}
    >
      <main id="main" tabindex={-1}>
        <h1 class="hidden">{chatTexts.title}</h1>
        <Log talk={talk} newId={newId} />
        <p class="status" id="status" role="status"></p>
        {refused !== null && (
          <p class="notice bad" role="alert" id="refused">
            {refused.reason}
          </p>
        )}
        <Composer newId={newId} text={refused?.text ?? ''} />
        <AttachmentForm newId={newId} limits={limits} />
      </main>
    </PublicPage>
  )
}

function Log({ talk, newId }: Pick<ChatPageProps, 'talk' | 'newId'>) {
  const { entries, cut, cursor } = talk
  const open = openQuestion(entries)
  return (
    <ol
      class="log"
      id="log"
      aria-live="polite"
      aria-label={chatTexts.log}
      tabindex={0}
      data-cursor={cursor}
    >
      <li class="bot">
        <span class="hidden">{chatTexts.bot} </span>
        <span>{chatTexts.greeting}</span>
      </li>
      {cut && <li class="bot soft">{citizenTexts.earlier}</li>}
      {entries.map((entry) => (
        <Entry
          entry={entry}
          live={entry.cursor === open}
          newId={newId}
          {...(entry.cursor === cursor ? { id: 'last' } : {})}
        />
      ))}
    </ol>
  )
}

/**
 * No `maxlength`: a browser would silently cut what was pasted. The link to look again has a new address each
 * time: to the same one with a fragment a browser only scrolls.
 */
function Composer({ newId, text }: { readonly newId: () => string; readonly text: string }) {
  return (
    <form
      class="composer"
      method="post"
      action="/chat/messages"
      id="composer"
      data-sending={chatTexts.sending}
      data-failed={chatTexts.failed}
      data-connecting={chatTexts.connecting}
      data-locating={chatTexts.locating}
      data-no-location={chatTexts.locationFailed}
      data-my-location={chatTexts.myLocation}
      data-you={chatTexts.you}
      data-empty={chatTexts.empty}
    >
      <input type="hidden" name="id" value={newId()} />
      <label class="hidden" for="text">
        {chatTexts.placeholder}
      </label>
      <div class="line">
        <textarea id="text" name="text" rows={1} placeholder={chatTexts.placeholder} required>
          {text}
        </textarea>
        <button id="send">{chatTexts.send}</button>
      </div>
      <p class="under">
        <button type="button" class="quiet" id="locate" hidden>
          {chatTexts.location}
        </button>
        <AttachmentButtons />
        <noscript>
          <a href={`/?look=${newId()}#last`}>{chatTexts.reload}</a>
        </noscript>
        <span>{chatTexts.danger}</span>
      </p>
    </form>
  )
}
