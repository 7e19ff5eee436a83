import type { Child } from 'hono/jsx'
import type { CallReading } from '#app/intake/read-call.ts'
import type { Planned } from '#domain/dialogue/summary.ts'
import { dateTime } from '#doors/format.ts'
import {
  clauseLabel,
  clauseSentence,
  fill,
  placeLabel,
  shortCategory,
  unitLabel,
} from '#doors/labels.ts'
import { urgencyLabels } from '#doors/label-tables.ts'
import { words as labels } from '#doors/words.ts'
import { hotlineTexts } from './texts.ts'
import { Related } from './call-related.tsx'
import { Highlighted } from '#web/desk/why/highlight.tsx'
import { Key } from './key.tsx'

const say = hotlineTexts

type PanelProps = {
  readonly reading: CallReading
  /** With the page's script: buttons that fill in a field. */
  readonly live: boolean
  /** Only an operator adds to a ticket in a caller's name. */
  readonly mayAdd: boolean
}

/** What is to be told at once: danger, or that it is not for this desk. */
function TellCaller({ reading: { danger, answer, words } }: Pick<PanelProps, 'reading'>) {
  const { outside } = words.place
  return (
    <>
      {danger === null ? null : (
        <div class="notice bad" role="alert">
          <p>
            {say.tellCaller}
            <strong>{danger}</strong>
          </p>
        </div>
      )}
      {outside === null || words.place.town !== null ? null : (
        <div class="notice warn">
          <p>{fill(say.outside, { place: outside })}</p>
        </div>
      )}
      {answer === null ? null : (
        <div class="notice warn">
          <p>{answer.kind === 'inquiry' ? say.inquiry : say.notOurs}</p>
          <p>
            <strong>{answer.text}</strong>
          </p>
          <button class="plain" name="do" value="refer" data-key="KeyR" accesskey="r">
            {say.told} <Key name="R" />
          </button>
        </div>
      )}
    </>
  )
}

type PickProps = {
  readonly live: boolean
  readonly digit: number
  readonly set: Readonly<Record<string, string>>
  readonly isChosen: boolean
  readonly children?: Child
}

/** One of several; with the script a key away. */
function Pick({ live, digit, set, isChosen, children }: PickProps) {
  if (!live) return <span class="badge">{children}</span>
  return (
    <button
      type="button"
      class={isChosen ? 'pick chosen' : 'pick'}
      aria-pressed={isChosen ? 'true' : 'false'}
      data-digit={String(digit)}
      data-set={JSON.stringify(set)}
    >
      <kbd>{String(digit)}</kbd>
      {children}
    </button>
  )
}

function Alternatives({ reading, live }: PanelProps) {
  const { alternatives, facts, words } = reading
  const places = words.place.candidates.slice(0, 4)
  return (
    <>
      <h2>
        {say.maybe}
        {live ? <small class="keyhint">{say.pickHint}</small> : null}
      </h2>
      <div class="picks">
        {alternatives.map((id, index) => (
          <Pick
            live={live}
            digit={index + 1}
            set={{ category: id }}
            isChosen={facts.category === id}
          >
            {shortCategory(id)}
          </Pick>
        ))}
      </div>
      {places.length === 0 ? null : (
        <>
          <h2>{say.placesMaybe}</h2>
          <div class="picks">
            {places.map(({ town, village }, index) => (
              <Pick
                live={live}
                digit={index + 6}
                set={{ town, village: village ?? '' }}
                isChosen={facts.town === town && facts.village === village}
              >
                {placeLabel({ town, village, spot: null })}
              </Pick>
            ))}
          </div>
        </>
      )}
    </>
  )
}

function PlannedTicket({ one, reading }: { readonly one: Planned; readonly reading: CallReading }) {
  const { clause, handler } = one.routing
  const categories = [one.category, ...one.secondary].map(shortCategory).join('、')
  return (
    <li>
      <strong>{fill(say.planOne, { category: categories, unit: unitLabel(handler) })}</strong>{' '}
      {fill(say.due, {
        time: dateTime(reading.due),
        urgency: urgencyLabels[reading.facts.urgency],
      })}
      <p class="soft excerpt">
        {fill(say.basis, { clause: clauseLabel(clause), sentence: clauseSentence(clause) })}
      </p>
    </li>
  )
}

/** What saving will do, before it is done. */
function Plan({ reading }: Pick<PanelProps, 'reading'>) {
  const { tickets, facts } = reading
  const missing = [
    facts.category === null ? say.missing.category : null,
    facts.town === null ? say.missing.place : null,
  ].filter((one) => one !== null)
  return (
    <>
      <h2>{tickets.length > 1 ? fill(say.planMany, { n: tickets.length }) : say.plan}</h2>
      {tickets.length === 0 ? (
        <p>{fill(say.planDesk, { what: missing.join('、') })}</p>
      ) : (
        <ul class="plain-list plan">
          {tickets.map((one) => (
            <PlannedTicket one={one} reading={reading} />
          ))}
        </ul>
      )}
    </>
  )
}

/** The other problems of the call: each may be left out. */
function Also({ reading: { facts, words } }: Pick<PanelProps, 'reading'>) {
  const named = words.draft.problems.map(({ category }) => category)
  const others = [...new Set([...named, ...facts.also])].filter(
    (one) => one !== null && one !== facts.category,
  )
  if (others.length === 0 || facts.category === null) return null
  return (
    <fieldset>
      <legend>{`${say.also}（${say.alsoHint}）`}</legend>
      {others.map((id) =>
        id === null ? null : (
          <label class="option">
            <input type="checkbox" name="also" value={id} checked={facts.also.includes(id)} />
            {shortCategory(id)}
          </label>
        ),
      )}
    </fieldset>
  )
}

/** What the rules make of the call so far, and the open tickets it may belong to. */
export function CallPanel(props: PanelProps) {
  const { reading } = props
  const { understanding, text } = reading.words
  const { evidence } = understanding.classification
  return (
    <>
      <TellCaller reading={reading} />
      {reading.answer === null ? (
        <>
          <section class="card">
            {understanding.classification.abstain ? <p class="soft">{say.unsure}</p> : null}
            <Alternatives {...props} />
            <Plan reading={reading} />
            <Also reading={reading} />
            {evidence.length === 0 ? null : (
              <details>
                <summary>{say.counted}</summary>
                <Highlighted
                  text={text}
                  evidence={{ category: evidence, urgency: understanding.urgencyReasons }}
                />
              </details>
            )}
          </section>
        </>
      ) : null}
      <Related related={reading.related} mayAdd={props.mayAdd} />
    </>
  )
}

/** Before anything has been written. */
export function EmptyPanel() {
  return <p class="soft">{say.waiting}</p>
}

/** The one thing about a reading that is read out by a screen reader. */
export function spoken({ facts, tickets, related }: CallReading): string {
  const unit = tickets[0] === undefined ? null : unitLabel(tickets[0].routing.handler)
  const place = placeLabel({ ...facts, spot: null })
  const said = [shortCategory(facts.category), place, unit ?? labels.notDispatched]
  const open = related.length === 0 ? [] : [`${say.related} ${String(related.length)}`]
  return [...said, ...open].join('，')
}
