import type { Fetcher, Sender } from '#app/ports.ts'
import { textSender, unsent } from '#channels/wechat/send.ts'
import { addressOf, openApi } from '#channels/wechat-official/api.ts'
import { mediaFetcher } from '#channels/wechat-official/media.ts'

export type WecomApplication = {
  readonly corpId: string
  readonly secret: string
  readonly agentId: number
  readonly apiUrl: string
}

/** WeCom's API for one application: messages to members, and media. It has no window of 48 hours. */
export function wecomApplication(
  application: WecomApplication,
  now: () => number,
  patienceMs?: number,
): { readonly send: Sender; readonly fetch: Fetcher } {
  const { corpId, secret, agentId, apiUrl } = application
  const api = openApi({
    url: apiUrl,
    name: 'wecom',
    askToken: (url) =>
      new Request(addressOf(url, '/cgi-bin/gettoken', { corpid: corpId, corpsecret: secret })),
    now,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  })
  const send = textSender(async (touser, content) => {
    const body = { touser, msgtype: 'text', agentid: agentId, text: { content } }
    const result = await api.post('/cgi-bin/message/send', body)
    return result.ok ? { ok: true } : unsent(result.reason, result.retryable)
  })
  return { send, fetch: mediaFetcher(api) }
}
