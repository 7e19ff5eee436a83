import type { Context } from 'hono'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { ApiEnv } from './deps.ts'
import { problemTitles } from './problem-titles.ts'
import { refusalStatus, refusalText } from './refusals.ts'
import type { RefusalStatus } from './refusals.ts'

/** RFC 9457 problem details. `code` is ours: the refusal's code, stable for programs. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .openapi('Problem')

type ProblemStatus = RefusalStatus | 400 | 401 | 413 | 429 | 500 | 503

/** A problem as an answer of type application/problem+json. */
export function problem(
  c: Context,
  status: ProblemStatus,
  code: string,
  more: { readonly detail?: string; readonly params?: Refusal['params'] } = {},
): Response {
  const title = status in problemTitles ? problemTitles[status as keyof typeof problemTitles] : ''
  const body = { type: `/problems/${code}`, title, status, code, ...more }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

/** A refusal as a problem, with what to do next in Chinese. */
export function refusalProblem(c: Context, refusal: Refusal): Response {
  const { refused, params } = refusal
  return problem(c, refusalStatus(refusal), refused, { detail: refusalText(refusal), params })
}

/**
 * A use case's result as an answer: its fields as the schema lets them out, or the refusal as a problem.
 */
export function answer(c: Context, result: unknown, schema: z.ZodType): never {
  const response = isRefusal(result) ? refusalProblem(c, result) : c.json(schema.parse(result), 200)
  // Safe because zod-openapi's handler types know success bodies only; at run time any Response is right.
  return response as never
}

/** An app whose bad input is answered as a problem that names the fields. */
export function newApi(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const fields = [...new Set(result.error.issues.map((issue) => issue.path.join('.')))].join(
        ', ',
      )
      return problem(c, 422, 'invalid-input', { params: { fields } })
    },
  })
}
