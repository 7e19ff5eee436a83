/** Kinds of notices a person can choose about. */
export const noticeKinds = [
  'dispatched',
  'part',
  'whistle',
  'urged',
  'supplemented',
  'yellow',
  'red',
  'escalated',
  'supervised',
  'reopened',
  'return-decided',
  'request-decided',
  'conference',
  'ended',
  'to-dispatch',
  'to-decide',
] as const

export type NoticeKind = (typeof noticeKinds)[number]

/** Kinds the desk and the bureau hear of; a unit hears of all but what waits for these. */
const deskKinds: readonly NoticeKind[] = ['to-dispatch', 'to-decide', 'yellow', 'red']
const bureauKinds: readonly NoticeKind[] = ['to-decide', 'escalated']

/** The kinds that can reach a unit, the dispatch desk or the inspectors: what there is to choose about. */
export function kindsFor(whose: 'unit' | 'dispatchers' | 'inspectors'): readonly NoticeKind[] {
  if (whose === 'dispatchers') return deskKinds
  if (whose === 'inspectors') return bureauKinds
  return noticeKinds.filter((kind) => kind !== 'to-dispatch' && kind !== 'to-decide')
}

/** What exactly a notice says, and which kind it belongs to. */
export const matters = {
  dispatched: 'dispatched',
  supporting: 'part',
  part: 'part',
  whistle: 'whistle',
  'report-late': 'whistle',
  urged: 'urged',
  supplemented: 'supplemented',
  'answer-overdue': 'supplemented',
  yellow: 'yellow',
  red: 'red',
  escalated: 'escalated',
  supervised: 'supervised',
  reopened: 'reopened',
  'return-upheld': 'return-decided',
  'taken-away': 'return-decided',
  'extension-approved': 'request-decided',
  'extension-refused': 'request-decided',
  'suspension-approved': 'request-decided',
  'suspension-refused': 'request-decided',
  reviewed: 'request-decided',
  'exclusion-heard': 'request-decided',
  'exclusion-approved': 'request-decided',
  'exclusion-refused': 'request-decided',
  conference: 'conference',
  withdrawn: 'ended',
  merged: 'ended',
  referred: 'ended',
  queued: 'to-dispatch',
  unmerged: 'to-dispatch',
  conferring: 'to-decide',
  'extension-requested': 'to-decide',
  'suspension-requested': 'to-decide',
  'exclusion-proposed': 'to-decide',
  'exclusion-appealed': 'to-decide',
  'supervision-answered': 'to-decide',
} as const satisfies Readonly<Record<string, NoticeKind>>

export type NoticeMatter = keyof typeof matters
