import { choicesInput } from '#app/notices/notice-input.ts'
import { kindTexts } from '#app/notices/notice-texts.ts'
import { modeOf, noticeModes } from '#domain/notices/choices.ts'
import type { NoticeChoices } from '#domain/notices/choices.ts'
import type { NoticeKind } from '#domain/notices/matters.ts'
import { noticePageTexts } from './texts.ts'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { Select } from '#web/components/pieces.tsx'

const say = noticePageTexts
const modes = noticeModes.map((id) => ({ id, label: say.modes[id] }))

type FieldsProps = {
  /** Tells the fields of several forms on one page apart. */
  readonly id: string
  readonly kinds: readonly NoticeKind[]
  readonly choices: NoticeChoices
  /** Whether the column of the desk is shown: for a person, not for a group. */
  readonly desk: boolean
}

/** What is told outside the desk and when: a way to send each kind, the time of the digest, quiet hours. */
export function ChoiceFields({ id, kinds, choices, desk }: FieldsProps) {
  return (
    <>
      <table class="cards modes">
        <thead>
          <tr>
            <th scope="col">{say.kindHead}</th>
            {desk ? <th scope="col">{say.deskHead}</th> : null}
            <th scope="col">{desk ? say.mailHead : say.wayHead}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr>
              <th scope="row">
                <label for={`${id}-${kind}`}>{kindTexts[kind]}</label>
              </th>
              {desk ? <td class="desk-way">{say.always}</td> : null}
              <td data-label={desk ? say.mailHead : say.wayHead}>
                <Select
                  id={`${id}-${kind}`}
                  name={`mode.${kind}`}
                  options={modes}
                  chosen={modeOf(choices, kind)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Times id={id} choices={choices} />
    </>
  )
}

const usualQuiet = { from: 22 * 60, to: 7 * 60 }

function Times({ id, choices }: Pick<FieldsProps, 'id' | 'choices'>) {
  const { dailyAt, quiet } = choices
  const { from, to } = quiet ?? usualQuiet
  const times = [
    { name: 'dailyAt', label: say.dailyAt, at: dailyAt },
    { name: 'quietFrom', label: say.quietFrom, at: from },
    { name: 'quietTo', label: say.quietTo, at: to },
  ]
  return (
    <>
      <div class="row">
        {times.map(({ name, label, at }) => (
          <div class="field">
            <label for={`${id}-${name}`}>{label}</label>
            <input id={`${id}-${name}`} name={name} type="time" required value={clockOf(at)} />
          </div>
        ))}
      </div>
      <label class="option">
        <input type="checkbox" name="quiet" value="on" checked={quiet !== null} />
        {say.quiet}
      </label>
    </>
  )
}

/** Minutes after midnight → 08:30. */
function clockOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** 08:30 → minutes after midnight; NaN for what is no time. */
function minutesOf(clock: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})(?::\d{2})?$/.exec(clock) ?? []
  return Number(hours) * 60 + Number(minutes)
}

/** What the fields say; null when they hold what they never offered. Kinds that were not offered stay as they were. */
export function readChoices(
  form: Form,
  kinds: readonly NoticeKind[],
  before: NoticeChoices,
): NoticeChoices | null {
  const chosen = kinds.map((kind) => [kind, valueOf(form, `mode.${kind}`)])
  const time = (name: string) => minutesOf(valueOf(form, name))
  const read = choicesInput.safeParse({
    modes: { ...before.modes, ...Object.fromEntries(chosen) },
    dailyAt: time('dailyAt'),
    quiet:
      valueOf(form, 'quiet') === 'on' ? { from: time('quietFrom'), to: time('quietTo') } : null,
  })
  return read.success ? read.data : null
}
