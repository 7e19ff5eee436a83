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
  /** Those that suggest themselves, in their order; none of them is chosen by that. */
  readonly first: readonly UnitId[]
}

type Unit = (typeof units)[number]

/** A unit to tick; its other names are found by the page's script as well. */
function UnitBox({
  unit,
  name,
  chosen,
}: { readonly unit: Unit } & Pick<UnitBoxesProps, 'name' | 'chosen'>) {
  return (
    <label class="option" data-words={[unit.label, ...unit.aliases].join(' ')}>
      <input type="checkbox" name={name} value={unit.id} checked={chosen.includes(unit.id)} />
      {unit.label}
    </label>
  )
}

/** Any number of units: those that suggest themselves at once, the others by kind or by a word of their name. */
export function UnitBoxes({ name, chosen, not, first }: UnitBoxesProps) {
  const able = units.filter(({ id }) => !not.includes(id))
  const suggested = first.flatMap((id) => able.filter((unit) => unit.id === id))
  const others = able.filter((unit) => !suggested.includes(unit))
  const open = suggested.length === 0 || others.some(({ id }) => chosen.includes(id))
  return (
    <div data-filtered>
      {suggested.length === 0 ? null : (
        <div class="suggested">
          <p class="soft">{componentTexts.suggestedUnits}</p>
          {suggested.map((unit) => (
            <UnitBox {...{ unit, name, chosen }} />
          ))}
        </div>
      )}
      <details class="boxes" open={open}>
        <summary>{componentTexts.otherUnits}</summary>
        <label class="field" hidden data-filter>
          {componentTexts.findUnit}
          <input type="search" autocomplete="off" />
        </label>
        {kinds.map((kind) => (
          <fieldset class="unit-kind">
            <legend>{componentTexts.unitKinds[kind]}</legend>
            <div>
              {others
                .filter((unit) => unit.kind === kind)
                .map((unit) => (
                  <UnitBox {...{ unit, name, chosen }} />
                ))}
            </div>
          </fieldset>
        ))}
      </details>
    </div>
  )
}
