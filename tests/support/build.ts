import { dueAt } from '#routing/due.ts'
import type { Place, Routing } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import { conceal, mask } from '#intents/personal/index.ts'
import type { Actor } from '#domain/roles.ts'
import type { DecisionContext } from '#domain/ticket/declare.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { Opened } from '#domain/ticket/events.ts'
import { ticketNumber } from '#domain/ticket/number.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Monday 23 November 2026, 09:00 in Beijing. */
export const start = Date.UTC(2026, 10, 23, 1)

/** How the house masks words, for decisions under test. */
export const words: DecisionContext['words'] = { mask, conceal }

export { mattersIn } from '#app/tickets/matters-in.ts'

/** The calendar of the house, for decisions under test. */
export const due: DecisionContext['due'] = (clock, urgency, from) => dueAt(clock, urgency, from)

export const aCitizen = (over: Partial<Actor> = {}): Actor => ({
  id: 'citizen-1',
  role: 'citizen',
  unit: null,
  name: '王女士',
  ...over,
})

/** An officer of the handler unless another unit is named: 果园街道. */
export const anOfficer = (unit: UnitId = '110118002', over: Partial<Actor> = {}): Actor => ({
  id: `officer-${unit}`,
  role: 'officer',
  unit,
  name: '李建国',
  ...over,
})

export const aUnitLead = (unit: UnitId = '110118002'): Actor =>
  anOfficer(unit, { id: `lead-${unit}`, role: 'unit-lead', name: '赵主任' })

const staff =
  (role: Actor['role'], name: string) =>
  (over: Partial<Actor> = {}): Actor => ({ id: `${role}-1`, role, unit: null, name, ...over })

export const aDispatcher = staff('dispatcher', '张敏')
export const anOperator = staff('operator', '陈静')
export const anInspector = staff('inspector', '刘伟')
export const anAdministrator = staff('administrator', '孙磊')
export const theHouse = staff('system', 'system')

export const aPlace = (over: Partial<Place> = {}): Place => ({
  town: '110118002',
  village: '果园西里',
  spot: '小区南门口烧烤摊',
  told: null,
  coordinates: null,
  ...over,
})

/** The rules' answer to a barbecue in 果园街道: the street handles it. */
export const aRouting = (over: Partial<Routing> = {}): Routing => ({
  handler: '110118002',
  lead: ['ecology-bureau'],
  primary: ['110118002'],
  supporting: ['city-enforcement', 'ecology-bureau'],
  clause: { plan: 2023, annex: 'air', task: 22, quote: '加强生态环境类诉求办理工作' },
  rule: 'open-air-barbecue',
  deadlineClass: 'general',
  rulesVersion: '1',
  asked: {
    category: 'open-air-barbecue',
    town: '110118002',
    spot: '小区南门口烧烤摊',
    day: '2026-11-23',
  },
  evidence: [],
  considered: [{ unit: '110118002', outcome: 'handler', reason: 'local' }],
  ...over,
})

/** What is known of a complaint about a barbecue stall when its ticket is opened. */
const anOpening = (
  over: Partial<Omit<Opened, 'dispatchDue'>> = {},
): Omit<Opened, 'dispatchDue'> => ({
  number: ticketNumber('20261123', 42),
  caseId: 'case-1',
  kind: 'complaint',
  channel: 'line',
  sourceNumber: null,
  citizenId: 'citizen-1',
  dialogueId: 'dialogue-1',
  text: '果园西里南门口的烧烤摊每天晚上冒烟，家里不敢开窗',
  category: 'open-air-barbecue',
  classification: null,
  secondary: [],
  urgency: 'general',
  place: aPlace(),
  when: '每天晚上',
  attachments: [],
  secrecy: false,
  receivedAt: start,
  ...over,
})

type OpenCommand = Extract<TicketCommand, { readonly type: 'open' }>

/** Opens the barbecue ticket and dispatches it at once; `routing: null` leaves it at the desk. */
export const anOpenCommand = (
  opened: Partial<Omit<Opened, 'dispatchDue'>> = {},
  over: Partial<Omit<OpenCommand, 'type' | 'opened'>> = {},
): OpenCommand => ({
  type: 'open',
  opened: anOpening(opened),
  routing: aRouting(),
  queueReason: null,
  note: null,
  ...over,
})

type Command<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>

/** What an operator writes down of a call that somebody answered. */
export const byPhone = { via: 'hotline', answeredBy: 'citizen', how: 'called' } as const

