import type { CallReading } from '#app/intake/read-call.ts'
import { StaffPage } from '#web/layout.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { hotlineTexts } from './texts.ts'
import { Caller, Check, Said } from './call-fields.tsx'
import type { Value } from './call-fields.tsx'
import { CallPanel, EmptyPanel } from './call-panel.tsx'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { Key } from './key.tsx'
import { Notice } from '#web/components/pieces.tsx'

const say = hotlineTexts

export type HotlineProps = {
  readonly staff: StaffSession
  /** A UUID: the same call sent twice opens one case. */
  readonly entry: string
  readonly typed: Form | null
  /** What the rules make of the words; null before they have been asked. */
  readonly reading: CallReading | null
  readonly faults: readonly string[]
}

function Bar() {
  return (
    <div class="callbar">
      <button name="do" value="open" aria-keyshortcuts="Control+Enter">
        {say.open} <kbd aria-hidden="true">Ctrl+Enter</kbd>
      </button>
      <button class="plain noscript" name="do" value="preview">
        {say.preview}
      </button>
      <button type="button" class="plain" data-act="reset" data-key="KeyY" hidden>
        {say.reset} <Key name="Y" />
      </button>
      <button type="button" class="quiet" data-act="clear" hidden>
        {say.clear}
      </button>
      <p id="call-status" class="soft" role="status"></p>
    </div>
  )
}

/** The value of each field: what the operator wrote, and what the rules suggest once they have been asked. */
function valuesOf({ typed, reading }: Pick<HotlineProps, 'typed' | 'reading'>): Value {
  if (typed === null) return () => ''
  if (reading === null) return (name) => valueOf(typed, name)
  const { category, town, village, spot, when, urgency, secrecy } = reading.facts
  const facts: Readonly<Record<string, string>> = {
    category: category ?? '',
    town: town ?? '',
    village: village ?? '',
    spot: spot ?? '',
    when: when ?? '',
    urgency,
    secrecy: secrecy ? 'yes' : '',
  }
  return (name) => facts[name] ?? valueOf(typed, name)
}

/** What a caller says on the left, what the rules make of it on the right; one screen, no mouse. */
export function HotlinePage({ staff, entry, typed, reading, faults }: HotlineProps) {
  const value = valuesOf({ typed, reading })
  const mayAdd = staff.account.role === 'operator'
  return (
    <StaffPage
      title={say.title}
      staff={staff}
      path="/desk/hotline"
      scripts={['hotline.js']}
      class="hotline"
    >
      <div class="headline">
        <h1>{say.title}</h1>
        <p class="soft">{`${say.intro} ${say.keyHelp}`}</p>
      </div>
      <div id="call-faults">
        {faults.length === 0 ? null : <Notice kind="bad">{faults.join(' ')}</Notice>}
      </div>
      <form
        method="post"
        action="/desk/hotline"
        id="call"
        class="call"
        data-account={staff.account.id}
        data-texts={JSON.stringify(say.live)}
      >
        <input type="hidden" name="entry" value={entry} />
        {reading === null ? null : <input type="hidden" name="checked" value="yes" />}
        <div class="written">
          <Said value={value} />
          <Check value={value} />
          <Caller value={value} />
        </div>
        <section class="panel" id="call-panel" tabindex={-1} aria-label={say.panel}>
          {reading === null ? (
            <EmptyPanel />
          ) : (
            <CallPanel reading={reading} live={false} mayAdd={mayAdd} />
          )}
        </section>
        <Bar />
      </form>
    </StaffPage>
  )
}
