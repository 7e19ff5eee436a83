import type { Choice, Question } from '#domain/dialogue/reply.ts'
import type { Dialogue } from '#domain/dialogue/types.ts'
import { unitLabel } from '#app/tools/converse-tools.ts'

/** Names of buttons that stay when labels and languages change, by the question and the choice's id. */
const byQuestion: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  contacted: { yes: 'contacted-yes', no: 'contacted-no' },
  solved: { solved: 'solved-yes', partly: 'solved-part', unsolved: 'solved-no' },
  satisfied: {
    satisfied: 'satisfied-yes',
    basically: 'satisfied-basic',
    unsatisfied: 'satisfied-no',
  },
  confirm: { correct: 'change' },
  withdraw: { keep: 'withdraw-no' },
}

type Asked = Pick<Question, 'kind'> | null

/**
 * What pressing a button means, whatever its label. `asked`: its question; `draft`: what was being told when it
 * was put, for buttons that name a place by its number.
 */
export function meaningOf({ id }: Choice, asked: Asked, draft: Dialogue['draft']): string {
  const own = byQuestion[asked?.kind ?? '']?.[id]
  if (own !== undefined) return own
  if (asked?.kind === 'withdraw' && id.startsWith('withdraw:')) return 'withdraw-yes'
  if (id.startsWith('candidate:')) return placeOf(draft, Number(id.slice('candidate:'.length)))
  return id
}

function placeOf(draft: Dialogue['draft'], index: number): string {
  const candidate = draft?.candidates[index]
  if (candidate === undefined) return `candidate:${String(index)}`
  const { town, village } = candidate
  return `place:${[unitLabel(town), village].filter((part) => part !== null).join('/')}`
}

const pendingKinds: Readonly<Record<string, string>> = {
  candidates: 'which-place',
  correction: 'what-is-wrong',
}

/** The question that stands, by its name in scripts. */
export function pendingKind({ kind }: Question): string {
  return pendingKinds[kind] ?? kind
}
