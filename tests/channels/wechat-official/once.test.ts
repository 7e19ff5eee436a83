import { describe, expect, it } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import { StorageUnavailable } from '#app/errors.ts'
import { openFaulty, openWechat } from './wechat-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

describe('WeChat delivers a message up to three times', () => {
  it('Three deliveries one after another are answered once', async () => {
    const world = await openWechat()
    const call = world.message({ MsgType: 'text', Content: complaint })
    for (let n = 0; n < 3; n += 1) expect((await world.call(call)).status).toBe(200)
    expect(world.wechat.received).toHaveLength(1)
  })

  it('Three deliveries at once are answered once', async () => {
    const world = await openWechat({ sealed: true })
    const call = world.message({ MsgType: 'text', Content: complaint })
    await Promise.all([1, 2, 3].map(() => world.call(call)))
    expect(world.wechat.received).toHaveLength(1)
  })

  it('A confirmation by number delivered three times opens one ticket', async () => {
    const world = await openWechat()
    await world.says(complaint)
    const call = world.message({ MsgType: 'text', Content: '1' })
    for (let n = 0; n < 3; n += 1) await world.call(call)
    expect(await world.tickets()).toHaveLength(1)
    expect(world.wechat.received).toHaveLength(2)
  })

  it('Two messages with ids a number cannot tell apart are two messages', async () => {
    const world = await openWechat()
    const ids = ['9007199254740992', '9007199254740993']
    for (const MsgId of ids) {
      await world.call(world.message({ MsgType: 'text', Content: complaint, MsgId }))
    }
    expect(world.wechat.received).toHaveLength(2)
  })

  it('An event has no id: who, what and when tell it from another', async () => {
    const world = await openWechat()
    const joined = () => world.message({ MsgType: 'event', Event: 'subscribe' })
    await world.call(joined())
    await world.call(joined())
    expect(world.wechat.received).toHaveLength(1)
    world.clock.now += 1000
    await world.call(joined())
    expect(world.wechat.received).toHaveLength(2)
  })

  it('Success is said before WeChat’s API has answered', async () => {
    const world = await openWechat()
    let release: () => void = () => undefined
    world.wechat.meet(new Promise<void>((resolve) => (release = resolve)))
    const { query, body } = world.message({ MsgType: 'text', Content: complaint })
    const headers = { 'content-type': 'text/xml' }
    const address = `/webhooks/wechat?${query}`
    const response = await world.app.request(address, { method: 'POST', headers, body })
    expect(await response.text()).toBe('success')
    expect(world.wechat.received).toEqual([])
    release()
    await world.idle()
    expect(world.wechat.received).toHaveLength(1)
  })

  it('What could not be stored is refused with 503, and taken when it comes again', async () => {
    const { fault, world } = await openFaulty()
    const call = world.message({ MsgType: 'text', Content: complaint })
    expect((await world.call(call)).status).toBe(503)
    fault.broken = false
    expect((await world.call(call)).status).toBe(200)
    expect(world.wechat.received).toHaveLength(1)
  })

  it('What was stored but not answered is answered when it comes again', async () => {
    const fault = { broken: true }
    const meddle = (ctx: Ctx): Ctx => ({
      ...ctx,
      store: {
        ...ctx.store,
        commit: (change) =>
          fault.broken
            ? Promise.reject(new StorageUnavailable('injected'))
            : ctx.store.commit(change),
      },
    })
    const world = await openWechat({ meddle })
    const call = world.message({ MsgType: 'text', Content: complaint })
    expect((await world.call(call)).status).toBe(200)
    expect(world.wechat.received).toEqual([])
    fault.broken = false
    await world.call(call)
    expect(world.wechat.received).toHaveLength(1)
  })
})
