import { stepWords } from '../ticket/steps/words.ts'

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

type Rows = typeof stepWords
type NoticesOf<R> = R extends { readonly notices: infer N } ? keyof N : never

/** What exactly a notice says: declared with the step that brings it. */
export type NoticeMatter = { [C in keyof Rows]: NoticesOf<Rows[C]> }[keyof Rows]

type Matter = { readonly kind: NoticeKind; readonly text: string }
type Row = { readonly label: string; readonly notices?: Readonly<Record<string, Matter>> }

const rows: readonly Row[] = Object.values(stepWords) as readonly Row[]

/** Every matter: the kind people choose about, and what it says to staff in a line. */
// Safe because exactly the rows' notices are its keys.
export const matters = Object.assign({}, ...rows.map(({ notices }) => notices)) as Readonly<
  Record<NoticeMatter, Matter>
>
