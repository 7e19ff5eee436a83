import { noMedia } from '#app/files/media-tools.ts'
import { describe, expect, it } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { makeNumbers } from '#app/tools/numbers.ts'
import {
  findDuplicates,
  findOwnOpen,
  findSameMatter,
  matterOfTicket,
} from '#app/tickets/read-duplicates.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { stores } from '#tests/support/stores.ts'
import { aChange, aDialogue, aTicket, citizen, dispatcher, officerOf } from './build.ts'
import type { TicketOptions } from './build.ts'
import { day, hour, monday, openWorld } from './world.ts'
import type { World } from './world.ts'

const silent = () => undefined

function ctxOf(world: World, actor: Actor = dispatcher): Ctx {
  let made = 0
  return {
    ...world,
    senders: {},
    actor,
    now: () => world.clock.now,
    newId: () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`,
    media: noMedia,
    pause: () => Promise.resolve(),
    randomBytes: (n) => new Uint8Array(n),
    giveNumbers: makeNumbers(world.readers),
    log: { info: silent, warn: silent, error: silent },
  }
}

/** A citizen of their own for each ticket, with a dialogue on LINE. */
async function open(
  world: World,
  id: string,
  options: TicketOptions & { readonly serial: number },
) {
  const personId = await world.people.ensure('line', `sender-${id}`)
  const opened = { citizenId: personId, dialogueId: `dialogue-${id}`, ...options.opened }
  const ticket = aTicket(id, { ...options, opened })
  const dialogue = aDialogue({ id: `dialogue-${id}`, personId, ticketIds: [id] })
  await world.store.commit(aChange({ tickets: [ticket], dialogue }))
  return ticket.after
}

async function ids(ctx: Ctx, ticketId: string) {
  const found = await findDuplicates(ctx, ticketId)
  return isRefusal(found) ? found.refused : found.map(({ row }) => row.id)
}

/** Everything that waits to be sent, sent: a dialogue's next batch waits for the one before. */
async function sent(world: World) {
  const told: { readonly dialogueId: string; readonly text: string }[] = []
  for (;;) {
    const batches = await world.outbox.take(world.clock.now, 50, hour)
    if (batches.length === 0) return told
    for (const { batch, messages } of batches) {
      told.push(...messages)
      await world.outbox.settle(batch, { ok: true }, world.clock.now)
    }
  }
}

function heardBy(told: Awaited<ReturnType<typeof sent>>, words: string): readonly string[] {
  return told
    .filter(({ text }) => text.includes(words))
    .map(({ dialogueId }) => dialogueId)
    .sort()
}

describe.each(stores)('the same problem in many voices on $name', (store) => {
  it('is offered on the ticket with score and reasons, the ticket itself and ended ones left out', async () => {
    const world = await openWorld(store)
    await open(world, 't1', { serial: 1 })
    await open(world, 't2', { serial: 2, at: monday + hour })
    await open(world, 'far', {
      serial: 3,
      opened: {
        place: {
          town: '110118002',
          village: '花园社区',
          spot: null,
          told: null,
          coordinates: null,
        },
      },
    })
    await open(world, 'gone', { serial: 4 })
    await changeTicket(
      ctxOf(world, { ...citizen, id: await world.people.ensure('line', 'sender-gone') }),
      'gone',
      { type: 'withdraw', reason: null },
    )
    const found = await findDuplicates(ctxOf(world), 't2')
    expect(found).toMatchObject([{ row: { id: 't1' } }])
    if (isRefusal(found)) throw new Error(found.refused)
    expect(found[0]?.score).toBeGreaterThan(0.9)
    expect(found[0]?.reasons).toContain('same-village')
  })

  it('is not looked for beyond thirty days, and a unit sees its own tickets only', async () => {
    const world = await openWorld(store)
    await open(world, 'old', { serial: 1 })
    await open(world, 't1', { serial: 2, at: monday + 20 * day })
    await open(world, 'theirs', { serial: 3, at: monday + 21 * day, handler: 'city-enforcement' })
    await open(world, 't2', { serial: 4, at: monday + 40 * day })
    expect(await ids(ctxOf(world), 't2')).toEqual(['theirs', 't1'])
    expect(await ids(ctxOf(world, officerOf('ecology-bureau')), 't2')).toEqual(['t1'])
    expect(await ids(ctxOf(world, officerOf('water-bureau')), 't2')).toBe('not-found')
    expect(await ids(ctxOf(world, citizen), 't2')).toBe('not-found')
  })

  it('is found before a ticket is opened, and among a person’s own to be urged instead', async () => {
    const world = await openWorld(store)
    const mine = await open(world, 't1', { serial: 1 })
    await open(world, 't2', { serial: 2 })
    const matter = { ...matterOfTicket(mine), openedAt: monday + day }
    const everybody = await findSameMatter(ctxOf(world), matter)
    expect(everybody.map(({ row }) => row.id).sort()).toEqual(['t1', 't2'])
    const own = await findOwnOpen(ctxOf(world), ['t1'], matter)
    expect(own.map(({ row }) => row.id)).toEqual(['t1'])
    expect(await findOwnOpen(ctxOf(world), [], matter)).toEqual([])
    expect(await findSameMatter(ctxOf(world), { ...matter, town: null })).toEqual([])
  })

  it('is told of every step once merged, whoever complained and however often it was merged', async () => {
    const world = await openWorld(store)
    const main = await open(world, 't1', { serial: 1 })
    const other = await open(world, 't2', { serial: 2 })
    await open(world, 't3', { serial: 3 })
    const ctx = ctxOf(world)
    const into = (ticket: typeof main) =>
      ({ type: 'merge', into: ticket.id, intoNumber: ticket.opened.number }) as const
    await changeTicket(ctx, 't3', into(other))
    await changeTicket(ctx, 't2', into(main))
    const merged = heardBy(await sent(world), main.opened.number)
    expect(merged).toEqual(['dialogue-t2', 'dialogue-t3'])
    const officer = { ...ctx, actor: officerOf('ecology-bureau') }
    await changeTicket(officer, 't1', { type: 'accept' })
    await changeTicket(officer, 't1', { type: 'contact', method: 'phone', note: '已联系' })
    world.clock.now += 3 * hour
    const resolved = {
      type: 'resolve',
      publicReply: '11月23日净化器已清洗',
      internalNote: null,
    } as const
    await changeTicket(officer, 't1', resolved)
    const everybody = ['dialogue-t1', 'dialogue-t2', 'dialogue-t3']
    expect(heardBy(await sent(world), '净化器已清洗')).toEqual(everybody)
    expect((await world.dialogues.get('dialogue-t2'))?.callback).toBeNull()
  })
})
