import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** What WeChat does with a call instead of taking it. */
export type Trouble =
  /** Takes the message, but the answer never arrives. */
  | 'lost-answer'
  /** Neither takes it nor answers, until the caller gives up. */
  | 'silence'
  /** Takes it when this resolves, and answers then. */
  | Promise<void>
  | { readonly status: number }
  | { readonly errcode: number }

/** A message a person received. */
type Received = { readonly to: string; readonly text: string; readonly agent: number | null }

export type WechatServer = {
  readonly url: string
  /** Every call for a token, with its parameters. */
  readonly tokenCalls: Readonly<Record<string, unknown>>[]
  /** Every other call's path, in order. */
  readonly calls: string[]
  readonly received: Received[]
  /** The next calls with a token meet these, in order. */
  readonly meet: (...troubles: readonly Trouble[]) => void
  /** The next calls for a token are refused with this code. */
  readonly refuseTokens: (errcode: number, times: number) => void
  /** The token given last is not taken any more. */
  readonly expire: () => void
  /** Files by media id. */
  readonly media: Map<string, { readonly type: string; readonly bytes: Uint8Array }>
  /** Videos by media id: where they lie is answered, not they themselves. */
  readonly videos: WechatServer['media']
}

const tokenPaths = ['/cgi-bin/stable_token', '/cgi-bin/gettoken']
const sendPaths = ['/cgi-bin/message/custom/send', '/cgi-bin/message/send']

/** WeChat's API and WeCom's on this machine: tokens, texts, media, and the troubles they can have. */
export async function startWechatServer(): Promise<WechatServer> {
  const state = new State()
  const server = createServer((request, response) => {
    void state.handle(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  )
  state.url = `http://127.0.0.1:${String(address.port)}`
  return {
    url: state.url,
    tokenCalls: state.tokenCalls,
    calls: state.calls,
    received: state.received,
    media: state.media,
    videos: state.videos,
    meet: (...troubles) => state.troubles.push(...troubles),
    refuseTokens: (errcode, times) => {
      state.tokenRefusals = Array<number>(times).fill(errcode)
    },
    expire: () => {
      state.valid = null
    },
  }
}

class State {
  readonly tokenCalls: Readonly<Record<string, unknown>>[] = []
  readonly calls: string[] = []
  readonly received: Received[] = []
  readonly troubles: Trouble[] = []
  readonly media: WechatServer['media'] = new Map()
  readonly videos: WechatServer['media'] = new Map()
  tokenRefusals: number[] = []
  valid: string | null = null
  private made = 0
  url = ''

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://wechat')
    const body = await read(request)
    if (tokenPaths.includes(url.pathname)) {
      this.tokenCalls.push({ ...Object.fromEntries(url.searchParams), ...body })
      answer(response, this.token())
      return
    }
    if (this.showVideo(url, response)) return
    this.calls.push(url.pathname)
    const trouble = this.troubles.shift()
    if (trouble === 'silence') return
    if (trouble instanceof Promise) await trouble
    else if (typeof trouble === 'object') {
      refuse(response, trouble)
      return
    }
    if (url.searchParams.get('access_token') !== this.valid) {
      answer(response, { errcode: 42001, errmsg: 'access_token expired' })
      return
    }
    this.take(url, body, trouble === 'lost-answer' ? null : response)
    if (trouble === 'lost-answer') response.destroy()
  }

  private showVideo(url: URL, response: ServerResponse): boolean {
    const video = this.videos.get(url.pathname.replace('/video/', ''))
    if (video === undefined) return false
    response.writeHead(200, { 'content-type': video.type })
    response.end(video.bytes)
    return true
  }

  /** The same token while it is good, as WeChat's stable one and WeCom's are. */
  private token(): object {
    const refusal = this.tokenRefusals.shift()
    if (refusal !== undefined) return { errcode: refusal, errmsg: 'refused' }
    if (this.valid === null) {
      this.made += 1
      this.valid = `token-${String(this.made)}`
    }
    return { access_token: this.valid, expires_in: 7200 }
  }

  private take(url: URL, body: Readonly<Record<string, unknown>>, response: ServerResponse | null) {
    if (sendPaths.includes(url.pathname)) {
      const { touser, text, agentid } = body
      // Safe because a message of another shape fails the test that reads it.
      const { content } = text as { content: string }
      const agent = typeof agentid === 'number' ? agentid : null
      this.received.push({ to: String(touser), text: content, agent })
      if (response !== null) answer(response, { errcode: 0, errmsg: 'ok' })
      return
    }
    const id = url.searchParams.get('media_id') ?? ''
    const file = this.media.get(id)
    if (response === null) return
    if (this.videos.has(id)) {
      answer(response, { video_url: `${this.url}/video/${id}` }, 'text/plain')
      return
    }
    if (file === undefined) {
      answer(response, { errcode: 40007, errmsg: 'invalid media_id' }, 'text/plain')
      return
    }
    response.writeHead(200, { 'content-type': file.type })
    response.end(file.bytes)
  }
}

function refuse(response: ServerResponse, trouble: { status: number } | { errcode: number }): void {
  if ('errcode' in trouble) {
    answer(response, { ...trouble, errmsg: 'refused' })
    return
  }
  response.writeHead(trouble.status, { 'content-type': 'text/html' })
  response.end('<html>trouble</html>')
}

function answer(response: ServerResponse, body: object, type = 'application/json'): void {
  response.writeHead(200, { 'content-type': type })
  response.end(JSON.stringify(body))
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array)) // safe because no encoding is set
  const text = Buffer.concat(chunks).toString()
  // Safe because only our own client calls.
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}
