import type { StaffWay } from '#app/notices-port.ts'

/** Ways by which staff are told. */
export const wayLabels = {
  email: '电子邮件',
  'wecom-robot': '企业微信群机器人',
  'line-group': 'LINE 群',
  webhook: '接口推送',
} as const satisfies Record<StaffWay, string>
