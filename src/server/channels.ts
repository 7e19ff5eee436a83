import type { Fetcher, Ports } from '#app/ports.ts'
import type { Channel } from '#domain/ticket/events.ts'
import { lineContent } from '#channels/line/content.ts'
import { lineSender } from '#channels/line/send.ts'
import { fetchThrough, sendThrough } from '#channels/wechat/doors.ts'
import type { Doors } from '#channels/wechat/doors.ts'
import { officialAccount } from '#channels/wechat-official/official.ts'
import { wecomApplication } from '#channels/wecom/wecom.ts'
import type { Config } from './config.ts'

/** How each channel that is on sends, and fetches what was sent over it. */
export type Channels = {
  readonly senders: Ports['senders']
  readonly fetchers: Readonly<Partial<Record<Channel, Fetcher>>>
}

/** Opens the channels that are on. `now`: UTC milliseconds. */
export function openChannels(config: Config, now: () => number): Channels {
  const { line } = config
  const doors = wechatDoors(config, now)
  return {
    senders: {
      ...(line === null ? {} : { line: lineSender(line, now) }),
      wechat: sendThrough(doors),
    },
    fetchers: {
      ...(line === null ? {} : { line: lineContent(line) }),
      wechat: fetchThrough(doors),
    },
  }
}

function wechatDoors({ wechat, wecom }: Config, now: () => number): Doors {
  return {
    ...(wechat === null ? {} : { official: officialAccount(wechat, now) }),
    ...(wecom === null ? {} : { wecom: wecomApplication(wecom, now) }),
  }
}
