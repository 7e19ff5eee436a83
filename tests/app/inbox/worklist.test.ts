import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCallbacks } from '#app/intake/read-callbacks.ts'
import { countWork, readWorklist, workOf } from '#app/inbox/read-worklist.ts'
import type { Worklist, WorklistAsked } from '#app/inbox/read-worklist.ts'
import { readDispatchQueue } from '#app/tickets/read-desk.ts'
import type { Ctx } from '#app/ctx.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { unitStatuses } from '#domain/ticket/status.ts'
import { handlerKinds, worksOf } from '#domain/ticket/work.ts'
import type { Work } from '#domain/ticket/work.ts'
import { units } from '#routing/units.ts'
import {
  aDispatcher,
  anAdministrator,
  anInspector,
  anOfficer,
  anOperator,
  aUnitLead,
} from '#tests/support/build.ts'
import { openStoredSeason, seasonEnd } from '#tests/support/season.ts'

type Season = Awaited<ReturnType<typeof openStoredSeason>>

const settled = <T>(found: T | Refusal): T => {
  if (isRefusal(found)) throw new Error(found.refused)
  return found
}

/** The season’s ports are all that these readers ask for. */
const ctxOf = (season: Season, actor: Actor): Ctx =>
  // Safe because reading needs the ports, who reads and when.
  ({ ...season, actor, now: () => seasonEnd }) as unknown as Ctx

/** Every page of somebody's list, one after the other. */
async function pagesOf(ctx: Ctx, asked: WorklistAsked = {}): Promise<readonly Worklist[]> {
  const pages: Worklist[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: Worklist = settled(await readWorklist(ctx, { ...asked, after }))
    pages.push(page)
    after = page.next
  }
  return pages
}

describe('On the demo season', () => {
  let season: Season
  let works: readonly Work[]

  beforeAll(async () => {
    season = await openStoredSeason(260)
    const { rows } = await season.readers.list({ sort: 'newest', limit: 1000, offset: 0 })
    const tickets = await Promise.all(
      rows.map(async ({ id }) => fold(id, await season.store.history(id))),
    )
    works = tickets.flatMap((ticket) => (ticket === null ? [] : worksOf(ticket)))
  }, 120_000)

  afterAll(() => {
    season.database.close()
  })

  const everybody: readonly Actor[] = [
    aDispatcher(),
    anInspector(),
    anOperator(),
    ...units.flatMap(({ id }) => [anOfficer(id), aUnitLead(id)]),
  ]

  it('everybody’s list holds exactly what the histories say waits for them, each once, by what is due', async () => {
    let all = 0
    for (const actor of everybody) {
      const ctx = ctxOf(season, actor)
      const pages = await pagesOf(ctx, { who: 'all' })
      const listed = pages.flatMap(({ items }) => items)
      const waiting = works.filter(
        ({ whose, from }) => whose === workOf(actor) && from <= seasonEnd,
      )
      const first = pages[0]
      expect(listed.length).toBe(waiting.length)
      expect(first?.total).toBe(waiting.length)
      expect(first?.counts.reduce((sum, { n }) => sum + n, 0)).toBe(waiting.length)
      const late = waiting.filter(({ due }) => due !== null && due < seasonEnd).length
      expect(first?.late).toBe(late)
      const keys = listed.map(({ kind, ticket }) => `${kind} ${ticket.id}`)
      expect(new Set(keys).size).toBe(keys.length)
      const dues = listed.flatMap(({ due }) => (due === null ? [] : [due]))
      expect(dues).toEqual([...dues].sort((a, b) => a - b))
      for (const { kind, n } of first?.counts ?? []) {
        const [alone] = await pagesOf(ctx, { who: 'all', kind })
        expect(alone?.total).toBe(n)
      }
      all += waiting.length
    }
    expect(all).toBeGreaterThan(100)
  })

  it('a unit’s own tickets and the ones it is scored by are the same as its list of signing, contacting, closing and second handling', async () => {
    for (const { id } of units) {
      const [page] = await pagesOf(ctxOf(season, anOfficer(id)), { who: 'all' })
      const own = page?.counts.filter(({ kind }) => handlerKinds.some((one) => one === kind)) ?? []
      const { total } = await season.readers.list({
        handler: id,
        statuses: unitStatuses,
        sort: 'due',
        limit: 1,
        offset: 0,
      })
      expect(own.reduce((sum, { n }) => sum + n, 0)).toBe(total)
    }
  })

  it('what is overdue at the units and the desk adds up to what the bureau’s figures call overdue', async () => {
    const [desk] = await pagesOf(ctxOf(season, aDispatcher()))
    const kinds: readonly string[] = [...handlerKinds, 'dispatch', 'returned', 'decide']
    const lateOf = (page: Worklist | undefined) =>
      page?.counts
        .filter(({ kind }) => kinds.includes(kind))
        .reduce((sum, { late }) => sum + late, 0) ?? 0
    let late = lateOf(desk)
    for (const { id } of units) {
      const [page] = await pagesOf(ctxOf(season, anOfficer(id)), { who: 'all' })
      late += lateOf(page)
    }
    const { total } = await season.readers.list({
      overdueAt: seasonEnd,
      sort: 'due',
      limit: 1,
      offset: 0,
    })
    expect(late).toBe(total)
    expect(total).toBeGreaterThan(0)
  })

  it('the dispatch desk and the queue of call-backs are as long as the lists say', async () => {
    const ctx = ctxOf(season, aDispatcher())
    const [page] = await pagesOf(ctx)
    const queue = settled(await readDispatchQueue(ctx, 1))
    const toDispatch = ['dispatch', 'returned', 'decide']
    const n = page?.counts
      .filter(({ kind }) => toDispatch.includes(kind))
      .reduce((sum, one) => sum + one.n, 0)
    expect(n).toBe(queue.total)
    const calls = settled(await readCallbacks(ctxOf(season, anOperator())))
    const [operators] = await pagesOf(ctxOf(season, anOperator()))
    expect(operators?.total).toBe(calls.now.length + calls.later.length)
  })

  it('the bell counts as the list does', async () => {
    for (const actor of everybody) {
      const ctx = ctxOf(season, actor)
      const [page] = await pagesOf(ctx)
      expect(await countWork(ctx)).toEqual({ n: page?.total, late: page?.late })
    }
    expect(await countWork(ctxOf(season, anAdministrator()))).toBeNull()
  })

  it('counts follow the filter', async () => {
    const ctx = ctxOf(season, anInspector())
    const [whole] = await pagesOf(ctx)
    const [general] = await pagesOf(ctx, { filter: { urgency: 'general' } })
    const rest = ['urgent', 'fast', 'complex'] as const
    const others = await Promise.all(rest.map((urgency) => pagesOf(ctx, { filter: { urgency } })))
    const sum = others.reduce((all, [page]) => all + (page?.total ?? 0), general?.total ?? 0)
    expect(sum).toBe(whole?.total)
  })
})
