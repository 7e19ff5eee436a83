import { readComplaint } from '#app/read-complaint.ts'
import type { ReadComplaint } from '#app/read-complaint.ts'
import type { DuplicateCandidate } from '#app/read-duplicates.ts'
import { ticketCategories, towns } from '../labels.ts'
import { StaffPage } from '../layout.tsx'
import type { StaffSession } from '../staff-auth.ts'
import {
  deskPageTexts,
  deskTexts,
  duplicateTexts,
  fieldLabels,
  hotlineTexts,
  ticketMoreTexts,
  urgencyLabels,
  words,
} from '../texts.ts'
import { Candidates } from './duplicates.tsx'
import { valueOf } from './form.ts'
import type { Form } from './form.ts'
import { Notice, Select, UnitSelect } from './pieces.tsx'
import { rulesSay } from './rules-would.tsx'

const say = hotlineTexts

export type HotlineProps = {
  readonly staff: StaffSession
  /** A UUID: the same call sent twice opens one ticket. */
  readonly entry: string
  readonly typed: Form | null
  /** What the rules make of the words; null before they have been asked. */
  readonly read: ReadComplaint | null
  /** Open tickets that may be the same matter. */
  readonly same: readonly DuplicateCandidate[]
  readonly faults: readonly string[]
}

type Value = (name: string) => string

/** What the rules suggest for each field that the operator may change. */
export function suggestions({
  understanding,
  place,
}: ReadComplaint): Readonly<Record<string, string>> {
  const { category, abstain } = understanding.classification
  return {
    category: abstain ? '' : category,
    town: place.town ?? '',
    village: place.village ?? '',
    spot: place.spot ?? '',
    when: understanding.when ?? '',
    urgency: understanding.urgency,
    secrecy: understanding.secrecy ? 'yes' : '',
  }
}

function Call({ value }: { readonly value: Value }) {
  return (
    <>
      <div class="field">
        <label for="call-text">
          {say.text}
          <span class="hint">{say.textHint}</span>
        </label>
        <textarea id="call-text" name="text" required maxlength={2000} rows={5}>
          {value('text')}
        </textarea>
      </div>
      <div class="row">
        <div class="field">
          <label for="call-phone">
            {`${say.phone}${deskPageTexts.optionalMark}`}
            <span class="hint">{say.phoneHint}</span>
          </label>
          <input
            id="call-phone"
            name="phone"
            type="tel"
            autocomplete="off"
            value={value('phone')}
            maxlength={20}
          />
        </div>
        <div class="field">
          <label for="call-name">
            {`${say.name}${deskPageTexts.optionalMark}`}
            <span class="hint">{say.nameHint}</span>
          </label>
          <input
            id="call-name"
            name="name"
            autocomplete="off"
            value={value('name')}
            maxlength={50}
          />
        </div>
      </div>
    </>
  )
}

function Place({ value }: { readonly value: Value }) {
  return (
    <fieldset>
      <legend>{deskTexts.place}</legend>
      <div class="field">
        <label for="call-town">{fieldLabels.town}</label>
        <Select
          id="call-town"
          name="town"
          options={towns}
          chosen={value('town')}
          empty={words.notPlaced}
        />
      </div>
      <div class="row">
        <div class="field">
          <label for="call-village">{fieldLabels.village}</label>
          <input id="call-village" name="village" value={value('village')} maxlength={50} />
        </div>
        <div class="field">
          <label for="call-spot">{fieldLabels.spot}</label>
          <input id="call-spot" name="spot" value={value('spot')} maxlength={200} />
        </div>
      </div>
    </fieldset>
  )
}

const urgencies = Object.entries(urgencyLabels).map(([id, label]) => ({ id, label }))

function Check({ value }: { readonly value: Value }) {
  return (
    <>
      <div class="field">
        <label for="call-category">{fieldLabels.category}</label>
        <Select
          id="call-category"
          name="category"
          options={ticketCategories}
          chosen={value('category')}
          empty={words.notClassified}
        />
      </div>
      <Place value={value} />
      <div class="row">
        <div class="field">
          <label for="call-when">
            {`${say.when}${deskPageTexts.optionalMark}`}
            <span class="hint">{say.whenHint}</span>
          </label>
          <input id="call-when" name="when" value={value('when')} maxlength={200} />
        </div>
        <div class="field">
          <label for="call-urgency">{say.urgency}</label>
          <Select id="call-urgency" name="urgency" options={urgencies} chosen={value('urgency')} />
        </div>
      </div>
      <div class="field">
        <label for="call-unit">
          {fieldLabels.unit}
          <span class="hint">{say.unitHint}</span>
        </label>
        <UnitSelect id="call-unit" name="unit" chosen={value('unit')} empty={say.byRules} />
      </div>
      <label class="option">
        <input type="checkbox" name="secrecy" value="yes" checked={value('secrecy') === 'yes'} />
        {say.secrecy}
      </label>
    </>
  )
}

function Suggested({ read }: { readonly read: ReadComplaint }) {
  return (
    <section class="notice" aria-label={say.suggested}>
      {read.understanding.danger === null ? null : <p>{say.danger}</p>}
      {rulesSay(read).map((line) => (
        <p>{line}</p>
      ))}
      {read.routing === null ? <p>{say.outside}</p> : null}
    </section>
  )
}

function Same({ found }: { readonly found: readonly DuplicateCandidate[] }) {
  if (found.length === 0) return null
  return (
    <section class="notice" aria-label={ticketMoreTexts.duplicates}>
      <p>{duplicateTexts.forCaller}</p>
      <Candidates found={found} ticket={null} />
    </section>
  )
}

/** What a caller says, what the rules suggest, and what the operator makes of it. */
export function HotlinePage({ staff, entry, typed, read, same, faults }: HotlineProps) {
  const suggested = read === null ? {} : suggestions(read)
  const given = typed ?? new Map<string, readonly string[]>()
  const checked = valueOf(given, 'do') === 'open'
  const own = new Set(['text', 'phone', 'name'])
  // Asking again for suggestions means wanting those, not what was chosen before.
  const value: Value = (name) =>
    checked || own.has(name) ? valueOf(given, name) : (suggested[name] ?? '')
  return (
    <StaffPage title={say.title} staff={staff} path="/desk/new">
      <h1>{say.title}</h1>
      <p class="soft">{say.intro}</p>
      {faults.length === 0 ? null : <Notice kind="bad">{faults.join(' ')}</Notice>}
      <form method="post" action="/desk/new" class="card">
        <input type="hidden" name="entry" value={entry} />
        <Call value={value} />
        {read === null ? (
          <button name="do" value="preview">
            {say.preview}
          </button>
        ) : (
          <>
            <Suggested read={read} />
            <Same found={same} />
            <h2>{say.check}</h2>
            <Check value={value} />
            <div class="actions">
              <button name="do" value="open">
                {say.open}
              </button>
              <button class="plain" name="do" value="preview">
                {say.again}
              </button>
            </div>
          </>
        )}
      </form>
    </StaffPage>
  )
}

/** What the rules make of words; null when there are none. `now` is UTC milliseconds. */
export function readWords(text: string, now: number): ReadComplaint | null {
  return text.trim() === '' ? null : readComplaint(text, now)
}
