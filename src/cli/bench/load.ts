import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

/** What somebody says, and who. */
export type Said = { readonly user: string; readonly text: string }

/** How a run of webhooks went; times in milliseconds. */
export type Load = {
  readonly messages: number
  readonly elapsed: number
  readonly p50: number
  readonly p99: number
}

const connections = 32
let events = 0

/** Sends each as a webhook of LINE's, 32 at a time, the next when one is answered. Throws when one is refused. */
export async function sendAll(
  url: string,
  secret: string,
  said: readonly Said[],
  settled: () => Promise<void>,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const bodies = said.map((one) => signed(secret, one))
  const times: number[] = []
  const begun = performance.now()
  // One queue for all: each takes the next.
  const queue = bodies.values()
  const worker = async () => {
    for (const body of queue) {
      const sent = performance.now()
      const status = await post(agent, url, body)
      if (status !== 200) throw new Error(`a webhook was answered with ${String(status)}`)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  await settled()
  const elapsed = performance.now() - begun
  agent.destroy()
  times.sort((a, b) => a - b)
  const share = (part: number) =>
    times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0
  return { messages: said.length, elapsed, p50: share(0.5), p99: share(0.99) }
}

type Signed = { readonly body: Buffer; readonly signature: string }

function signed(secret: string, { user, text }: Said): Signed {
  events += 1
  const event = {
    type: 'message',
    mode: 'active',
    timestamp: Date.now(),
    webhookEventId: `bench-${String(events)}`,
    deliveryContext: { isRedelivery: false },
    replyToken: `token-${String(events)}`,
    source: { type: 'user', userId: user },
    message: { type: 'text', id: String(events), quoteToken: 'q', text },
  }
  const body = Buffer.from(JSON.stringify({ destination: 'U0', events: [event] }))
  return { body, signature: createHmac('sha256', secret).update(body).digest('base64') }
}

function post(agent: Agent, url: string, { body, signature }: Signed): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': String(body.length),
      'x-line-signature': signature,
    }
    const call = request(`${url}/webhooks/line`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.once('end', () => {
        resolve(response.statusCode ?? 0)
      })
    })
    call.once('error', reject)
    call.end(body)
  })
}
