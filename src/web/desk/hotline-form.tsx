import type { Child } from 'hono/jsx'
import type { CallReading } from '#app/read-call.ts'
import { ticketCategories, towns } from '../labels.ts'
import { StaffPage } from '../layout.tsx'
import type { StaffSession } from '../staff-auth.ts'
import { urgencyLabels, words } from '../texts.ts'
import { hotlineTexts } from '../texts-hotline.ts'
import { CallPanel, EmptyPanel } from './call-panel.tsx'
import { valueOf } from './form.ts'
import type { Form } from './form.ts'
import { Key } from './key.tsx'
import { Notice, Select, UnitSelect, keyOf } from './pieces.tsx'

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

type Value = (name: string) => string

type FieldProps = {
  readonly id: string
  readonly label: string
  readonly letter?: string
  readonly hint?: string
  readonly wide?: boolean
  readonly children?: Child
}

function Field({ id, label, letter, hint, wide, children }: FieldProps) {
  return (
    <div class={wide === true ? 'field wide' : 'field'}>
      <label for={id}>
        {label} {letter === undefined ? null : <Key name={letter} />}
        {hint === undefined ? null : <span class="hint">{hint}</span>}
      </label>
      {children}
    </div>
  )
}

type InputProps = {
  readonly name: string
  readonly value: Value
  readonly max: number
  readonly letter?: string
}

function Input({ name, value, max, letter }: InputProps) {
  return (
    <input
      id={`call-${name}`}
      name={name}
      autocomplete="off"
      value={value(name)}
      maxlength={max}
      {...(name === 'phone' ? { type: 'tel' } : {})}
      {...keyOf(letter)}
    />
  )
}

function Said({ value }: { readonly value: Value }) {
  return (
    <Field id="call-text" label={say.text} letter="Q" hint={say.textHint} wide>
      <textarea
        id="call-text"
        name="text"
        required
        maxlength={2000}
        rows={3}
        autofocus
        {...keyOf('Q')}
      >
        {value('text')}
      </textarea>
    </Field>
  )
}

type TickProps = {
  readonly name: string
  readonly label: string
  readonly letter: string
  readonly value: Value
}

function Tick({ name, label, letter, value }: TickProps) {
  return (
    <label class="option">
      <input
        type="checkbox"
        name={name}
        value="yes"
        checked={value(name) === 'yes'}
        {...keyOf(letter)}
      />
      <span>
        {label} <Key name={letter} />
      </span>
    </label>
  )
}

function Caller({ value }: { readonly value: Value }) {
  const ask = value('callback') === 'no' ? 'no' : 'yes'
  return (
    <fieldset class="grid">
      <legend>{say.caller}</legend>
      <Field id="call-phone" label={say.phone} letter="P">
        <Input name="phone" value={value} max={20} letter="P" />
      </Field>
      <Field id="call-name" label={say.name}>
        <Input name="name" value={value} max={50} />
      </Field>
      <Field id="call-callback" label={say.callback} letter="H">
        <select id="call-callback" name="callback" {...keyOf('H')}>
          {(['yes', 'no'] as const).map((id) => (
            <option value={id} selected={id === ask}>
              {say.callbackAsk[id]}
            </option>
          ))}
        </select>
      </Field>
      <Field id="call-hours" label={say.hours}>
        <Input name="hours" value={value} max={100} />
      </Field>
      <Tick name="anonymous" label={say.anonymous} letter="A" value={value} />
      <Tick name="secrecy" label={say.secrecy} letter="J" value={value} />
    </fieldset>
  )
}

const urgencies = Object.entries(urgencyLabels).map(([id, label]) => ({ id, label }))

type ChoiceProps = {
  readonly name: string
  readonly value: Value
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly empty: string
  readonly letter: string
}

function Choice({ name, value, options, empty, letter }: ChoiceProps) {
  return (
    <Select
      id={`call-${name}`}
      name={name}
      options={options}
      chosen={value(name)}
      empty={empty}
      letter={letter}
    />
  )
}

function Check({ value }: { readonly value: Value }) {
  return (
    <fieldset class="grid">
      <legend>{say.what}</legend>
      <Field id="call-category" label={say.category} letter="C" wide>
        <Choice
          name="category"
          value={value}
          options={ticketCategories}
          empty={words.notClassified}
          letter="C"
        />
      </Field>
      <Field id="call-urgency" label={say.urgency} letter="G">
        <Choice
          name="urgency"
          value={value}
          options={urgencies}
          empty={say.urgencyByRules}
          letter="G"
        />
      </Field>
      <Field id="call-town" label={say.town} letter="Z">
        <Choice name="town" value={value} options={towns} empty={words.notPlaced} letter="Z" />
      </Field>
      <Field id="call-village" label={say.village}>
        <Input name="village" value={value} max={50} />
      </Field>
      <Field id="call-spot" label={say.spot} letter="W">
        <Input name="spot" value={value} max={200} letter="W" />
      </Field>
      <Field id="call-when" label={say.when}>
        <Input name="when" value={value} max={200} />
      </Field>
      <Field id="call-unit" label={say.unit} letter="B">
        <UnitSelect
          id="call-unit"
          name="unit"
          chosen={value('unit')}
          empty={say.byRules}
          letter="B"
        />
      </Field>
    </fieldset>
  )
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
