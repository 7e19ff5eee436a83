import { describe, expect, it } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import { giveCommand } from '#app/tickets/give-command.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { isRefusal } from '#domain/refusal.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { aDispatcher, anOfficer, commands } from '#tests/support/build.ts'
import { openApp, talkOf, words } from '#tests/app/app-world.ts'

const barbecue = '果园西里小区门口的烧烤摊每天晚上冒烟'

async function says(ctx: Ctx, sender: string, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await receiveMessage(ctx, words(text, sender))
}

async function buttons(ctx: Ctx, sender: string): Promise<readonly string[]> {
  const last = (await talkOf(ctx, sender)).findLast(({ from }) => from === 'bot')
  return (last?.choices ?? []).map(({ label }) => label)
}

async function heard(ctx: Ctx, sender: string): Promise<string> {
  return (await talkOf(ctx, sender)).map(({ text }) => text).join('\n')
}

/** The tickets there are, oldest first. */
async function tickets(ctx: Ctx) {
  const { rows } = await ctx.readers.list({ sort: 'newest', limit: 50, offset: 0 })
  return [...rows].sort((a, b) => (a.number < b.number ? -1 : 1))
}

describe('Before a ticket is opened, an open one of somebody else', () => {
  it('on the same nuisance at the same place is named with its category, village and status alone', async () => {
    const { ctx } = await openApp()
    await says(ctx, 'neighbour', barbecue, '确认')
    await says(ctx, 'citizen', '果园西里门口烧烤摊冒烟，熏得开不了窗')
    const [main] = await tickets(ctx)
    const said = await heard(ctx, 'citizen')
    expect(said).toContain('附近已有人反映过：露天烧烤')
    expect(said).toContain(main?.number)
    expect(said).not.toContain('每天晚上')
    expect(await buttons(ctx, 'citizen')).toEqual(['确认', '与上面同一件', '修改', '取消'])
  })

  it('takes in the complaint of whoever says it is the same, once the desk has looked; both hear how it goes on', async () => {
    const { ctx, house } = await openApp()
    await says(ctx, 'neighbour', barbecue, '确认')
    await says(ctx, 'citizen', '果园西里门口烧烤摊冒烟，熏得开不了窗', '与上面同一件')
    const [main, other] = await tickets(ctx)
    expect(other).toMatchObject({ status: 'pending', queuedFor: 'same-matter', handler: null })
    expect(await heard(ctx, 'citizen')).toContain(`与 ${main?.number ?? ''} 合并办理`)
    const merge = { type: 'merge', intoNumber: main?.number ?? '' } as const
    const desk = house.ctxFor(aDispatcher())
    const merged = await giveCommand(desk, { ticketId: other?.id ?? '', command: merge })
    if (isRefusal(merged)) throw new Error(merged.refused)
    expect(merged.status).toBe('merged')
    const unit = house.ctxFor(anOfficer())
    for (const command of [commands.accept, commands.contact]) {
      await giveCommand(unit, { ticketId: main?.id ?? '', command })
    }
    const contacted = '已登记联系您'
    expect(await heard(ctx, 'citizen')).toContain(contacted)
    expect(await heard(ctx, 'neighbour')).toContain(contacted)
  })

  it('changes nothing for whoever confirms their own', async () => {
    const { ctx } = await openApp()
    await says(ctx, 'neighbour', barbecue, '确认')
    await says(ctx, 'citizen', '果园西里门口烧烤摊冒烟，熏得开不了窗', '确认')
    const [, own] = await tickets(ctx)
    expect(own).toMatchObject({ status: 'dispatched', queuedFor: null })
  })

  it.each([
    ['another place', '溪翁庄镇走马庄村有烧烤摊冒烟'],
    ['another nuisance', '果园西里旁边工地半夜打桩'],
    ['told in secret', '我要举报，请为我保密：果园西里门口烧烤摊冒烟'],
  ])('is not named when it is %s', async (_what, text) => {
    const { ctx } = await openApp()
    await says(ctx, 'neighbour', barbecue, '确认')
    await says(ctx, 'citizen', text)
    expect(await buttons(ctx, 'citizen')).toEqual(['确认', '修改', '取消'])
  })

  it('is never named when its own citizen asked for secrecy', async () => {
    const { ctx } = await openApp()
    await says(ctx, 'whistle-blower', `我要举报，请为我保密：${barbecue}`, '确认')
    const [secret] = await tickets(ctx)
    expect(fold('', await ctx.store.history(secret?.id ?? ''))?.opened.secrecy).toBe(true)
    await says(ctx, 'citizen', barbecue)
    expect(await buttons(ctx, 'citizen')).toEqual(['确认', '修改', '取消'])
  })
})
