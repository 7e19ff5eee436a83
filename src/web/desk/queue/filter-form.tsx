import type { Child } from 'hono/jsx'
import type { StaffMember } from '#app/notices/notices-port.ts'
import { channels } from '#domain/ticket/events.ts'
import { urgencies } from '#domain/ticket/shapes.ts'
import { statuses } from '#domain/ticket/status.ts'
import { fill, ticketCategories, towns } from '#doors/labels.ts'
import { channelLabels, statusLabels, urgencyLabels } from '#doors/label-tables.ts'
import { words } from '#doors/words.ts'
import { Select } from '#web/components/pieces.tsx'
import { addressOf, dueChoices, filterNames, maxSearch } from './filters.ts'
import type { Query } from './filters.ts'
import { filterTexts } from './texts.ts'

const say = filterTexts

type FilterProps = {
  readonly path: string
  readonly query: Query
  /** What is kept besides the filters: the kind, the tab. */
  readonly keeps: readonly string[]
  /** Filters that make no sense for this list. */
  readonly without?: readonly (typeof filterNames)[number][]
  /** Colleagues of the unit; none where work is nobody's own. */
  readonly people: readonly StaffMember[]
}

type Options = readonly { readonly id: string; readonly label: string }[]

function labelled<T extends string>(
  ids: readonly T[],
  labels: Readonly<Record<T, string>>,
): Options {
  return ids.map((id) => ({ id, label: labels[id] }))
}

function whoOptions(people: readonly StaffMember[]): Options {
  const { mine, me, nobody, all } = say.whoChoices
  const whole = [
    { id: 'mine', label: mine },
    { id: 'me', label: me },
    { id: 'nobody', label: nobody },
    { id: 'all', label: all },
  ]
  return [...whole, ...people.map(({ id, name }) => ({ id, label: name }))]
}

function Field({
  name,
  children,
}: {
  readonly name: keyof typeof labels
  readonly children: Child
}) {
  return (
    <div class="field">
      <label for={`filter-${name}`}>{labels[name]}</label>
      {children}
    </div>
  )
}

const labels = {
  status: say.status,
  category: say.category,
  town: say.town,
  village: say.village,
  urgency: say.urgency,
  channel: say.channel,
  who: say.who,
  due: say.due,
  from: say.from,
  to: say.to,
} as const

function optionsOf(people: readonly StaffMember[]) {
  return {
    status: labelled(statuses, statusLabels),
    category: ticketCategories,
    town: towns,
    urgency: labelled(urgencies, urgencyLabels),
    channel: labelled(channels, channelLabels),
    who: people.length === 0 ? [] : whoOptions(people),
    due: labelled(dueChoices, say.dueChoices),
  } as const satisfies Partial<Record<keyof typeof labels, Options>>
}

/** What a list is narrowed by: words at once, the rest folded away until it is wanted. */
export function FilterForm({ path, query, keeps, without = [], people }: FilterProps) {
  const shown = (name: (typeof filterNames)[number]) => !without.includes(name)
  const options = optionsOf(people)
  const used = filterNames.filter((name) => name !== 'q' && (query[name] ?? '') !== '').length
  const cleared = Object.fromEntries(filterNames.map((name) => [name, '']))
  const anyUsed = used > 0 || (query['q'] ?? '') !== ''
  // Safe because the table has exactly these names.
  const names = Object.keys(options) as readonly (keyof typeof options)[]
  return (
    <form method="get" action={path} class="filters" role="search">
      {keeps.map((name) =>
        (query[name] ?? '') === '' ? null : <input type="hidden" name={name} value={query[name]} />,
      )}
      <div class="row">
        <div class="field grow">
          <label for="q">{say.search}</label>
          <input id="q" name="q" type="search" value={query['q'] ?? ''} maxlength={maxSearch} />
        </div>
        <button class="plain">{words.search}</button>
        {anyUsed ? (
          <a class="button plain" href={addressOf(path, query, cleared)}>
            {say.clear}
          </a>
        ) : null}
      </div>
      <details open={used > 0}>
        <summary>{used === 0 ? say.title : fill(say.titleOn, { n: used })}</summary>
        <div class="row">
          {names
            .filter((name) => shown(name) && options[name].length > 0)
            .map((name) => (
              <Field name={name}>
                <Select
                  {...{ id: `filter-${name}`, name, options: options[name] }}
                  chosen={query[name] ?? ''}
                  empty={say.any}
                />
              </Field>
            ))}
          {shown('village') ? (
            <Field name="village">
              <input
                id="filter-village"
                name="village"
                value={query['village'] ?? ''}
                maxlength={50}
              />
            </Field>
          ) : null}
          {(['from', 'to'] as const).map((name) => (
            <Field name={name}>
              <input id={`filter-${name}`} name={name} type="date" value={query[name] ?? ''} />
            </Field>
          ))}
          <button class="plain">{say.apply}</button>
        </div>
      </details>
    </form>
  )
}
