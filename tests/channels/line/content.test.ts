import { describe, expect, it, onTestFinished } from 'vitest'
import { fetchAttachments } from '#app/files/fetch-attachments.ts'
import { readTicket } from '#app/tickets/read-desk.ts'
import { ticketAttachments } from '#app/files/read-attachments.ts'
import { system } from '#app/tickets/plan-change.ts'
import { isRefusal } from '#domain/refusal.ts'
import { lineContent } from '#channels/line/content.ts'
import {
  audioEvent,
  channelAccessToken,
  imageEvent,
  videoEvent,
} from '#tests/support/fakes/line-events.ts'
import { startContentServer } from '#tests/support/fakes/line-content.ts'
import type { ContentServer } from '#tests/support/fakes/line-content.ts'
import { aJpeg, aPage, anM4a, anMp4 } from '#tests/support/media.ts'
import { openLine } from './line-world.ts'
import type { LineWorld } from './line-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟呛死人了'
const minute = 60_000

async function contentServer(): Promise<ContentServer> {
  const server = await startContentServer()
  onTestFinished(() => server.close())
  return server
}

async function fetcher(token = channelAccessToken) {
  const server = await contentServer()
  return { server, get: lineContent({ channelAccessToken: token, dataUrl: server.url }) }
}

describe('what LINE keeps of a message', () => {
  it('is asked for by its id, with our token', async () => {
    const { server, get } = await fetcher()
    server.answers(aJpeg())
    expect(await get('line:354718705033', 5000)).toEqual({ ok: true, bytes: aJpeg() })
    expect(server.asked).toEqual(['/v2/bot/message/354718705033/content'])
  })

  it.each([202, 429, 500, 503])('is asked for again after a %i', async (status) => {
    const { server, get } = await fetcher()
    server.answers(status)
    expect(await get('line:1', 5000)).toEqual({
      ok: false,
      retryable: true,
      reason: `line-${String(status)}`,
    })
  })

  it.each(['processing', 'succeeded'])('is asked for again while it is %s', async (status) => {
    const { server, get } = await fetcher()
    server.answers(202)
    server.transcoding(status)
    expect(await get('line:1', 5000)).toMatchObject({ retryable: true, reason: 'line-202' })
  })

  it('is given up when LINE could not prepare a video or a sound', async () => {
    const { server, get } = await fetcher()
    server.answers(202)
    server.transcoding('failed')
    expect(await get('line:1', 5000)).toEqual({
      ok: false,
      retryable: false,
      reason: 'line-transcoding-failed',
    })
  })

  it.each([400, 404, 410])('is given up after a %i', async (status) => {
    const { server, get } = await fetcher()
    server.answers(status)
    expect(await get('line:1', 5000)).toMatchObject({ ok: false, retryable: false })
  })

  it('is asked for again when the token was not taken', async () => {
    const { get } = await fetcher('an old token')
    expect(await get('line:1', 5000)).toMatchObject({ retryable: true, reason: 'line-401' })
  })

  it('is asked for again when the answer broke off', async () => {
    const { server, get } = await fetcher()
    server.answers('broken-off')
    expect(await get('line:1', 5000)).toMatchObject({ retryable: true, reason: 'line-unreachable' })
  })

  it('is not read on when it is larger than it may be', async () => {
    const { server, get } = await fetcher()
    server.answers(aJpeg(5001))
    expect(await get('line:1', 5000)).toEqual({ ok: false, retryable: false, reason: 'too-large' })
  })

  it('is never asked for by an id of another channel', async () => {
    const { server, get } = await fetcher()
    expect(await get('../../../evil', 5000)).toMatchObject({ ok: false, retryable: false })
    expect(server.asked).toEqual([])
  })
})

async function withContent(): Promise<{
  readonly world: LineWorld
  readonly server: ContentServer
  readonly fetchNow: () => Promise<number>
  readonly stateOf: (id: string) => Promise<string | undefined>
}> {
  const world = await openLine()
  const server = await contentServer()
  const line = lineContent({ channelAccessToken, dataUrl: server.url })
  const fetchNow = () => fetchAttachments(world.house.ctxFor(system), { line })
  const stateOf = async (id: string) =>
    (await world.house.ports.attachments.records([`line:${id}`]))[0]?.state
  return { world, server, fetchNow, stateOf }
}

