import { createHmac, timingSafeEqual } from 'node:crypto'
import { serve } from '@hono/node-server'
import Sqlite from 'better-sqlite3'
import { Hono } from 'hono'

/**
 * The least that a server of this kind does: checks the HMAC of a webhook and commits three inserts durably before
 * it answers. What ours takes beside it is the price of its thinking. Arguments: file of the database, secret.
 */
const [path = ':memory:', secret = ''] = process.argv.slice(2)
const sqlite = new Sqlite(path)
sqlite.pragma('journal_mode = WAL')
sqlite.pragma('synchronous = FULL')
sqlite.exec(
  ['inbox', 'outbox', 'transcript']
    .map((table) => `create table ${table} (id integer primary key, at integer, body text)`)
    .join(';'),
)
const inserts = ['inbox', 'outbox', 'transcript'].map((table) =>
  sqlite.prepare(`insert into ${table} (at, body) values (?, ?)`),
)
const store = sqlite.transaction((body: string) => {
  for (const insert of inserts) insert.run(Date.now(), body)
})

const app = new Hono()
app.post('/webhooks/line', async (c) => {
  const body = Buffer.from(await c.req.arrayBuffer())
  const expected = createHmac('sha256', secret).update(body).digest()
  const given = Buffer.from(c.req.header('x-line-signature') ?? '', 'base64')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return c.json({ title: 'invalid signature' }, 401)
  }
  store.immediate(body.toString())
  return c.json({})
})
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`http://127.0.0.1:${String(port)}\n`)
})
