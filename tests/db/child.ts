import type { Database, Statement } from '#db/database.ts'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { aChange, aMessage, aTicket, anAnswer } from './build.ts'
import { monday } from './world.ts'

// A process of its own, for what one process cannot show: `child.ts ROLE PATH ARGUMENT`.
const [role, path = '', argument = ''] = process.argv.slice(2)

async function portsOf(database: Database) {
  const newId = () => crypto.randomUUID()
  return createPorts(database, await makeSeal('a master secret for tests'), {
    newId,
    now: () => monday,
  })
}

/** Dies, as by a power cut, when so many statements of a commit have run. */
async function dieAfter(count: number): Promise<void> {
  const database = openSqlite(path)
  const death = { run: () => process.kill(process.pid, 'SIGKILL') }
  const dying: Database = {
    ...database,
    commit: (statements) =>
      database.commit([
        ...statements.slice(0, count),
        // Safe because SQLite's commit calls nothing but `run`.
        death as unknown as Statement,
        ...statements.slice(count),
      ]),
  }
  await (await portsOf(database)).inbox.put(aMessage('line:1'))
  await (
    await portsOf(dying)
  ).store.commit(
    aChange({
      tickets: [aTicket('t1')],
      outbox: [anAnswer('m1')],
      codes: [{ ticketId: 't1', code: 'K7PX2M9Q' }],
      inboxDone: ['line:1'],
    }),
  )
}

/** Opens so many tickets, each under the day's next number, beside others who do the same. */
async function openTickets(count: number): Promise<void> {
  const ports = await portsOf(openSqlite(path))
  for (let left = count; left > 0;) {
    const serial = (await ports.readers.lastSerial('20261123')) + 1
    const ticket = aTicket(crypto.randomUUID(), { serial })
    if ((await ports.store.commit(aChange({ tickets: [ticket] }))) === 'committed') left -= 1
  }
}

await (role === 'die' ? dieAfter(Number(argument)) : openTickets(Number(argument)))