describe('a photo sent on LINE', () => {
  it('is fetched after its event is stored, once', async () => {
    const { world, server, fetchNow, stateOf } = await withContent()
    server.answers(aJpeg())
    const event = imageEvent(world.next())
    await world.deliver(event)
    expect(await stateOf(event.webhookEventId)).toBe('wanted')
    await fetchNow()
    await world.deliver(event)
    await fetchNow()
    expect(await stateOf(event.webhookEventId)).toBe('stored')
    expect(server.asked).toHaveLength(1)
  })

  it('is fetched when LINE has it ready, however often it has to be asked', async () => {
    const { world, server, fetchNow, stateOf } = await withContent()
    server.answers(202, 503, aJpeg())
    const event = imageEvent(world.next())
    await world.deliver(event)
    for (let round = 0; round < 3; round += 1) {
      await fetchNow()
      world.clock.now += minute
    }
    expect(await stateOf(event.webhookEventId)).toBe('stored')
  })

  it('is fetched after a crash in the middle of fetching it', async () => {
    const { world, server, fetchNow, stateOf } = await withContent()
    server.answers(aJpeg())
    const event = imageEvent(world.next())
    await world.deliver(event)
    const due = { now: world.clock.now, limit: 5, leaseMs: minute }
    await world.house.ports.attachments.take('line', due)
    await fetchNow()
    expect(await stateOf(event.webhookEventId)).toBe('wanted')
    world.clock.now += minute
    await fetchNow()
    expect(await stateOf(event.webhookEventId)).toBe('stored')
  })

  it('is stored once when two processes fetch it at the same time', async () => {
    const { world, server, fetchNow, stateOf } = await withContent()
    server.answers(aJpeg())
    const event = imageEvent(world.next())
    await world.deliver(event)
    await Promise.all([fetchNow(), fetchNow()])
    expect(await stateOf(event.webhookEventId)).toBe('stored')
    expect(server.asked).toHaveLength(1)
  })

  it('is given up when it is none', async () => {
    const { world, server, fetchNow, stateOf } = await withContent()
    server.answers(new Uint8Array(aPage()))
    const event = imageEvent(world.next())
    await world.deliver(event)
    await fetchNow()
    expect(await stateOf(event.webhookEventId)).toBe('lost')
  })

  it('arrives on the ticket, sent before it was opened or after', async () => {
    const { world, server, fetchNow } = await withContent()
    server.answers(aJpeg())
    const person = world.citizen()
    await person.says(complaint)
    const before = imageEvent(world.next())
    await world.deliver(before)
    await person.taps('确认')
    const after = imageEvent(world.next())
    await world.deliver(after)
    await fetchNow()
    const [row] = await world.tickets()
    const ctx = world.house.ctxFor(system)
    const view = await readTicket(ctx, { number: row?.number ?? '' })
    if (isRefusal(view)) throw new Error(view.refused)
    expect(view.ticket.opened.attachments.map(({ id }) => id)).toEqual([
      `line:${before.webhookEventId}`,
    ])
    const supplements = view.events.filter((one) => one.type === 'supplemented')
    expect(supplements).toHaveLength(1)
    expect(await ticketAttachments(ctx, view.events)).toMatchObject([
      { id: `line:${before.webhookEventId}`, state: 'stored', mediaType: 'image/jpeg' },
      { id: `line:${after.webhookEventId}`, state: 'stored', mediaType: 'image/jpeg' },
    ])
  })
})

describe('a video or a voice sent on LINE', () => {
  it.each([
    ['video', videoEvent, anMp4, 'video/mp4'],
    ['voice', audioEvent, anM4a, 'audio/mp4'],
  ] as const)(
    'is kept as evidence on the ticket once LINE has prepared it: %s',
    async (_, event, bytes, mediaType) => {
      const { world, server, fetchNow } = await withContent()
      server.answers(202, bytes())
      server.transcoding('processing')
      await world.citizen().says(complaint)
      const sent = event(world.next())
      await world.deliver(sent)
      await world.citizen().taps('确认')
      await fetchNow()
      world.clock.now += minute
      await fetchNow()
      const [row] = await world.tickets()
      const ctx = world.house.ctxFor(system)
      const view = await readTicket(ctx, { number: row?.number ?? '' })
      if (isRefusal(view)) throw new Error(view.refused)
      expect(await ticketAttachments(ctx, view.events)).toMatchObject([
        { id: `line:${sent.webhookEventId}`, state: 'stored', mediaType },
      ])
    },
  )

  it('that LINE could not prepare is lost, with the reason', async () => {
    const { world, server, fetchNow } = await withContent()
    server.answers(202)
    server.transcoding('failed')
    const sent = videoEvent(world.next())
    await world.deliver(sent)
    await fetchNow()
    const [record] = await world.house.ports.attachments.records([`line:${sent.webhookEventId}`])
    expect(record).toMatchObject({ state: 'lost', reason: 'line-transcoding-failed' })
  })
})
