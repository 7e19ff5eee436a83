import type { Child } from 'hono/jsx'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import { componentTexts } from './texts.ts'

type NoticeProps = {
  readonly kind?: 'bad' | 'good'
  readonly id?: string
  readonly children?: Child
}

/** A message above a page; a bad one is read out at once. */
export function Notice({ kind, id, children }: NoticeProps) {
  return (
    <div
      class={kind === undefined ? 'notice' : `notice ${kind}`}
      role={kind === 'bad' ? 'alert' : 'status'}
      {...(id === undefined ? {} : { id })}
    >
      <p>{children}</p>
    </div>
  )
}

type SelectProps = {
  readonly id: string
  readonly name: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly chosen?: string
  /** What the empty choice says; none is offered when left out. */
  readonly empty?: string
  readonly required?: boolean
  /** Reached by Alt and this letter. */
  readonly letter?: string
}

/** Attributes of a control that is reached by Alt and a letter: by the page's script, else by the browser. */
export function keyOf(letter: string | undefined) {
  if (letter === undefined) return {}
  return {
    'data-key': `Key${letter}`,
    accesskey: letter.toLowerCase(),
    'aria-keyshortcuts': `Alt+${letter}`,
  }
}

/** A list to choose one of. */
export function Select({ id, name, options, chosen, empty, required, letter }: SelectProps) {
  return (
    <select id={id} name={name} required={required} {...keyOf(letter)}>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {options.map((option) => (
        <option value={option.id} selected={option.id === chosen}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

const kinds = ['town', 'park', 'bureau', 'company'] as const

type UnitSelectProps = Omit<SelectProps, 'options'> & { readonly not?: UnitId | null }

/** A unit of the registry, by kind. `not`: the unit that makes no sense here. */
export function UnitSelect(props: UnitSelectProps) {
  const { id, name, chosen, empty, required, letter, not = null } = props
  return (
    <select id={id} name={name} required={required} {...keyOf(letter)}>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {kinds.map((kind) => (
        <optgroup label={componentTexts.unitKinds[kind]}>
          {units
            .filter((unit) => unit.kind === kind && unit.id !== not)
            .map((unit) => (
              <option value={unit.id} selected={unit.id === chosen}>
                {unit.label}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  )
}

type UnitBoxesProps = {
  readonly name: string
  readonly chosen: readonly string[]
  /** Units that make no sense here. */
  readonly not: readonly UnitId[]
}

/** Any number of units, by kind; the kinds that hold a choice stand open. */
export function UnitBoxes({ name, chosen, not }: UnitBoxesProps) {
  return (
    <>
      {kinds.map((kind) => {
        const offered = units.filter((unit) => unit.kind === kind && !not.includes(unit.id))
        const open = kind === 'bureau' || offered.some((unit) => chosen.includes(unit.id))
        return (
          <details class="boxes" open={open}>
            <summary>{componentTexts.unitKinds[kind]}</summary>
            <div>
              {offered.map((unit) => (
                <label class="option">
                  <input
                    type="checkbox"
                    name={name}
                    value={unit.id}
                    checked={chosen.includes(unit.id)}
                  />
                  {unit.label}
                </label>
              ))}
            </div>
          </details>
        )
      })}
    </>
  )
}
