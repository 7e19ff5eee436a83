import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Ctx } from '#app/ctx.ts'
import type { TranscriptEntry } from '#app/ports.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import type { ApiDeps, ApiEnv } from '#doors/deps.ts'
import { body, ok } from './parts.ts'
import { answer, newApi } from '#doors/problem.ts'
import { apiTexts } from './texts.ts'

/** Entries in one answer. */
const most = 200

const labelled = z.object({ id: z.string(), label: z.string() })
const content = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().trim().min(1).max(4000) }),
  z.object({
    type: z.literal('choice'),
    questionId: z.string().max(100),
    choiceId: z.string().max(100),
    label: z.string().max(100).nullable().default(null),
  }),
  z.object({
    type: z.literal('location'),
    coordinates: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
    label: z.string().max(200).nullable().default(null),
  }),
])

const transcriptSchema = z
  .object({
    entries: z.array(
      z.object({
        cursor: z.number().int(),
        from: z.enum(['citizen', 'bot']),
        at: z.number().int(),
        text: z.string(),
        choices: z.array(labelled),
        questionId: z.string().nullable(),
        card: z.record(z.string(), z.unknown()).nullable(),
        attachments: z.array(
          z.object({
            id: z.string(),
            kind: z.enum(['image', 'video', 'audio', 'file']),
            name: z.string().nullable(),
          }),
        ),
      }),
    ),
    more: z.boolean().openapi({ description: apiTexts.more }),
  })
  .openapi('Transcript')

/** Secret of one web conversation: whoever knows it reads and writes it. */
const params = z.object({ session: z.uuid() })
const query = z.object({
  cursor: z.coerce.number().int().min(0).default(0).openapi({ description: apiTexts.cursor }),
})

const routes = {
  send: createRoute({
    method: 'post',
    path: '/chat/{session}',
    summary: apiTexts.chatSend,
    request: { params, query, ...body(z.object({ id: z.uuid(), content })) },
    responses: ok(transcriptSchema),
  }),
  read: createRoute({
    method: 'get',
    path: '/chat/{session}',
    summary: apiTexts.chatRead,
    request: { params, query },
    responses: ok(transcriptSchema),
  }),
}

/** Both sides of one web conversation, by its session. */
export function chatApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = newApi()
  app.openapi(routes.send, async (c) => {
    const { session: sender } = c.req.valid('param')
    const { id, content: said } = c.req.valid('json')
    const ctx = deps.ctxFor(null)
    await receiveMessage(ctx, {
      id: `web-chat:${sender}:${id}`,
      channel: 'web-chat',
      sender,
      at: ctx.now(),
      content: said,
      replyToken: null,
    })
    const talk = await newestAfter(ctx, sender, c.req.valid('query').cursor)
    return answer(c, talk, transcriptSchema)
  })
  app.openapi(routes.read, async (c) => {
    const { session: sender } = c.req.valid('param')
    const talk = await nextAfter(deps.ctxFor(null), sender, c.req.valid('query').cursor)
    return answer(c, talk, transcriptSchema)
  })
  return app
}

type Talk = { readonly entries: readonly TranscriptEntry[]; readonly more: boolean }

/** What follows a cursor, oldest first: the last one's cursor leads on. */
async function nextAfter(ctx: Ctx, sender: string, cursor: number): Promise<Talk> {
  const found = await ctx.dialogues.transcript('web-chat', sender, cursor, most + 1)
  return { entries: found.slice(0, most), more: found.length > most }
}

/** The latest that was said after a cursor, so that the answer to what was just sent is always in it. */
async function newestAfter(ctx: Ctx, sender: string, cursor: number): Promise<Talk> {
  let entries: readonly TranscriptEntry[] = []
  let more = false
  for (let at = cursor; ; at = entries.at(-1)?.cursor ?? at) {
    const next = await ctx.dialogues.transcript('web-chat', sender, at, most)
    const all = [...entries, ...next]
    entries = all.slice(-most)
    more ||= all.length > most
    if (next.length < most) return { entries, more }
  }
}
