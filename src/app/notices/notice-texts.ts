import type { NoticeKind } from '#domain/notices/matters.ts'
import type { NoticeFacts } from '#domain/notices/notices.ts'

type Clock = NonNullable<NoticeFacts['due']>['clock']

/** Kinds of notices, as people choose about them. */
export const kindTexts = {
  dispatched: '新工单派到本单位',
  part: '请本单位协办',
  whistle: '吹哨报到',
  urged: '市民催办',
  supplemented: '市民补充或逾期未补充',
  yellow: '时限过八成（黄色提醒）',
  red: '时限已到（红色提醒）',
  escalated: '超期上报',
  supervised: '督办',
  reopened: '回访未解决，二次办理',
  'return-decided': '退单的结果',
  'request-decided': '延期、挂账、剔除的结果',
  conference: '会商',
  ended: '撤诉、并单、转介',
  'to-dispatch': '待派单',
  'to-decide': '待审批',
} as const satisfies Record<NoticeKind, string>

export const noticeClocks = {
  dispatch: '派单时限',
  accept: '签收时限',
  contact: '联系时限',
  return: '退单时限',
  solve: '办结时限',
  part: '协办时限',
  'report-in': '报到时限',
  supervision: '答复时限',
} as const satisfies Record<Clock, string>

/** Messages to staff. `{name}` is filled in. */
export const noticeTexts = {
  insteadOf: '发给{unit}的，那里没有人能登录，由派单台代收',
  one: '【回应】{what} {number}',
  many: '【回应】{n} 条工单通知',
  urgent: '【紧急】',
  secret: '有一件保密工单需要处理',
  due: '{clock}：{time}',
  more: '另有 {n} 条，请到工作台查看：{url}',
  footer: '在工作台可以改变通知的方式和时间：{url}',
  codeSubject: '【回应】邮箱验证码',
  code: '验证码：{code}。请在 {minutes} 分钟内填到工作台的通知设置里。如果不是您本人操作，请忽略这封邮件。',
  testSubject: '【回应】测试消息',
  test: '这是一条测试消息：“{label}”已经接通，今后的工单通知会发到这里。',
} as const
