import { citizenOf } from '#app/tickets/act-as-citizen.ts'
import type { MediaLimits } from '#domain/media.ts'
import type { TicketCommandType } from '#domain/ticket/steps/index.ts'
import { allowedCommands } from '#domain/ticket/allowed.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { acceptedTypes, limitTexts, mediaTexts } from '#doors/media-texts.ts'
import { satisfiedLabels, solvedLabels } from '#doors/label-tables.ts'
import { trackExtra, trackTexts } from '#doors/track-texts.ts'
import { words } from '#doors/words.ts'
import type { Act } from '#doors/citizen-acts.ts'
import { fill } from '#doors/labels.ts'

type ActionsProps = {
  readonly ticket: Ticket
  readonly kept: Readonly<Record<string, unknown>>
  readonly limits: MediaLimits
}

type WordsForm = {
  readonly act: Exclude<Act, 'rate'>
  readonly title: string
  readonly hint?: string
  /** Name of the one field. */
  readonly field: string
  readonly label?: string
  readonly optional?: boolean
  readonly danger?: boolean
}

const wordsForms: readonly WordsForm[] = [
  {
    act: 'supplement',
    title: trackTexts.supplement,
    hint: trackTexts.supplementHint,
    field: 'text',
  },
  {
    act: 'urge',
    title: trackTexts.urge,
    hint: trackTexts.urgeHint,
    field: 'urgeText',
    label: trackExtra.urgeText,
    optional: true,
  },
  {
    act: 'answer-exclusion',
    title: trackExtra.exclusionWord,
    hint: trackExtra.exclusionHint,
    field: 'exclusionText',
  },
  {
    act: 'reopen',
    title: trackTexts.reopen,
    field: 'reopenReason',
    label: trackExtra.reopenReason,
  },
  {
    act: 'withdraw',
    title: trackTexts.withdraw,
    hint: trackTexts.withdrawHint,
    field: 'withdrawReason',
    label: trackExtra.withdrawReason,
    optional: true,
    danger: true,
  },
]

/** The forms a citizen may use on a ticket as it stands; the three questions first. */
export function TrackActions({ ticket, kept, limits }: ActionsProps) {
  const allowed = new Set<TicketCommandType>(allowedCommands(ticket, citizenOf(ticket)))
  const offered = wordsForms.filter(({ act }) => allowed.has(act))
  return (
    <>
      {allowed.has('rate') && <Rating kept={kept} noted={ticket.rating} />}
      {offered.length > 0 && (
        <section class="card">
          <h2>{trackExtra.actions}</h2>
          {offered.map((form) => (
            <Words
              form={form}
              kept={kept}
              files={form.act === 'supplement' ? limitTexts(limits).label : null}
              open={form.act === 'supplement' && ticket.awaiting !== null}
            />
          ))}
        </section>
      )}
    </>
  )
}

type WordsProps = {
  readonly form: WordsForm
  /** Label of a field for files; null: it takes none. */
  readonly files: string | null
  readonly kept: ActionsProps['kept']
  readonly open: boolean
}

/** One act with one field, folded until it is wanted. */
function Words({ form, kept, files, open }: WordsProps) {
  const { act, title, hint, field, label = title, optional = false, danger = false } = form
  const value = kept[field]
  const text = typeof value === 'string' ? value : ''
  return (
    <details class="step" open={open || text !== ''}>
      <summary>{title}</summary>
      <form
        method="post"
        action={`/track/${act}`}
        {...(files === null ? {} : { enctype: 'multipart/form-data' })}
      >
        <div class="field">
          <label for={field}>
            {label} {optional && <small>（{words.optional}）</small>}
            {hint !== undefined && <span class="hint">{hint}</span>}
          </label>
          <textarea id={field} name={field} required={!optional && files === null}>
            {text}
          </textarea>
        </div>
        {files !== null && (
          <div class="field">
            <label for="file">
              {mediaTexts.optionalLabel} <span class="hint">{files}</span>
            </label>
            <input id="file" name="file" type="file" accept={acceptedTypes} multiple />
          </div>
        )}
        <button class={danger ? 'danger' : ''}>{title}</button>
      </form>
    </details>
  )
}

/** The three call-back questions of the mechanism, and room for words. */
function Rating({
  kept,
  noted,
}: {
  readonly kept: ActionsProps['kept']
  /** What an operator wrote down of a call; null: nothing. */
  readonly noted: Ticket['rating']
}) {
  const comment = typeof kept['comment'] === 'string' ? kept['comment'] : ''
  return (
    <section class="card">
      <h2>{trackTexts.rate}</h2>
      <p>
        {noted === null
          ? trackTexts.rateIntro
          : fill(trackTexts.rateNoted, {
              solved: solvedLabels[noted.solved],
              satisfied: satisfiedLabels[noted.satisfied],
            })}
      </p>
      <form method="post" action="/track/rate">
        <Question name="contacted" title={trackTexts.rateContacted} options={yesNo} kept={kept} />
        <Question name="solved" title={trackTexts.rateSolved} options={solvedLabels} kept={kept} />
        <Question
          name="satisfied"
          title={trackTexts.rateSatisfied}
          options={satisfiedLabels}
          kept={kept}
        />
        <div class="field">
          <label for="comment">
            {trackTexts.comment} <small>（{words.optional}）</small>
          </label>
          <textarea id="comment" name="comment">
            {comment}
          </textarea>
        </div>
        <button>{trackTexts.sendRating}</button>
      </form>
    </section>
  )
}

const yesNo = { yes: trackTexts.contactedYes, no: trackTexts.contactedNo }

type QuestionProps = {
  readonly name: string
  readonly title: string
  /** Value → label. */
  readonly options: Readonly<Record<string, string>>
  readonly kept: ActionsProps['kept']
}

function Question({ name, title, options, kept }: QuestionProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {Object.entries(options).map(([value, label]) => (
        <label class="option">
          <input type="radio" name={name} value={value} required checked={kept[name] === value} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
