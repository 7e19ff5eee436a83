import { expect, it, vi } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import { makeLog } from '#server/log.ts'
import { openLine } from '#tests/channels/line/line-world.ts'
import type { LineWorld } from '#tests/channels/line/line-world.ts'
import { lineUser } from '#tests/support/fakes/line-events.ts'

const phone = '13800138000'
const complaint = '鼓楼街道沙河小区楼下饭店油烟直排，我姓欧阳'

/** What went to the log while `work` ran, one line each. */
async function logged(
  work: (world: LineWorld) => Promise<void>,
  meddle: (ctx: Ctx) => Ctx = (ctx) => ctx,
): Promise<readonly string[]> {
  const lines: string[] = []
  const kinds = ['debug', 'info', 'warn', 'error', 'log'] as const
  const spies = kinds.map((kind) =>
    vi.spyOn(console, kind).mockImplementation((...parts: readonly unknown[]) => {
      lines.push(parts.map(String).join(' '))
    }),
  )
  try {
    const log = await makeLog('debug')
    await work(await openLine({ meddle: (ctx) => meddle({ ...ctx, log }) }))
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return lines
}

async function complains(world: LineWorld): Promise<void> {
  const citizen = world.citizen()
  await citizen.says(complaint)
  await citizen.says('确认')
  await citizen.says(`我的电话是${phone}`)
  world.line.meet({ status: 403 })
  await citizen.says('查进度')
}

it('A whole complaint with name and phone leaves lines, and nothing personal in them', async () => {
  const lines = await logged(complains)
  expect(lines.length).toBeGreaterThan(3)
  const all = lines.join('\n')
  for (const personal of [phone, '欧阳', '沙河小区', '油烟', lineUser(1)]) {
    expect(all).not.toContain(personal)
  }
})

it('A failure is logged by its name, not with the words that were being read', async () => {
  const failing = (ctx: Ctx): Ctx => ({
    ...ctx,
    store: { ...ctx.store, commit: () => Promise.reject(new TypeError(`cannot: ${complaint}`)) },
  })
  const lines = await logged(complains, failing)
  expect(lines.join('\n')).toContain('TypeError')
  expect(lines.join('\n')).not.toMatch(/油烟|沙河|欧阳/)
})

it('Every line is one JSON object with a time and what happened', async () => {
  for (const line of await logged(complains)) {
    expect(JSON.parse(line)).toMatchObject({
      '@timestamp': expect.any(String) as unknown, // safe because it is a matcher
      message: expect.any(String) as unknown, // safe as above
      level: expect.stringMatching(/^[A-Z]+$/) as unknown, // safe as above
    })
  }
})
