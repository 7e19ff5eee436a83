import { openDesk } from '#tests/web/desk/desk-world.ts'
import type { Browser, DeskWorld, Fields } from '#tests/web/desk/desk-world.ts'

export const words = '果园街道果园西里南门口烧烤摊每天晚上冒烟，我电话13812345678'
export const call = { text: words, phone: '138 1234 5678', name: '王女士' }

/** What the page's script is told while the operator types. */
type Suggestion = {
  readonly fields: Readonly<Record<string, string>>
  readonly panel: string
  readonly spoken: string
}

/** What the page's script is told of a saved call. */
type Saved = { readonly done?: string; readonly faults?: readonly string[] }

export type CallDesk = {
  readonly desk: DeskWorld
  readonly operator: Browser
  /** What is suggested for a call as it stands; `chosen` names the fields chosen by hand. */
  readonly suggests: (fields: Fields, chosen?: string) => Promise<Suggestion>
  /** Saves as the page's script does. */
  readonly saves: (fields: Fields, act?: string) => Promise<Saved & { readonly status: number }>
  /** An entry no call has had. */
  readonly entry: () => string
}

const json = { accept: 'application/json' }

/** An operator at the hotline's screen. */
export async function openCallDesk(): Promise<CallDesk> {
  const desk = await openDesk()
  const operator = await desk.signedIn({ role: 'operator', name: '陈静' })
  const entry = () => crypto.randomUUID()
  return {
    desk,
    operator,
    entry,
    suggests: async (fields, chosen = '') => {
      const answer = await operator.post('/desk/hotline/suggest', { chosen, ...fields }, json)
      return (await answer.json()) as Suggestion // Safe because it is what the page's script reads.
    },
    saves: async (fields, act = 'open') => {
      const sent = { entry: entry(), chosen: '', ...fields, do: act }
      const answer = await operator.post('/desk/hotline', sent, json)
      const saved = (await answer.json()) as Saved // Safe because it is what the page's script reads.
      return { ...saved, status: answer.status }
    },
  }
}

/** Every ticket's number on a page, in order, each once. */
export function numbersIn(page: string | undefined): readonly string[] {
  return [...new Set((page ?? '').match(/MY\d{8}-\d{5}-\d/g) ?? [])]
}

/** The code that is to be read out. */
export function codeIn(page: string | undefined): string {
  return /查询码 <span class="secret">([A-Z2-9]{8})</.exec(page ?? '')?.[1] ?? ''
}
