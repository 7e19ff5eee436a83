import { createServer } from 'node:http'
import { channelAccessToken } from './line-events.ts'

/** How LINE's data API answers one request. */
type ContentAnswer = number | Uint8Array | 'broken-off'

export type ContentServer = {
  readonly url: string
  /** Paths asked for, in order. */
  readonly asked: readonly string[]
  /** The next requests are answered like this, in order; after that the last answer stays. */
  readonly answers: (...answers: readonly ContentAnswer[]) => void
  /** How far videos and sounds are: 'processing', 'succeeded', 'failed'; 404 when nothing is said. */
  readonly transcoding: (status: string) => void
  readonly close: () => Promise<void>
}

/** LINE's data API on this machine: what was sent, by message id, to whoever has the token. */
export async function startContentServer(): Promise<ContentServer> {
  const asked: string[] = []
  let planned: ContentAnswer[] = []
  let state: string | null = null
  const server = createServer((request, response) => {
    const authorized = request.headers.authorization === `Bearer ${channelAccessToken}`
    if (authorized && request.url?.endsWith('/transcoding') === true) {
      if (state === null) return response.writeHead(404).end('{}')
      return response.writeHead(200).end(JSON.stringify({ status: state }))
    }
    asked.push(request.url ?? '')
    const next = (planned.length > 1 ? planned.shift() : planned[0]) ?? 404
    const given = authorized ? next : 401
    if (typeof given === 'number') return response.writeHead(given).end()
    if (given !== 'broken-off') return response.writeHead(200).end(given)
    response.writeHead(200, { 'content-length': '1000' })
    response.write('x', () => response.destroy())
    return response
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    asked,
    answers: (...answers) => {
      planned = [...answers]
    },
    transcoding: (status) => {
      state = status
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
