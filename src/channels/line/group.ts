import { messagingApi } from '@line/bot-sdk'
import type { StaffSender } from '#app/notices/notices-port.ts'
import { limits, pieces } from './limits.ts'
import { outcomeOf, patienceMs } from './send.ts'

/**
 * Pushes a message to a group the bot has been invited to. The batch's UUID is the retry key, so one repeated
 * after a lost answer is not delivered twice.
 */
export function lineGroupSender(
  config: { readonly channelAccessToken: string; readonly apiUrl: string },
  now: () => number,
): StaffSender {
  const client = new messagingApi.MessagingApiClient({
    channelAccessToken: config.channelAccessToken,
    baseURL: config.apiUrl,
  })
  return ({ batch, subject, lines }, to) => {
    if (to.way !== 'line-group') throw new Error(`a LINE group is no ${to.way}`)
    const messages = pieces([subject, ...lines].join('\n\n'), limits.text)
      .slice(0, limits.messages)
      .map((text) => ({ type: 'text' as const, text }))
    return outcomeOf(client.pushMessage({ to: to.groupId, messages }, batch), patienceMs, now)
  }
}
