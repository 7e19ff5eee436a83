import type { Fetcher, Ports } from '#app/ports.ts'
import type { Channel } from '#domain/ticket/events.ts'
import { lineContent } from '#channels/line/content.ts'
import { lineSender } from '#channels/line/send.ts'
import { fetchThrough, sendThrough } from '#channels/wechat/doors.ts'
import type { Doors } from '#channels/wechat/doors.ts'
import { officialAccount } from '#channels/wechat-official/official.ts'
import { passiveReplies } from '#channels/wechat-official/passive.ts'
import type { PassiveReplies } from '#channels/wechat-official/passive.ts'
import { wecomApplication } from '#channels/wecom/wecom.ts'
import type { Config } from './config.ts'

/** How each channel that is on sends, and fetches what was sent over it. */
export type Channels = {
  readonly senders: Ports['senders']
  readonly fetchers: Readonly<Partial<Record<Channel, Fetcher>>>
  /** The official account's calls that wait for their answer; null: none does. */
  readonly passive: PassiveReplies | null
}

/** Opens the channels that are on. `now`: UTC milliseconds. */
export function openChannels(config: Config, now: () => number): Channels {
  const { line } = config
  const passive = config.wechat?.passive === true ? passiveReplies() : null
  const doors = wechatDoors(config, now, passive)
  return {
    passive,
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

function wechatDoors(
  { wechat, wecom }: Config,
  now: () => number,
  passive: PassiveReplies | null,
): Doors {
  return {
    ...(wechat === null ? {} : { official: officialAccount(wechat, now, { passive }) }),
    ...(wecom === null ? {} : { wecom: wecomApplication(wecom, now) }),
  }
}
