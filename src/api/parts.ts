import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { mediaTypes } from '#domain/media.ts'
import type { Actor } from '#domain/roles.ts'
import type { Refusal } from '#domain/refusal.ts'
import { problem, problemSchema, refusalProblem } from '#doors/problem.ts'

/** What routes say of every operation behind a token. */
export const security = [{ bearer: [] }]

const problems = {
  default: {
    description: 'problem',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
} as const

/** A body of JSON. */
export const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })

/** A body that has to be sent. */
export const body = <S extends z.ZodType>(schema: S) => ({
  body: { content: json(schema), required: true },
})

/** Answers of an operation: this, or a problem. */
export const ok = <S extends z.ZodType>(schema: S) => ({
  200: { description: 'ok', content: json(schema) },
  ...problems,
})

const binary = z.string().openapi({ format: 'binary' })

/** Answers of an operation that gives an attachment's bytes. */
export const media = {
  200: {
    description: 'ok',
    content: Object.fromEntries(
      Object.values(mediaTypes)
        .flat()
        .map((type) => [type, { schema: binary }]),
    ),
  },
  ...problems,
}

/** Answers of an operation that has nothing to tell. */
export const nothing = { 204: { description: 'ok' }, ...problems } as const

export const page = z.coerce.number().int().min(1).default(1)
export const number = z.string().openapi({ example: 'MY20261123-00042-3' })

/** Staff whose role does not cover this. */
export function forbidden(c: Context): never {
  // Safe because a refusal is a problem, whatever the success body's type.
  return problem(c, 403, 'not-allowed') as never
}

/** Nothing to tell, or why not. */
export function done(c: Context, refusal: Refusal | null): never {
  const response = refusal === null ? c.body(null, 204) : refusalProblem(c, refusal)
  // Safe as above.
  return response as never
}

/** What is not there, or not for this person. */
export function missing(c: Context): never {
  // Safe as above.
  return problem(c, 404, 'not-found') as never
}

/** The bureau and its desk: they see the figures, and what could not be delivered. */
export function isOfBureau({ role }: Actor): boolean {
  return role === 'administrator' || role === 'dispatcher' || role === 'inspector'
}
