import { Hono } from 'hono'
import type { Context } from 'hono'
import { parseNumber } from '#domain/ticket/number.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { mask } from '#intents/personal/index.ts'
import { addressOf, answer } from './call.ts'
import type { Call, EndpointDeps, Said, Verb } from './call.ts'
import { actorOf, findOne, isFiledBy } from './backend.ts'
import type { Backend, History, Words } from './backend.ts'
import { faultOf } from './errors.ts'
import type { Fault } from './errors.ts'
import { fill } from '#app/tools/fill.ts'
import { makeListCache } from './list-cache.ts'
import { readList } from './read-list.ts'
import { readFields } from './read-fields.ts'
import { readPeriod, readQuery, volume } from './read-query.ts'
import { readReport } from './read-report.ts'
import { readUpdate } from './read-update.ts'
import { noticeOf, recordOf } from './record.ts'
import { serviceDefinition, serviceList } from './services.ts'
import { open311Texts } from './texts.ts'
import { updateId, updatesOf } from './updates.ts'
import { answerFaults } from './write.ts'

/** GeoReport v2 over one backend. Every address ends in its format: services.xml, services.json. */
export function endpoint(deps: EndpointDeps): Hono {
  const { backend } = deps
  const app = new Hono()
  const file = (name: string) => `/:file{${name}\\.(?:xml|json)}`
  const below = (name: string) => `/${name}/:file{.+\\.(?:xml|json)}`
  const reads = (verb: Verb) => (c: Context) => read(c, deps, verb)
  app.get(
    file('services'),
    reads(() => ({ root: 'services', body: serviceList() })),
  )
  app.get(
    below('services'),
    reads(({ id }) => definition(id)),
  )
  const cache = makeListCache<Said>()
  app.get(file('requests'), (c) => readList(c, deps, { cache, verb: list }))
  app.get(
    below('requests'),
    reads((call) => single(backend, call)),
  )
  app.get(
    below('tokens'),
    reads((call) => token(backend, call)),
  )
  app.get(file('servicerequestupdates'), (c) => readList(c, deps, { cache, verb: updates }))
  app.post(file('requests'), (c) => write(c, deps, (call, client) => create(backend, call, client)))
  app.post(file('servicerequestupdates'), (c) =>
    write(c, deps, (call, client) => addUpdate(backend, call, client)),
  )
  return app
}

async function read(c: Context, deps: EndpointDeps, verb: Verb): Promise<Response> {
  const ctx = deps.ctx()
  const { format, id } = addressOf(c)
  const barred = deps.access.mayRead(c, ctx.now())
  if (barred !== null) return answerFaults(c, format, [barred])
  const fields = (await readFields(c)) ?? new Map()
  return answer(c, format, await verb({ ctx, fields, id, words: deps.publishesWords }))
}

async function write(
  c: Context,
  deps: EndpointDeps,
  verb: (call: Call, client: string) => Promise<Said>,
): Promise<Response> {
  const ctx = deps.ctx()
  const { format, id } = addressOf(c)
  const fields = await readFields(c)
  if (fields === null) return answerFaults(c, format, [faultOf('malformed')])
  const client = await deps.access.client(c, ctx, fields)
  if ('fault' in client) return answerFaults(c, format, [client])
  return answer(c, format, await verb({ ctx, fields, id, words: deps.publishesWords }, client.name))
}

function definition(code: string): Said {
  const body = serviceDefinition(code)
  return body === null
    ? [faultOf('no-service', 404, { id: code })]
    : { root: 'service_definition', body }
}

async function list(backend: Backend, { ctx, fields, words }: Call): Promise<Said> {
  const query = readQuery(fields, ctx.now())
  if (!('limit' in query)) return query
  const histories = await backend.pick(ctx, query)
  return {
    root: 'service_requests',
    body: histories.map(ticketOf).map((one) => recordOf(one, words)),
  }
}

function ticketOf(history: History) {
  const ticket = fold(history[0]?.ticketId ?? '', history)
  if (ticket === null) throw new Error('a history without events')
  return ticket
}

async function single(backend: Backend, { ctx, id, words }: Call): Promise<Said> {
  const found = await findOne(backend, ctx, parseNumber(id) ?? id)
  return isRefusal(found)
    ? [faultOf('no-request', 404, { id })]
    : { root: 'service_requests', body: [recordOf(found.ticket, words)] }
}

/** Requests are numbered at once, so nobody is given a token; a request's own number serves as one. */
async function token(backend: Backend, { ctx, id }: Call): Promise<Said> {
  const found = await findOne(backend, ctx, parseNumber(id) ?? id)
  if (isRefusal(found)) return [faultOf('no-token', 404, { id })]
  const body = [{ service_request_id: found.ticket.opened.number, token: id }]
  return { root: 'service_requests', body }
}

async function create(backend: Backend, { ctx, fields }: Call, client: string): Promise<Said> {
  const envelope = { client, now: ctx.now(), newId: ctx.newId }
  const report = readReport(fields, envelope)
  if (!('channel' in report)) return report
  const ticket = await backend.open({ ...ctx, actor: actorOf(client) }, report)
  if (isRefusal(ticket)) return [refused(ticket)]
  const next = noticeOf(ticket)
  return {
    root: 'service_requests',
    body: [
      {
        service_request_id: ticket.opened.number,
        service_notice: fill(open311Texts.received, { next }),
        account_id: null,
      },
    ],
  }
}

function refused({ refused: code }: Refusal): Fault {
  return code === 'wrong-status' ? faultOf('closed') : faultOf('refused', 400, { code })
}

async function updates(backend: Backend, { ctx, fields, words }: Call): Promise<Said> {
  const changed = readPeriod(fields, ctx.now())
  if (!('from' in changed)) return changed
  const query = { kind: 'complaint', changed, limit: volume } as const
  const histories = await backend.pick(ctx, query)
  const found = histories.flatMap((history) => updatesOf(history, changed, words))
  const body = found.sort((a, b) => a.at - b.at).map((update) => update.body)
  return { root: 'service_request_updates', body }
}

/**
 * What the reporter added where they reported: a supplement. The same update_id again is the same update; of a
 * client that gives none, the same words.
 */
async function addUpdate(backend: Backend, { ctx, fields }: Call, client: string): Promise<Said> {
  const read = readUpdate(fields, client)
  if (!('id' in read)) return read
  const { id, words } = read
  const found = await findOne(backend, ctx, parseNumber(id) ?? id)
  if (isRefusal(found)) return [faultOf('no-request', 404, { id })]
  const { ticket, history } = found
  if (!isFiledBy(client, ticket)) return [faultOf('not-yours', 403)]
  const before = history.find((event) => isThisUpdate(event, words))
  if (before !== undefined) return updated({ ...ticket, seq: before.seq })
  const after = await backend.supplement(ctx, ticket, words)
  if (isRefusal(after)) return [refused(after)]
  return updated(after)
}

function isThisUpdate({ type, data }: StoredEvent, { text, sourceNumber }: Words): boolean {
  if (type !== 'supplemented') return false
  return sourceNumber === null ? data.text === mask(text) : data.sourceNumber === sourceNumber
}

function updated(ticket: Pick<Ticket, 'opened' | 'seq'>): Said {
  return { root: 'service_request_updates', body: [{ update_id: updateId(ticket) }] }
}
