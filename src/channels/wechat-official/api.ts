import { z } from 'zod'
import { keepToken } from './tokens.ts'
import type { Fresh } from './tokens.ts'

/** A silent WeChat must hold up neither the outbox nor a stopping server. */
const patienceMs = 10_000

/** Of WeChat's error codes those that pass: busy, a token being replaced, too many calls at once or today. */
const passing: ReadonlySet<number> = new Set([
  -1, 40001, 40014, 42001, 45009, 45011, 45033, 6000, 90018,
])
/** The token is at fault, not the call: a new one is asked for, once. */
const tokenRefused: ReadonlySet<number> = new Set([40001, 40014, 42001])

/** What WeChat answers with: its error as JSON, or the bytes asked for. */
const errorAnswer = z.object({ errcode: z.number().default(0) })
/** A video is not answered itself, but where it lies. */
const fileAnswer = errorAnswer.extend({
  video_url: z.url({ protocol: /^https?$/ }).optional(),
})
const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number() })

type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly retryable: boolean; readonly reason: string }

/** One of WeChat's HTTP APIs: the official account's, or WeCom's. */
export type Api = {
  /** POSTs JSON; the answer's body is of no interest but for its error. */
  readonly post: (path: string, body: object) => Promise<ApiResult<null>>
  /** GETs a file. */
  readonly file: (
    path: string,
    query: Readonly<Record<string, string>>,
  ) => Promise<ApiResult<Response>>
}

export type ApiGiven = {
  readonly url: string
  /** What the reasons of failures begin with. */
  readonly name: string
  /** The request that gets an access token. */
  readonly askToken: (url: string) => Request
  /** UTC milliseconds. */
  readonly now: () => number
  /** How long an answer is waited for, milliseconds. */
  readonly patienceMs?: number
}

class Refused extends Error {
  readonly code: number | string
  constructor(code: number | string) {
    super('refused')
    this.code = code
  }
}

/**
 * Speaks to WeChat with an access token it gets, keeps and, when WeChat refuses it (40001, 40014, 42001),
 * renews once. Failures are values; their reason is the name and WeChat's code. Without a token everything
 * is to be tried again: the keys can be put right.
 */
export function openApi(given: ApiGiven): Api {
  const { url, name, now } = given
  const patience = given.patienceMs ?? patienceMs
  const request = (asked: Request) => fetch(asked, { signal: AbortSignal.timeout(patience) })
  const tokens = keepToken(() => newToken(request, given.askToken(url)), now)

  async function once<T>(call: Call<T>, token: string): Promise<ApiResult<T> & { code?: number }> {
    try {
      return { ok: true, value: await call.read(await request(call.build(token))) }
    } catch (error) {
      return failure(name, error)
    }
  }
  async function attempt<T>(call: Call<T>): Promise<ApiResult<T>> {
    const token = await tokens().catch(codeOf)
    if (typeof token !== 'string') return noToken(name, token)
    const first = await once(call, token)
    if (first.ok || first.code === undefined || !tokenRefused.has(first.code)) return first
    const renewed = await tokens(token).catch(codeOf)
    return typeof renewed === 'string' ? once(call, renewed) : noToken(name, renewed)
  }
  return {
    post: (path, body) =>
      attempt({
        build: (token) => jsonRequest(addressOf(url, path, { access_token: token }), body),
        read: async (answer) => {
          refuseFaults(errorAnswer.parse(await answered(answer).json()))
          return null
        },
      }),
    file: (path, query) =>
      attempt({
        build: (token) => new Request(addressOf(url, path, { access_token: token, ...query })),
        read: async (answer) => {
          if (!isJson(answered(answer))) return answer
          const said = fileAnswer.parse(await answer.json())
          refuseFaults(said)
          if (said.video_url === undefined) throw new Refused('no-file')
          return answered(await request(new Request(said.video_url)))
        },
      }),
  }
}

type Call<T> = {
  readonly build: (token: string) => Request
  readonly read: (answer: Response) => Promise<T>
}

/** A POST of JSON. */
export function jsonRequest(address: URL, body: object): Request {
  const headers = { 'content-type': 'application/json' }
  return new Request(address, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** An address of the API with its parameters. */
export function addressOf(url: string, path: string, query: Readonly<Record<string, string>>): URL {
  const address = new URL(path, url)
  for (const [key, value] of Object.entries(query)) address.searchParams.set(key, value)
  return address
}

async function newToken(
  request: (asked: Request) => Promise<Response>,
  asked: Request,
): Promise<Fresh> {
  const answer: unknown = await answered(await request(asked)).json()
  refuseFaults(errorAnswer.parse(answer))
  const { access_token: token, expires_in: seconds } = tokenAnswer.parse(answer)
  return { token, seconds }
}

function answered(answer: Response): Response {
  if (answer.ok) return answer
  throw new Refused(`http-${String(answer.status)}`)
}

function refuseFaults({ errcode }: z.infer<typeof errorAnswer>): void {
  if (errcode !== 0) throw new Refused(errcode)
}

/** WeChat calls its JSON text/plain at times; files are never either. */
function isJson(answer: Response): boolean {
  return /json|text\/plain/.test(answer.headers.get('content-type') ?? '')
}

/** What WeChat said; null when it said nothing that can be read. */
function codeOf(error: unknown): { readonly code: number | string | null } {
  return { code: error instanceof Refused ? error.code : null }
}

function noToken<T>(name: string, { code }: ReturnType<typeof codeOf>): ApiResult<T> {
  const reason = code === null ? 'unreachable' : `token-${String(code)}`
  return { ok: false, retryable: true, reason: `${name}-${reason}` }
}

function failure(
  name: string,
  error: unknown,
): { ok: false; retryable: boolean; reason: string; code?: number } {
  const { code } = codeOf(error)
  if (code === null) return { ok: false, retryable: true, reason: `${name}-unreachable` }
  const reason = `${name}-${String(code)}`
  if (typeof code === 'number') return { ok: false, retryable: passing.has(code), reason, code }
  return { ok: false, retryable: /^http-(5|429|408)/.test(code), reason }
}
