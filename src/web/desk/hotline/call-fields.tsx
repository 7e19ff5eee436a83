import type { Child } from 'hono/jsx'
import { ticketCategories, towns } from '#doors/labels.ts'
import { urgencyLabels } from '#doors/label-tables.ts'
import { words } from '#doors/words.ts'
import { hotlineTexts } from './texts.ts'
import { Key } from './key.tsx'
import { Select, UnitSelect, keyOf } from '#web/components/pieces.tsx'

const say = hotlineTexts

/** What a field holds, by its name. */
export type Value = (name: string) => string

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

/** What the caller says. */
export function Said({ value }: { readonly value: Value }) {
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

/** Who calls, and how they want to be called back. */
export function Caller({ value }: { readonly value: Value }) {
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

/** What the rules suggest and the operator may change. */
export function Check({ value }: { readonly value: Value }) {
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
