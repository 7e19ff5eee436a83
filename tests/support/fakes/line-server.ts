import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { messagingApi } from '@line/bot-sdk'
import { channelAccessToken } from './line-events.ts'
import { faultOf } from './line-limits.ts'

/** What LINE does with a request instead of taking it. */
type Trouble =
  /** Takes the message, but the answer never arrives. */
  | 'lost-answer'
  /** Neither takes it nor answers, until the caller gives up. */
  | 'silence'
  /** Takes it when this resolves, and answers then. */
  | Promise<void>
  /** Answers with this status and does not take it. */
  | {
      readonly status: number
      readonly message?: string
      readonly headers?: Readonly<Record<string, string>>
    }

/** One request as it came in. */
type LineRequest = {
  readonly kind: 'reply' | 'push'
  /** The reply token, or the user a push is for. */
  readonly to: string
  readonly retryKey: string | null
  readonly messages: readonly messagingApi.Message[]
  /** What was answered; null when nothing was. */
  readonly status: number | null
}

export type LineServer = {
  readonly url: string
  /** Every request, in order. */
  readonly requests: LineRequest[]
  /** What people received: requests that were taken, each once. */
  readonly delivered: LineRequest[]
  /** The next requests meet these, in order. */
  readonly meet: (...troubles: readonly Trouble[]) => void
  /** This reply token is too old. */
  readonly expire: (replyToken: string) => void
  readonly close: () => Promise<void>
}

type State = Pick<LineServer, 'requests' | 'delivered'> & {
  readonly troubles: Trouble[]
  readonly spent: Set<string>
  readonly acceptedKeys: Map<string, string>
}

type Body = {
  readonly to?: string
  readonly replyToken?: string
  readonly messages: messagingApi.Message[]
}

const kinds = { '/v2/bot/message/reply': 'reply', '/v2/bot/message/push': 'push' } as const

/** LINE's messaging API on this machine: reply and push with its rules, and the troubles it can have. */
export async function startLineServer(): Promise<LineServer> {
  const state: State = {
    requests: [],
    delivered: [],
    troubles: [],
    spent: new Set(),
    acceptedKeys: new Map(),
  }
  const server = createServer((request, response) => void handle(state, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    requests: state.requests,
    delivered: state.delivered,
    meet: (...troubles) => state.troubles.push(...troubles),
    expire: (token) => state.spent.add(token),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function handle(state: State, request: IncomingMessage, response: ServerResponse) {
  const seen = await seenIn(request)
  if (seen === null) return answer(response, 404, 'Not found')
  const trouble = state.troubles.shift()
  if (trouble === 'silence') return state.requests.push({ ...seen, status: null })
  if (trouble instanceof Promise) await trouble
  const refused = statusOf(trouble, request)
  const status = refused ?? take(state, seen, response)
  const lost = trouble === 'lost-answer'
  state.requests.push({ ...seen, status: lost ? null : status })
  if (lost) return response.destroy()
  if (typeof trouble === 'object' && 'status' in trouble) {
    for (const [name, value] of Object.entries(trouble.headers ?? {})) {
      response.setHeader(name, value)
    }
  }
  return answer(response, status, messageOf(trouble, status))
}

function messageOf(trouble: Trouble | undefined, status: number): string | null {
  if (status === 200) return null
  const own = typeof trouble === 'object' && 'status' in trouble ? trouble.message : undefined
  return own ?? messages[status] ?? 'A problem'
}

/** The status of a request that is not even looked at; null when it is. */
function statusOf(trouble: Trouble | undefined, request: IncomingMessage): number | null {
  if (typeof trouble === 'object' && 'status' in trouble) return trouble.status
  return request.headers.authorization === `Bearer ${channelAccessToken}` ? null : 401
}

async function seenIn(request: IncomingMessage): Promise<Omit<LineRequest, 'status'> | null> {
  const kind = Object.entries(kinds).find(([path]) => path === request.url)?.[1]
  if (kind === undefined) return null
  const body = await read(request)
  const header = request.headers['x-line-retry-key']
  const retryKey = typeof header === 'string' ? header : null
  return { kind, to: body.replyToken ?? body.to ?? '', retryKey, messages: body.messages }
}

const messages: Readonly<Record<number, string>> = {
  400: 'Invalid reply token',
  401: 'Authentication failed',
  409: 'The retry key is already accepted',
}

/** Takes a message or says why not, by LINE's rules; the status. */
function take(state: State, seen: Omit<LineRequest, 'status'>, response: ServerResponse): number {
  if (faultOf(seen.messages) !== null) return 400
  if (seen.kind === 'reply') {
    if (state.spent.has(seen.to) || !seen.to.startsWith('reply-')) return 400
    state.spent.add(seen.to)
  }
  if (seen.retryKey !== null) {
    const accepted = state.acceptedKeys.get(seen.retryKey)
    if (accepted !== undefined) {
      response.setHeader('x-line-accepted-request-id', accepted)
      return 409
    }
    state.acceptedKeys.set(seen.retryKey, `request-${String(state.requests.length)}`)
  }
  state.delivered.push({ ...seen, status: 200 })
  return 200
}

async function read(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array)) // safe because no encoding is set
  // Safe because the official SDK wrote it; what LINE would refuse is looked at by faultOf.
  return JSON.parse(Buffer.concat(chunks).toString()) as Body
}

function answer(response: ServerResponse, status: number, message: string | null | undefined) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(message ? { message } : { sentMessages: [] }))
}
