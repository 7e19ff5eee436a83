import { ESLint } from 'eslint'
import { beforeAll, describe, expect, it } from 'vitest'

/** A forbidden import per room: if one of these passes the lint, the guard has rotted. */
const forbidden: readonly (readonly [file: string, statement: string])[] = [
  ['intents/understand.ts', "import { units } from '#routing/units.ts'"],
  ['intents/understand.ts', "import { BayesClassifier } from 'natural'"],
  ['src/cli/understanding/train.ts', "import { BayesClassifier } from 'natural'"],
  ['routing/route.ts', "import { understand } from '#intents/understand.ts'"],
  ['src/domain/ticket/decide.ts', "import { eq } from 'drizzle-orm'"],
  ['src/domain/ticket/decide.ts', "import { units } from '#routing/units.ts'"],
  ['src/domain/ticket/decide.ts', "import { readFileSync } from 'node:fs'"],
  ['src/app/tickets/change-ticket.ts', "import { openSqlite } from '#db/sqlite.ts'"],
  ['src/app/tickets/change-ticket.ts', "import { Hono } from 'hono'"],
  ['db/store.ts', "import { receiveMessage } from '#app/talk/receive-message.ts'"],
  ['db/store.ts', "import { Hono } from 'hono'"],
  ['src/channels/email/send.ts', "import { lineSender } from '#channels/line/send.ts'"],
  ['src/channels/wechat/send.ts', "import { echo } from '#channels/wechat-official/envelope.ts'"],
  ['src/channels/line/route.ts', "import { openSqlite } from '#db/sqlite.ts'"],
  ['src/web/layout.tsx', "import { openSqlite } from '#db/sqlite.ts'"],
  ['src/web/layout.tsx', "import { apiTexts } from '#api/texts.ts'"],
  ['src/web/layout.tsx', "import { lineRoute } from '#channels/line/route.ts'"],
  ['src/web/layout.tsx', "import type { Format } from '#channels/open311/write.ts'"],
  ['src/api/app.ts', "import { StaffPage } from '#web/layout.tsx'"],
  ['src/api/app.ts', "import { alarmApi } from '#channels/alarm/route.ts'"],
  ['src/channels/alarm/route.ts', "import { createApi } from '#api/app.ts'"],
  ['src/channels/alarm/route.ts', "import { StaffPage } from '#web/layout.tsx'"],
  ['src/doors/labels.ts', "import { apiTexts } from '#api/texts.ts'"],
  ['src/doors/labels.ts', "import { StaffPage } from '#web/layout.tsx'"],
  ['src/doors/labels.ts', "import { openSqlite } from '#db/sqlite.ts'"],
]

const allowed: readonly (readonly [file: string, statement: string])[] = [
  ['src/domain/ticket/decide.ts', "import type { UnitId } from '#routing/units.ts'"],
  ['src/app/tickets/change-ticket.ts', "import { decide } from '#domain/ticket/decide.ts'"],
  ['db/store.ts', "import type { Store } from '#app/ports.ts'"],
  ['src/api/app.ts', "import { unitLabel } from '#doors/labels.ts'"],
  ['src/channels/alarm/route.ts', "import { problem } from '#doors/problem.ts'"],
]

describe('arrows between rooms', () => {
  let eslint: ESLint
  beforeAll(() => {
    eslint = new ESLint()
  })

  async function arrowFaults(file: string, statement: string): Promise<number> {
    const [result] = await eslint.lintText(`${statement}\n`, { filePath: file })
    return (result?.messages ?? []).filter((m) => m.ruleId?.startsWith('arrows/')).length
  }

  it.each(forbidden)('%s may not: %s', async (file, statement) => {
    expect(await arrowFaults(file, statement)).toBeGreaterThan(0)
  })

  it.each(allowed)('%s may: %s', async (file, statement) => {
    expect(await arrowFaults(file, statement)).toBe(0)
  })
})
