import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'

type Call = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** How one call is answered; 'lost': heard, and the connection cut. */
export type Answer =
  | 'lost'
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }

/** An HTTP server on this machine that answers as planned, then as `otherwise`. Ends with the test. */
export async function openReceiver(otherwise: Answer = { status: 204 }) {
  const calls: Call[] = []
  const planned: Answer[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      calls.push({ path: request.url ?? '', headers: request.headers, body })
      const answer = planned.shift() ?? otherwise
      if (answer === 'lost') {
        request.socket.destroy()
        return
      }
      response.writeHead(answer.status, answer.headers ?? {})
      response.end(answer.body ?? '')
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )
  return {
    calls,
    plan: (...answers: readonly Answer[]) => planned.push(...answers),
    url: `http://127.0.0.1:${String(port)}`,
  }
}
