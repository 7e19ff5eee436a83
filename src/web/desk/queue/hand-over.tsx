import type { StaffMember } from '#app/notices/notices-port.ts'
import type { Actor } from '#domain/roles.ts'
import { inboxTexts } from './texts.ts'
import { words } from '#doors/words.ts'
import { Select } from '#web/components/pieces.tsx'

const say = inboxTexts.handOver

type HandOverProps = {
  readonly actor: Actor
  readonly people: readonly StaffMember[]
}

/** Gives everything somebody works on to a colleague: one's own, or as a lead anybody's of the unit. */
export function HandOver({ actor, people }: HandOverProps) {
  const options = people.map(({ id, name }) => ({ id, label: name }))
  const givers = options.filter(({ id }) => actor.role === 'unit-lead' || id === actor.id)
  if (options.length < 2 || givers.length === 0) return null
  return (
    <details class="card step">
      <summary>{say.title}</summary>
      <form method="post" action="/desk/hand-over">
        <p class="soft">{say.hint}</p>
        <div class="field">
          <label for="hand-over-from">{say.from}</label>
          <Select id="hand-over-from" name="from" required options={givers} chosen={actor.id} />
        </div>
        <div class="field">
          <label for="hand-over-to">{say.to}</label>
          <Select
            {...{ id: 'hand-over-to', name: 'to', required: true }}
            options={options}
            chosen=""
            empty={words.choose}
          />
        </div>
        <button>{say.do}</button>
      </form>
    </details>
  )
}
