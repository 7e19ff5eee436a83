import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CliFault } from '#cli/setup.ts'
import { menuImagePath, menuSize } from '#cli/line/line-menu.ts'
import { lineSetupCommand } from '#cli/line/line-setup-command.ts'
import { lineTexts } from '#cli/line/line-texts.ts'
import { openLine } from '#tests/channels/line/line-world.ts'
import { startLineAccount } from '#tests/support/fakes/line-account.ts'
import type { LineAccount } from '#tests/support/fakes/line-account.ts'
import { channelAccessToken, channelSecret } from '#tests/support/fakes/line-events.ts'

const webhook = 'https://huiying.example.gov.cn/webhooks/line'

function envFor(account: Pick<LineAccount, 'url'>, more: Readonly<Record<string, string>> = {}) {
  return {
    LINE_CHANNEL_SECRET: channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
    LINE_API_URL: account.url,
    LINE_DATA_URL: account.url,
    HUIYING_URL: 'https://huiying.example.gov.cn',
    ...more,
  }
}

async function run(account: LineAccount, more: Readonly<Record<string, string>> = {}) {
  const { lines, code } = await lineSetupCommand([], envFor(account, more))
  return { said: lines.join('\n'), code }
}

/** The fault a command ends with, for people. */
async function faultOf(running: Promise<unknown>): Promise<string> {
  const error = await running.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof CliFault)) throw new Error('no fault', { cause: error })
  return error.message
}

describe('npm run line:setup', () => {
  it('sets the webhook, lets LINE try it, makes the menu the default and says so', async () => {
    const account = await startLineAccount()
    const { said, code } = await run(account)
    expect(code).toBe(0)
    expect(account.webhook?.endpoint).toBe(webhook)
    expect(account.menus).toHaveLength(1)
    expect(account.defaultMenu).toBe(account.menus[0]?.richMenuId)
    expect([...account.images.keys()]).toEqual([account.defaultMenu])
    for (const words of [
      '密云回应（@huiying）',
      webhook,
      '投诉、我的工单、人工',
      '200 条，已用 20 条',
    ]) {
      expect(said).toContain(words)
    }
  })

  it('run again, it changes nothing and there is still one menu', async () => {
    const account = await startLineAccount()
    await run(account)
    const before = account.changes.length
    const { said, code } = await run(account)
    expect(account.changes.slice(before)).toEqual(['POST /v2/bot/channel/webhook/test'])
    expect(account.menus).toHaveLength(1)
    expect(said).toContain('本来就是')
    expect(code).toBe(0)
  })

  it('an older menu of ours goes when the new one is there; menus of others stay', async () => {
    const account = await startLineAccount()
    await run(account)
    const [made] = account.menus
    if (made === undefined) throw new Error('no menu')
    account.menus = [
      { ...made, richMenuId: 'old', name: 'huiying 0000' },
      { ...made, richMenuId: 'foreign', name: '春节活动' },
    ]
    account.defaultMenu = 'old'
    expect((await run(account)).said).toContain('删掉旧菜单 1 个')
    expect(account.menus.map(({ name }) => name)).toEqual(['春节活动', made.name])
    const [isDefault, deleted] = ['POST /v2/bot/user/all', 'DELETE'].map((start) =>
      account.changes.findLastIndex((change) => change.startsWith(start)),
    )
    expect(deleted).toBeGreaterThan(isDefault ?? Infinity)
  })

  it('what a run left half-done the next one finishes', async () => {
    const account = await startLineAccount()
    account.trouble = { path: '/content', status: 500 }
    expect(await faultOf(run(account))).toContain('做过的不会重复做')
    expect(account.menus).toHaveLength(1)
    await run(account)
    expect(account.menus).toHaveLength(1)
    expect(account.images.size).toBe(1)
    expect(account.defaultMenu).toBe(account.menus[0]?.richMenuId)
  })

  it.each([
    ['COULD_NOT_CONNECT', 0, '证书'],
    ['REQUEST_TIMEOUT', 0, '反向代理'],
    ['ERROR_STATUS_CODE', 401, 'LINE_CHANNEL_SECRET'],
    ['UNCLASSIFIED', 0, '日志'],
  ])(
    'a webhook LINE cannot use (%s) is told with what to do; the code is 1',
    async (reason, statusCode, advice) => {
      const account = await startLineAccount()
      account.test = { success: false, statusCode, reason, detail: 'detail' }
      const { said, code } = await run(account)
      expect(code).toBe(1)
      expect(said).toContain(advice)
      expect(account.menus).toHaveLength(1)
    },
  )

  it('says that the webhook has to be switched on by hand, only while it is off', async () => {
    const account = await startLineAccount()
    expect((await run(account)).said).toContain(lineTexts.webhookOff)
    account.webhook = { endpoint: webhook, active: true }
    expect((await run(account)).said).not.toContain(lineTexts.webhookOff)
  })

  it('warns when the month’s messages are nearly used up', async () => {
    const account = await startLineAccount()
    account.used = 195
    expect((await run(account)).said).toContain('只剩 5 条')
    account.quota = { type: 'none' }
    expect((await run(account)).said).toContain('不限条数')
  })
})

describe('What is wrong is said in Chinese, with what to do', () => {
  it.each([
    ['no keys', { LINE_CHANNEL_SECRET: '', LINE_CHANNEL_ACCESS_TOKEN: '' }, 'LINE Developers'],
    ['half the keys', { LINE_CHANNEL_SECRET: '' }, '两项须一起设置'],
    ['no address', { HUIYING_URL: '' }, 'HUIYING_URL'],
    ['an address without HTTPS', { HUIYING_URL: 'http://a.example' }, 'HTTPS'],
    ['a wrong token', { LINE_CHANNEL_ACCESS_TOKEN: 'old' }, '重新签发'],
  ])('%s', async (_, env, words) => {
    const account = await startLineAccount()
    expect(await faultOf(run(account, env))).toContain(words)
    expect(account.changes).toEqual([])
  })

  it('a LINE nobody can reach', async () => {
    const env = envFor({ url: 'http://127.0.0.1:9' })
    expect(await faultOf(lineSetupCommand([], env))).toContain('连不上 LINE')
  })

  it.each([
    [403, '没有做“设置菜单”的权限'],
    [429, '等一分钟'],
  ] as const)('LINE’s %i', async (status, words) => {
    const account = await startLineAccount()
    account.trouble = { path: '/richmenu/list', status }
    expect(await faultOf(run(account))).toContain(words)
  })
})

describe('The menu', () => {
  it('has a picture of LINE’s size and weight', () => {
    const png = readFileSync(menuImagePath)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(Object.values(menuSize))
    expect(png.length).toBeLessThan(1024 * 1024)
  })

  it('shows on its picture what its fields are called', () => {
    const page = readFileSync(new URL('menu.html', menuImagePath), 'utf8')
    const drawn = [...page.matchAll(/<b>(.+?)<\/b>/g)].map(([, label]) => label)
    expect(drawn).toEqual(lineTexts.menu.fields.map(({ label }) => label))
  })

  it.each([
    ['投诉', '出了什么问题、在哪里'],
    ['我的工单', '工单编号'],
    ['人工', '可以转人工'],
  ])('says for the citizen what the bot understands: %s', async (label, answer) => {
    const world = await openLine()
    const text = lineTexts.menu.fields.find((field) => field.label === label)?.text ?? ''
    await world.citizen().says(text)
    expect(world.citizen().hears().join()).toContain(answer)
  })
})
