import { Hono } from 'hono'
import { actOnMany, manyActs, manyMost } from '#app/inbox/act-on-many.ts'
import type { Chosen, ManyAct, ManyDone } from '#app/inbox/act-on-many.ts'
import type { WorkItem } from '#app/inbox/read-worklist.ts'
import type { StaffMember } from '#app/notices/notices-port.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { fill } from '#doors/labels.ts'
import { refusalText } from '#doors/refusals.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { words } from '#doors/words.ts'
import { Notice, Select } from '#web/components/pieces.tsx'
import { listAddress, ticketAddress } from '#web/desk/steps/back.tsx'
import type { Back } from '#web/desk/steps/back.tsx'
import { readForm, valueOf } from '#web/form.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import { manyTexts } from './texts.ts'

const say = manyTexts

/** What may be done with a piece of work together with others. */
function actsOn({ kind, allowed }: WorkItem): readonly ManyAct[] {
  const isFirst = kind === 'dispatch'
  return manyActs.filter((act) => allowed.includes(act) && (act !== 'dispatch' || isFirst))
}

/** A box that chooses a piece of work; it belongs to the form below the list. */
export function Choose({ item }: { readonly item: WorkItem }) {
  if (actsOn(item).length === 0) return null
  const { seq, opened } = item.ticket
  return (
    <label class="option choose">
      <input type="checkbox" name="item" form="many" value={`${opened.number}.${String(seq)}`} />
      <span class="hidden">{fill(say.choose, { number: opened.number })}</span>
    </label>
  )
}

type ManyProps = {
  readonly items: readonly WorkItem[]
  readonly people: readonly StaffMember[]
  readonly list: Back
}

/** The form that acts on all that is chosen; nothing where there is nothing to choose. */
export function Many({ items, people, list }: ManyProps) {
  const acts = new Set(items.flatMap(actsOn))
  if (acts.size === 0 || items.length < 2) return null
  const options = people.map(({ id, name }) => ({ id, label: name }))
  return (
    <form method="post" action="/desk/many" id="many" class="card many">
      <input type="hidden" name="back" value={list} />
      <p class="soft">{say.hint}</p>
      <div class="actions">
        {(['accept', 'dispatch'] as const).map((act) =>
          acts.has(act) ? (
            <button class="plain" name="act" value={act}>
              {say.acts[act]}
            </button>
          ) : null,
        )}
        {acts.has('assign') && options.length > 0 ? (
          <>
            <label for="many-to">{say.to}</label>
            <Select {...{ id: 'many-to', name: 'to', options }} chosen="" empty={words.choose} />
            <button class="plain" name="act" value="assign">
              {say.acts.assign}
            </button>
          </>
        ) : null}
      </div>
    </form>
  )
}

type DonePageProps = {
  readonly staff: StaffSession
  readonly act: ManyAct
  readonly result: ManyDone
  readonly list: Back
}

function DonePage({ staff, act, result, list }: DonePageProps) {
  const { done, left } = result
  return (
    <StaffPage title={say.title} staff={staff} path="/desk">
      <h1>{say.title}</h1>
      <Notice kind="good">{fill(say.done, { act: say.acts[act], n: done.length })}</Notice>
      {left.length === 0 ? null : (
        <section class="card" aria-labelledby="refused">
          <h2 id="refused">{fill(say.refused, { n: left.length })}</h2>
          <ul>
            {left.map(({ number, refusal }) => (
              <li>
                <a class="number touch" href={ticketAddress(number, list)}>
                  {number}
                </a>{' '}
                {refusalText(refusal)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a class="button" href={list}>
          {say.back}
        </a>
      </p>
    </StaffPage>
  )
}

/** NUMBER.SEQ as a box holds it; anything else is none. */
function chosenOf(value: string): readonly Chosen[] {
  const [, number, seq] = /^([\w-]{1,40})\.(\d{1,9})$/.exec(value) ?? []
  return number === undefined ? [] : [{ number, seenSeq: Number(seq) }]
}

/** Acts on several pieces of work at once, and says of each that was refused why. */
export function manyPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.post('/desk/many', async (c) => {
    const form = await readForm(c)
    const act = manyActs.find((one) => one === valueOf(form, 'act')) ?? 'accept'
    const chosen = (form.get('item') ?? []).slice(0, manyMost + 1).flatMap(chosenOf)
    const list = listAddress(valueOf(form, 'back')) ?? '/desk'
    const result = await actOnMany(c.get('ctx'), { act, chosen, to: valueOf(form, 'to') })
    if (isRefusal(result)) return refusalPage(c, result)
    return c.html(<DonePage {...{ staff: c.get('staff'), act, result, list }} />)
  })
  return app
}
