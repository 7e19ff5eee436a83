import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sendAll } from './load.ts'
import type { Load, Said } from './load.ts'
import { startLine, startServer } from './servers.ts'
import type { Server } from './servers.ts'

/**
 * npm run bench:intake: how many webhooks a second our server takes, beside a bare one that checks an HMAC and
 * commits three inserts, in the same run. A message is done when its answer has reached LINE (a stand-in on this
 * machine that answers at once). `--profile FOLDER` leaves a profile of our server's processor time there. The last
 * line is JSON.
 */
const { values } = parseArgs({
  options: { people: { type: 'string', default: '600' }, profile: { type: 'string' } },
})
const people = Number(values.people)
const secret = 'bench channel secret'
const folder = mkdtempSync(join(tmpdir(), 'huiying-bench-'))

const complaints = [
  '小区门口的烧烤摊每天晚上冒烟，熏得开不了窗',
  '工地半夜还在打桩，孩子睡不着',
  '饭店的油烟直接排到我家窗户底下',
  '拉渣土的车不盖布，一路掉土',
]
const places = ['果园西里', '溪翁庄镇走马庄村', '沿湖小区', '太师屯镇']

/** Each of these people says the same as everybody else in turn. */
const each = (group: string, texts: readonly string[]): Said[] =>
  Array.from({ length: people }, (_, n) => ({
    user: `U${group}${String(n).padStart(6, '0')}`,
    text: texts[n % texts.length] ?? '',
  }))

type Row = { readonly what: string; readonly perSecond: number; readonly kilobytes: number } & Load

async function measured(
  what: string,
  server: Server,
  said: readonly Said[],
  settled: () => Promise<void>,
): Promise<Row> {
  const before = server.written()
  const load = await sendAll(server.url, secret, said, settled)
  const kilobytes = (server.written() - before) / 1024 / load.messages
  return { what, perSecond: (load.messages / load.elapsed) * 1000, kilobytes, ...load }
}

async function bare(): Promise<Row> {
  const server = await startServer({
    file: './bare-server.ts',
    args: [join(folder, 'bare.db'), secret],
  })
  const now = () => Promise.resolve()
  await measured('warm-up', server, each('w', complaints), now)
  const row = await measured('bare', server, [...each('a', complaints), ...each('b', places)], now)
  await server.stop()
  return row
}

async function ours(): Promise<readonly Row[]> {
  const line = await startLine()
  const server = await startServer({
    file: '../../server/node.ts',
    env: {
      PORT: '0',
      HUIYING_DB: join(folder, 'huiying.db'),
      HUIYING_LOG: 'error',
      LINE_CHANNEL_SECRET: secret,
      LINE_CHANNEL_ACCESS_TOKEN: 'bench token',
      LINE_API_URL: line.url,
    },
    profile: values.profile,
  })
  const run = (what: string, said: readonly Said[]) => {
    const expected = line.calls() + said.length
    return measured(what, server, said, async () => {
      while (line.calls() < expected) await new Promise((resolve) => setTimeout(resolve, 5))
    })
  }
  await run('warm-up', each('w', complaints))
  const first = await run('first words', each('a', complaints))
  const place = await run('place', each('a', places))
  const confirmed = await run('confirmed', each('a', ['确认']))
  await server.stop()
  line.close()
  return [first, place, confirmed]
}

function print({ what, perSecond, p50, p99, kilobytes }: Row): void {
  const told = [perSecond, p50, p99, kilobytes].map((one) => one.toFixed(1).padStart(9))
  process.stdout.write(`${what.padEnd(12)} ${told.join(' ')}\n`)
}

try {
  process.stdout.write(`${' '.repeat(12)}  a second    p50 ms    p99 ms kB written\n`)
  const limit = await bare()
  print(limit)
  const [first, place, confirmed] = await ours()
  for (const row of [first, place, confirmed]) if (row !== undefined) print(row)
  const talk = ((first?.perSecond ?? 0) + (place?.perSecond ?? 0)) / 2
  const ticket = confirmed?.perSecond ?? 0
  const p99 = Math.max(...[first, place, confirmed].map((row) => row?.p99 ?? 0))
  const kilobytes = (confirmed?.kilobytes ?? 0) + (first?.kilobytes ?? 0) + (place?.kilobytes ?? 0)
  process.stdout.write(
    `${JSON.stringify({ bare: limit.perSecond, dialogue: talk, ticket, dialogueRatio: talk / limit.perSecond, ticketRatio: ticket / limit.perSecond, p99, kilobytesPerComplaint: kilobytes })}\n`,
  )
} finally {
  rmSync(folder, { recursive: true })
}
