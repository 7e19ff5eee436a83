import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Ctx } from '#app/ctx.ts'
import { readWorklist, workOf } from '#app/inbox/read-worklist.ts'
import type { Worklist, WorklistAsked } from '#app/inbox/read-worklist.ts'
import { colleagues, handOver } from '#app/tickets/assign-ticket.ts'
import type { StaffMember } from '#app/notices/notices-port.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { workKinds } from '#domain/ticket/work.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { fill } from '#doors/labels.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { Notice } from '#web/components/pieces.tsx'
import { JustDone, listAddress, ticketAddress } from '#web/desk/steps/back.tsx'
import { readForm, valueOf } from '#web/form.ts'
import { Keys } from '#web/components/keys.tsx'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import { FilterForm } from './filter-form.tsx'
import { addressOf, dueIn, filterOf, knownParts, whoOf } from './filters.ts'
import type { Query } from './filters.ts'
import { HandOver } from './hand-over.tsx'
import { Many } from './many.tsx'
import { inboxTexts } from './texts.ts'
import { Item } from './work-item.tsx'

const say = inboxTexts
const path = '/desk'

type WorklistProps = {
  readonly staff: StaffSession
  readonly actor: Actor
  readonly found: Worklist
  readonly query: Query
  readonly people: readonly StaffMember[]
  /** Accounts that may sign in. */
  readonly accounts: ReadonlySet<string>
  readonly now: number
  /** What has just been done. */
  readonly told: Child
}

/** How much there is of each kind, and the way to it alone. */
function Kinds({ found, query }: Pick<WorklistProps, 'found' | 'query'>) {
  const { counts } = found
  const all = counts.reduce((sum, { n }) => sum + n, 0)
  if (counts.length === 0) return null
  const current = (kind: string) => ((query['kind'] ?? '') === kind ? 'page' : undefined)
  return (
    <nav class="tabs" aria-label={say.byKind}>
      <a href={addressOf(path, query, { kind: '' })} aria-current={current('')}>
        {fill(say.count, { label: say.all, n: all })}
      </a>
      {counts.map(({ kind, n }) => (
        <a href={addressOf(path, query, { kind })} aria-current={current(kind)}>
          {fill(say.count, { label: say.kinds[kind], n })}
        </a>
      ))}
    </nav>
  )
}

function Paging({ found, query }: Pick<WorklistProps, 'found' | 'query'>) {
  const { next, total, items } = found
  const isFirst = (query['after'] ?? '') === ''
  if (next === null && isFirst) return null
  return (
    <nav class="pager" aria-label={say.byKind}>
      {isFirst ? null : (
        <a class="button plain" rel="first" href={addressOf(path, query)}>
          {say.first}
        </a>
      )}
      {next === null ? null : (
        <a class="button plain" rel="next" href={addressOf(path, query, { after: next })}>
          {isFirst ? fill(say.more, { n: total - items.length }) : say.nextPage}
        </a>
      )}
    </nav>
  )
}

function isNarrowed(query: Query): boolean {
  return Object.keys(query).length > 0
}

function WorklistPage(props: WorklistProps) {
  const { staff, actor, found, query, people, accounts, now, told } = props
  const { items, total, late } = found
  const list = addressOf(path, query, { after: query['after'] ?? '' })
  return (
    <StaffPage title={say.title} staff={staff} path={path} scripts={['desk-list.js']}>
      <h1>{say.title}</h1>
      {told}
      <p class="soft">{say.intro}</p>
      <Kinds found={found} query={query} />
      <FilterForm path={path} query={query} keeps={['kind']} people={people} />
      <p>
        <strong>{fill(say.total, { n: total })}</strong>
        {late === 0 ? null : fill(say.late, { n: late })}
      </p>
      {items.length === 0 ? (
        <p class="card">{isNarrowed(query) ? say.emptyFiltered : say.empty}</p>
      ) : null}
      <div class="worklist">
        {items.map((item) => (
          <Item {...{ item, actor, now, list }} staff={accounts} />
        ))}
      </div>
      <Many {...{ items, people, list }} />
      <Paging found={found} query={query} />
      <HandOver actor={actor} people={people} />
      <Keys />
    </StaffPage>
  )
}

/** What has just been done: a step, or a hand-over. */
function ToldOf({ c }: { readonly c: Context<StaffEnv> }) {
  const handed = c.req.query('handed') ?? ''
  return /^\d{1,4}$/.test(handed) ? (
    <Notice kind="good">{fill(say.handOver.done, { n: handed })}</Notice>
  ) : (
    <JustDone c={c} />
  )
}

/** On to what comes after a ticket in a list, or to the first that is not this one; back to the list when nothing does. */
async function next(c: Context<StaffEnv>) {
  const ctx = c.get('ctx')
  const list = listAddress(c.req.query('list')) ?? path
  const query = Object.fromEntries(new URL(list, c.req.url).searchParams)
  const asked = askedOf(ctx, knownParts(query), await colleagues(ctx))
  const found = await readWorklist(ctx, asked)
  if (isRefusal(found)) return refusalPage(c, found)
  const past = c.req.query('past')
  const numbers = found.items.map(({ ticket }) => ticket.opened.number)
  const after = numbers.slice(numbers.lastIndexOf(past ?? '') + 1)
  const on = after[0] ?? numbers.find((one) => one !== past)
  return c.redirect(on === undefined ? list : ticketAddress(on, list), 303)
}

/** What the address of the list asks for. */
function askedOf(ctx: Ctx, query: Query, people: readonly StaffMember[]): WorklistAsked {
  const kind = workKinds.find((one) => one === query['kind'])
  const who = whoOf(query, ctx.actor.id, people)
  const due = dueIn(query, ctx.now())
  return {
    filter: filterOf(query),
    ...(kind && { kind }),
    ...(who && { who }),
    ...(due && { due }),
    ...(query['after'] === undefined ? {} : { after: query['after'] }),
  }
}

async function show(c: Context<StaffEnv>) {
  const ctx = c.get('ctx')
  const { actor } = ctx
  if (workOf(actor) === null) return c.redirect('/desk/cases', 303)
  const query = knownParts(c.req.query())
  const people = await colleagues(ctx)
  const found = await readWorklist(ctx, askedOf(ctx, query, people))
  if (isRefusal(found)) return refusalPage(c, found)
  const accounts = new Set((await ctx.staff.members()).map(({ id }) => id))
  const told = <ToldOf c={c} />
  const page = { staff: c.get('staff'), actor, found, query, people, accounts, told }
  return c.html(<WorklistPage {...page} now={ctx.now()} />)
}

/** What one starts from: all that waits for the person signed in, what is due first at the top. */
export function worklistPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/desk', show)
  app.get('/desk/next', next)
  app.get('/desk/inbox', (c) => c.redirect('/desk', 301))
  app.post('/desk/hand-over', async (c) => {
    const form = await readForm(c)
    const given = { from: valueOf(form, 'from'), to: valueOf(form, 'to') }
    const handed = await handOver(c.get('ctx'), given)
    return isRefusal(handed)
      ? refusalPage(c, handed)
      : c.redirect(`/desk?handed=${String(handed)}`, 303)
  })
  return app
}
