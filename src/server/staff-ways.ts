import type { StaffSender, StaffWay } from '#app/notices/notices-port.ts'
import { lineGroupSender } from '#channels/line/group.ts'
import { webhookSender } from '#channels/webhook/send.ts'
import { robotSender } from '#channels/wecom/robot.ts'
import type { Config } from './config.ts'

/** What Node has and Workers lack: a mail server to talk to, and a look at where a name leads. */
export type NodeWays = {
  readonly openMail: (settings: {
    readonly smtpUrl: string
    readonly from: string
    readonly choicesUrl: string
  }) => StaffSender
  readonly guardedFetch: () => typeof globalThis.fetch
}

export type StaffWaysGiven = {
  readonly config: Config
  /** Where people reach the house. */
  readonly baseUrl: string
  readonly now: () => number
  /** Left out: on Workers, which reach no private network and have no SMTP. */
  readonly node?: NodeWays
}

/** Opens the ways to staff that are on. A robot's key and a webhook's address come with each group. */
export function openStaffWays(
  given: StaffWaysGiven,
): Readonly<Partial<Record<StaffWay, StaffSender>>> {
  const { config, baseUrl, now, node } = given
  const { line, outgoing } = config
  if (outgoing === undefined || outgoing === null) return {}
  const { mail, privateWebhooks: privateAllowed, wecomApiUrl: apiUrl } = outgoing
  const page = (path: string) => new URL(path, baseUrl).href
  const guarded = privateAllowed ? undefined : node?.guardedFetch()
  return {
    ...(mail === null || node === undefined
      ? {}
      : { email: node.openMail({ ...mail, choicesUrl: page('/desk/notices/choices') }) }),
    ...(line === null ? {} : { 'line-group': lineGroupSender(line, now) }),
    'wecom-robot': robotSender({ apiUrl, deskUrl: page('/desk/notices') }),
    webhook: webhookSender({ privateAllowed, now, fetch: guarded ?? globalThis.fetch }),
  }
}