/** One true-to-life command of each type; override what a test is about. */
export const commands = {
  open: anOpenCommand(),
  classify: { type: 'classify', category: 'catering-fumes', note: '是饭店油烟' },
  place: { type: 'place', place: aPlace({ spot: '北门' }) },
  'set-urgency': { type: 'set-urgency', urgency: 'fast', note: '正在冒烟' },
  dispatch: {
    type: 'dispatch',
    routing: aRouting({ handler: 'city-enforcement', supporting: ['110118002'] }),
    note: '占道经营，由城管执法部门查处',
  },
  refer: { type: 'refer', to: '12345', note: '不属生态环境类' },
  merge: { type: 'merge', into: 'ticket-9', intoNumber: ticketNumber('20261120', 9) },
  unmerge: { type: 'unmerge', note: '两处不是同一家' },
  accept: { type: 'accept' },
  assign: { type: 'assign', to: 'officer-2', toName: '李霞', note: '请今天下午到现场看一下' },
  contact: { type: 'contact', method: 'phone', note: '已电话联系，约今晚到场' },
  note: { type: 'note', text: '现场照片已存' },
  return: {
    type: 'return',
    reason: 'not-our-duty',
    note: '占道经营由城管执法部门查处',
    proposedUnit: 'city-enforcement',
    clause: null,
  },
  'uphold-return': { type: 'uphold-return', note: '属地先行处置', clause: '大气 22' },
  'add-units': {
    type: 'add-units',
    units: ['market-regulation'],
    note: '请核查证照',
    due: null,
  },
  'finish-part': { type: 'finish-part', note: '已查证照' },
  'ask-citizen': { type: 'ask-citizen', question: '摊位一般几点出摊？' },
  supplement: { type: 'supplement', text: '晚上八点以后', attachments: [], place: null },
  'request-extension': {
    type: 'request-extension',
    reason: '需等设备安装',
    until: start + 8 * day,
  },
  'approve-extension': { type: 'approve-extension', note: null },
  'refuse-extension': { type: 'refuse-extension', note: '理由不足' },
  'request-suspension': {
    type: 'request-suspension',
    reason: '管网改造明年完工',
    plan: '每月清掏',
    reviewAt: start + 60 * day,
  },
  'approve-suspension': { type: 'approve-suspension', note: null },
  'refuse-suspension': { type: 'refuse-suspension', note: '可立即整改' },
  review: { type: 'review', note: '条件已具备' },
  urge: { type: 'urge', text: '怎么还没人管' },
  supervise: { type: 'supervise', order: '两日内书面说明', replyDue: start + 60 * day },
  'answer-supervision': { type: 'answer-supervision', reply: '已安排夜间巡查' },
  whistle: {
    type: 'whistle',
    whistleId: 'whistle-1',
    units: ['city-enforcement', 'market-regulation'],
    purpose: '联合取缔无照烧烤',
    place: '果园西里南门',
    due: start + 60 * day,
  },
  'report-in': { type: 'report-in', whistleId: 'whistle-1', how: 'on-site', note: '已到场' },
  'finish-whistle-part': {
    type: 'finish-whistle-part',
    whistleId: 'whistle-1',
    done: true,
    note: '已暂扣炉具',
  },
  'close-whistle': { type: 'close-whistle', whistleId: 'whistle-1', note: '联合处置完毕' },
  resolve: {
    type: 'resolve',
    publicReply: '11月23日摊位已取缔，安排晚间巡查',
    internalNote: null,
    despite: '已当面向诉求人说明',
  },
  'start-callback': { type: 'start-callback', via: 'phone' },
  'remind-callback': { type: 'remind-callback' },
  'attempt-callback': {
    type: 'attempt-callback',
    halfDay: '20261123-am',
    reached: false,
    note: null,
  },
  rate: {
    type: 'rate',
    contacted: true,
    solved: 'solved',
    satisfied: 'satisfied',
    comment: null,
    via: 'line',
  },
  'mark-false-callback': { type: 'mark-false-callback', note: '市民说没有人打过电话' },
  'give-up-callback': { type: 'give-up-callback', because: 'unreachable' },
  reopen: { type: 'reopen', reason: '又出摊了' },
  withdraw: { type: 'withdraw', reason: '已自行解决' },
  'propose-exclusion': {
    type: 'propose-exclusion',
    ground: 'untrue',
    evidence: '三次夜查均无烧烤摊，附照片',
  },
  'answer-exclusion': { type: 'answer-exclusion', text: '确有油烟，邻居可以作证' },
  'approve-exclusion': { type: 'approve-exclusion', note: '证据充分' },
  'refuse-exclusion': { type: 'refuse-exclusion', note: '证据不足' },
  'keep-secret': { type: 'keep-secret' },
  'release-files': { type: 'release-files' },
  publish: { type: 'publish' },
  tick: { type: 'tick' },
  erase: { type: 'erase' },
} as const satisfies { readonly [T in TicketCommand['type']]: Command<T> }
