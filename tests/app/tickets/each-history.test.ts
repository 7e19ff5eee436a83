import { expect, it } from 'vitest'
import { eachHistory } from '#app/evaluation/audit.ts'
import { openApp, words } from '#tests/app/app-world.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { events } from '#db/schema.ts'

it('Going through every history lets others have their turn after each page', async () => {
  const { ctx } = await openApp()
  for (const text of ['果园西里小区门口的烧烤摊每天晚上冒烟', '确认']) {
    await receiveMessage(ctx, words(text))
  }
  const waits: number[] = []
  const pause = (ms: number) => {
    waits.push(ms)
    return Promise.resolve()
  }
  const found = []
  for await (const history of eachHistory({ ...ctx, pause })) found.push(history)
  expect([found.length, waits]).toEqual([1, [0, 0]])
})

it('Pages of one period are found by ticket, so that the next does not look through the period again', async () => {
  const { ctx, database } = await openApp()
  const steps: string[] = []
  // Safe because the engine of this world is better-sqlite3.
  const { $client: engine } = database.db as unknown as {
    readonly $client: {
      prepare: (text: string) => { all: (...values: unknown[]) => readonly { detail: string }[] }
    }
  }
  const prepare = engine.prepare.bind(engine)
  engine.prepare = (text) => {
    if (text.startsWith('select distinct')) {
      const count = (text.match(/\?/g) ?? []).length
      const values = Array.from({ length: count }, () => '[]')
      steps.push(
        ...prepare(`explain query plan ${text}`)
          .all(...values)
          .map(({ detail }) => detail),
      )
    }
    return prepare(text)
  }
  const touched = { types: ['dispatched'], from: 0, to: 1 } as const
  for await (const history of eachHistory(ctx, touched)) expect(history).toBeDefined()
  engine.prepare = prepare
  expect(steps.join('\n')).toContain('events_ticket_seq')
  expect(steps.join('\n')).not.toContain('events_at')
  expect(await database.db.select().from(events)).toEqual([])
})
