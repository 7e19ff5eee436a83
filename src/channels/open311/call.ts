import type { Context } from 'hono'
import type { Ctx } from '#app/ctx.ts'
import type { Access } from './access.ts'
import type { Backend } from './backend.ts'
import type { Fault } from './errors.ts'
import type { Fields } from './read-report.ts'
import { answerFaults, answerWith } from './write.ts'
import type { Format, Root, Tree } from './write.ts'

export type EndpointDeps = {
  /** The office lets the public read words that a person has released. */
  readonly publishesWords: boolean
  readonly ctx: () => Ctx
  readonly access: Access
  readonly backend: Backend
}

export type Said = { readonly root: Root; readonly body: Tree } | readonly Fault[]
/** `id`: what stands before the format in the address. */
export type Call = {
  readonly ctx: Ctx
  readonly fields: Fields
  readonly id: string
  /** The office publishes words. */
  readonly words: boolean
}
export type Verb = (call: Call) => Said | Promise<Said>

/** How an address ends: its format, and what stands before it. */
export function addressOf(c: Context): { readonly format: Format; readonly id: string } {
  const file = c.req.param('file') ?? ''
  const dot = file.lastIndexOf('.')
  return { format: file.slice(dot + 1) === 'json' ? 'json' : 'xml', id: file.slice(0, dot) }
}

/** What was said as an answer, or the faults. */
export function answer(c: Context, format: Format, said: Said): Response {
  return 'root' in said ? answerWith(c, format, said) : answerFaults(c, format, said)
}
