import { HTTPFetchError } from '@line/bot-sdk'
import type { messagingApi } from '@line/bot-sdk'
import { readConfig } from '#server/config.ts'
import type { Config } from '#server/config.ts'
import type { Done } from '#cli/import/import-command.ts'
import { CliFault, readArgs } from '#cli/setup.ts'
import type { Env } from '#cli/setup.ts'
import { richMenu } from './line-menu.ts'
import { openApi, readQuota, setMenu, setWebhook } from './line-setup-steps.ts'
import type { MenuSet, Quota } from './line-setup-steps.ts'
import { lineTexts } from './line-texts.ts'
import { fillText } from '#cli/texts.ts'

/** Less than this share of the month's messages left is worth a warning. */
const lowShare = 0.1

type What = keyof typeof lineTexts.what

/**
 * npm run line:setup: sets LINE's webhook, lets LINE try it, sets the menu, shows the month's quota. Running it
 * again changes nothing that is right. Code 1 when the webhook does not work; a fault says what to do.
 */
export async function lineSetupCommand(argv: readonly string[], env: Env): Promise<Done> {
  const { words } = readArgs(argv, {}, lineTexts.usage)
  if (words.length > 0) throw new CliFault(lineTexts.usage)
  const { line: config, endpoint } = settings(env)
  const line = openApi(config)
  const doing = <T>(what: What, asked: Promise<T>) => explained(what, config.apiUrl, asked)
  const bot = await doing('account', line.api.getBotInfo())
  const webhook = await doing('webhook', setWebhook(line, endpoint))
  const test = await doing('test', line.api.testWebhookEndpoint({ endpoint }))
  const menu = await doing('menu', setMenu(line, richMenu()))
  const quota = await doing('quota', readQuota(line))
  const { basicId: id, displayName: name } = bot
  const lines = [
    fillText(lineTexts.account, { name, id }),
    fillText(webhook.changed ? lineTexts.webhookSet : lineTexts.webhookKept, { url: endpoint }),
    ...(webhook.active ? [] : [lineTexts.webhookOff]),
    testLine(test),
    ...menuLines(menu),
    ...quotaLines(quota),
    '',
    fillText(lineTexts.next, { id }),
  ]
  return { lines, code: test.success === true ? 0 : 1 }
}

function settings(env: Env): {
  readonly line: NonNullable<Config['line']>
  readonly endpoint: string
} {
  const read = readConfig(env)
  if ('faults' in read) {
    const faults = read.faults.map(({ name, message }) => `  ${name}：${message}`).join('\n')
    throw new CliFault(fillText(lineTexts.configFaults, { faults }))
  }
  const { line, url } = read.config
  if (line === null) throw new CliFault(lineTexts.noKeys)
  if (url?.startsWith('https://') !== true) {
    throw new CliFault(fillText(lineTexts.noUrl, { url: url ?? '' }))
  }
  return { line, endpoint: new URL('/webhooks/line', url).href }
}

/** LINE's refusals in words that say what to do next. */
async function explained<T>(step: What, api: string, asked: Promise<T>): Promise<T> {
  const { refused } = lineTexts
  const what = lineTexts.what[step]
  try {
    return await asked
  } catch (error) {
    if (!(error instanceof HTTPFetchError)) {
      throw new CliFault(fillText(refused.unreachable, { what, api }))
    }
    const { status } = error
    const known =
      status === 401 || status === 403 || status === 429 ? refused[status] : refused.other
    throw new CliFault(fillText(known, { what, status, detail: detailOf(error) }))
  }
}

/** LINE's own words, kept short. */
function detailOf({ body, statusText }: HTTPFetchError): string {
  return (body === '' ? statusText : body).slice(0, 300)
}

function testLine({
  success,
  statusCode,
  reason,
  detail,
}: messagingApi.TestWebhookEndpointResponse) {
  const status = statusCode
  if (success === true) return fillText(lineTexts.testGood, { status })
  const known = Object.entries(lineTexts.advice).find(([name]) => name === reason)?.[1]
  const advice = fillText(known ?? lineTexts.advice.other, { status })
  return fillText(lineTexts.testBad, { reason, detail, advice })
}

function menuLines({ outcome, removed }: MenuSet): string[] {
  const texts = { made: lineTexts.menuMade, mended: lineTexts.menuMended, kept: lineTexts.menuKept }
  const labels = lineTexts.menu.fields.map(({ label }) => label).join('、')
  const set = fillText(texts[outcome], { labels })
  return removed === 0 ? [set] : [set, fillText(lineTexts.menusRemoved, { count: removed })]
}

function quotaLines({ limit, used }: Quota): string[] {
  if (limit === null) return [fillText(lineTexts.quotaNone, { used })]
  const left = Math.max(0, limit - used)
  const low = left < limit * lowShare ? [fillText(lineTexts.quotaLow, { left })] : []
  return [fillText(lineTexts.quota, { limit, used }), ...low]
}
