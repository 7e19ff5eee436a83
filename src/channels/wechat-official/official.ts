import type { Fetcher, Sender } from '#app/ports.ts'
import { textSender, unsent } from '#channels/wechat/send.ts'
import { writeTexts } from '#channels/wechat/write.ts'
import { addressOf, jsonRequest, openApi } from './api.ts'
import { mediaFetcher } from './media.ts'
import type { PassiveReplies } from './passive.ts'
import { dayStart } from '#routing/calendar.ts'

export type OfficialAccount = {
  readonly appId: string
  readonly appSecret: string
  readonly apiUrl: string
}

/** No more calls today. */
const dayUsedUp = 'wechat-45009'
const dayMs = 86_400_000
/** WeChat counts calls by the days of Beijing. */

function nextDay(now: number): number {
  return dayStart(now) + dayMs
}

/**
 * The official account's API: customer-service messages and media. Answers 45015 (the citizen has been
 * silent for 48 hours) and 45047 (five messages since they last wrote) are final: only the citizen's next
 * message changes them. The stable token may be asked for by several servers at once. `passive`: calls that wait
 * for their answer get it there, if it is one text.
 */
export function officialAccount(
  account: OfficialAccount,
  now: () => number,
  {
    patienceMs,
    passive = null,
  }: { readonly patienceMs?: number; readonly passive?: PassiveReplies | null } = {},
): { readonly send: Sender; readonly fetch: Fetcher } {
  const { appId, appSecret, apiUrl } = account
  const api = openApi({
    url: apiUrl,
    name: 'wechat',
    askToken: (url) =>
      jsonRequest(addressOf(url, '/cgi-bin/stable_token', {}), {
        grant_type: 'client_credential',
        appid: appId,
        secret: appSecret,
      }),
    now,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  })
  const byApi = textSender(async (touser, content) => {
    const body = { touser, msgtype: 'text', text: { content } }
    const result = await api.post('/cgi-bin/message/custom/send', body)
    if (result.ok) return { ok: true }
    const retryAt = result.reason === dayUsedUp ? nextDay(now()) : null
    return unsent(result.reason, result.retryable, retryAt)
  })
  const send: Sender = async (batch, to, token) => {
    const [words, ...more] = writeTexts(batch.messages)
    const fits = words !== undefined && more.length === 0
    if (fits && token !== null && passive?.give(token, words) === true) return { ok: true }
    return byApi(batch, to, token)
  }
  return { send, fetch: mediaFetcher(api) }
}
