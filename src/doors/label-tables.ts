import type { ClosingFault } from '#domain/ticket/closing-check.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Role } from '#domain/roles.ts'
import type { Urgency } from '#intents/types.ts'
import type { Channel } from '#domain/ticket/events.ts'
import type { Annex } from '#routing/types.ts'
import type { ClockName } from '#routing/types.ts'
import type { SideClockName } from '#domain/ticket/events.ts'
import type { ReturnReason } from '#domain/ticket/events.ts'
import type { CallWay, WhoAnswered } from '#domain/ticket/events.ts'
import type { ContactMethod } from '#domain/ticket/events.ts'
import type { Solved } from '#domain/ticket/events.ts'
import type { Satisfied } from '#domain/ticket/events.ts'
import type { ExclusionGround } from '#domain/ticket/events.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { ClosedReason } from '#domain/ticket/events.ts'

export const statusLabels = {
  pending: '待派单',
  dispatched: '已派单，待签收',
  accepted: '已签收',
  'in-progress': '办理中',
  'awaiting-citizen': '待市民补充',
  suspended: '挂账',
  conference: '会商',
  resolved: '已办结，待回访',
  reopened: '二次办理',
  closed: '已归档',
  withdrawn: '已撤诉',
  merged: '已并单',
  referred: '已转介',
} as const satisfies Record<TicketStatus, string>

export const roleLabels = {
  citizen: '市民',
  officer: '承办人',
  'unit-lead': '单位负责人',
  dispatcher: '派单员',
  operator: '坐席',
  inspector: '督办人',
  administrator: '管理员',
  system: '系统',
} as const satisfies Record<Role, string>

export const urgencyLabels = {
  urgent: '紧急',
  fast: '加急',
  general: '一般',
  complex: '疑难',
} as const satisfies Record<Urgency, string>

export const channelLabels = {
  line: 'LINE',
  wechat: '微信',
  'wechat-bot': '微信机器人',
  'web-chat': '网页对话',
  hotline: '热线',
  open311: 'Open311',
  alarm: '监测报警',
  import: '外部工单导入',
} as const satisfies Record<Channel, string>

export const annexLabels = {
  climate: '应对气候变化',
  air: '大气',
  water: '水',
  soil: '土壤',
  ecology: '生态',
} as const satisfies Record<Annex, string>

export const clockLabels = {
  dispatch: '派单',
  accept: '签收',
  contact: '联系诉求人',
  return: '退单',
  solve: '办结',
} as const satisfies Record<ClockName, string>

/** Clocks of units beside the handler's five. */
export const sideClockLabels = {
  part: '协办完成',
  'report-in': '吹哨报到',
  supervision: '督办答复',
} as const satisfies Record<SideClockName, string>

export const returnReasonLabels = {
  'not-our-duty': '非本单位职责',
  'not-our-area': '非本辖区',
  'place-unclear': '地点不明',
  duplicate: '重复工单',
  'not-environmental': '不属生态环境类',
  'material-missing': '材料不足',
} as const satisfies Record<ReturnReason, string>

export const whoAnsweredLabels = {
  citizen: '市民本人',
  family: '家人',
  other: '其他人',
} as const satisfies Record<WhoAnswered, string>

export const callWayLabels = {
  called: '我们打过去',
  'called-in': '市民打来',
} as const satisfies Record<CallWay, string>

export const contactMethodLabels = {
  phone: '电话联系',
  visit: '上门见面',
  message: '留言或短信',
} as const satisfies Record<ContactMethod, string>

export const solvedLabels = {
  solved: '已解决',
  partly: '部分解决',
  unsolved: '未解决',
} as const satisfies Record<Solved, string>

export const satisfiedLabels = {
  satisfied: '满意',
  basically: '基本满意',
  unsatisfied: '不满意',
} as const satisfies Record<Satisfied, string>

export const exclusionGroundLabels = {
  'unlawful-demand': '诉求不合法或不合理',
  'outside-powers': '超出本区权限',
  'malicious-or-repeated': '恶意或终局答复后重复',
  untrue: '情况不属实',
  'force-majeure': '不可抗力',
  'system-outage': '系统故障',
} as const satisfies Record<ExclusionGround, string>

/** What the check before closing found; after it, what it is about. */
export const closingFaultLabels = {
  bare: '答复没有说做了什么',
  undated: '答复没有写哪一天做的',
  unfilled: '模板里还有“【请填写”没有填',
  personal: '答复里有电话、证件、车牌之类的个人信息',
  problem: '反映的问题没有答到',
  question: '市民补充或催问的话还没有回应（再登记一次联系）',
  whistle: '吹哨还没有结束',
  part: '协办还没有完成',
  order: '督办要求还没有答复',
} as const satisfies Record<ClosingFault, string>

export const queueLabels = {
  unsure: '拿不准类别',
  'place-missing': '地点不明确',
  returned: '单位退单',
  'citizen-asked': '市民要求人工',
  'same-matter': '市民说与已有工单是同一件，请核实后并单',
  'unit-differs': '来件写的承办单位与规则算出的不同，请核定',
  flooding: '短时间内反映过多，待人工核定',
  'joins-another': '来电并入已有工单',
  unmerged: '撤销并单，待重新派单',
} as const satisfies Record<NonNullable<Ticket['queuedFor']>, string>

export const closedLabels = {
  solved: '市民确认解决',
  unreachable: '多次回访未联系上',
  anonymous: '匿名诉求，无法回访',
  final: '已达二次办理上限，经督办答复后归档',
} as const satisfies Record<ClosedReason, string>

/** Fields of the desk's later forms: whistles, merging, call-backs, what a caller says. */
export const reportHowLabels = {
  'on-site': '到场',
  online: '线上（电话、视频）',
  writing: '书面',
} as const

export const callbackWayLabels = { channel: '通过原渠道', phone: '电话' } as const

/** Whom an alarm reaches, or how far its clock has run. */
export const alarmLevelLabels = {
  yellow: '时限已过八成',
  red: '已到时限',
  'unit-lead': roleLabels['unit-lead'],
  inspector: roleLabels.inspector,
} as const

export const ticketKindLabels = { complaint: '诉求', alarm: '监测报警' } as const

export const giveUpLabels = {
  unreachable: '三次电话均未接通',
  anonymous: '匿名诉求，没有联系方式',
} as const

/** How a caller wants to be called back. */
export const callbackWishTexts = {
  label: '回访意愿',
  call: '可以打电话回访',
  hours: '电话回访，方便的时间：{hours}',
  none: '不要回访',
} as const
