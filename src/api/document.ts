import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from '#doors/deps.ts'
import { apiTexts } from './texts.ts'

type Operation = {
  operationId?: string
  security?: readonly unknown[]
  responses?: Record<string, unknown>
}

/** The OpenAPI document of the API, with what each operation says of itself only once: its address. */
export function documentOf(app: OpenAPIHono<ApiEnv>): object {
  const { title, description } = apiTexts
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title,
      description,
      version: '1.0.0',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/api/v1' }],
  })
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => [
        method,
        complete(path, method, operation),
      ]),
    ),
  ])
  return { ...document, paths: Object.fromEntries(paths) }
}

const refused = {
  description: 'problem',
  content: {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  },
}

/** Open to everybody where nothing else is said; whatever is refused is a problem. */
function complete(path: string, method: string, operation: Operation): Operation {
  const { security = [], responses = {} } = operation
  return {
    ...operation,
    operationId: operationId(method, path),
    security,
    responses: { ...responses, '4XX': refused },
  }
}

/** 'post', '/chat/{session}/attachments' → 'postChatSessionAttachments'. */
function operationId(method: string, path: string): string {
  const parts = path.split(/[^A-Za-z0-9]+/).filter((part) => part !== '')
  return [method, ...parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join('')
}
