import type { webhook } from '@line/bot-sdk'
import { lineUser, signedCall, textEvent } from '#tests/support/fakes/line-events.ts'
import type { LineServer } from '#tests/support/fakes/line-server.ts'
import { wordsOf } from '#tests/support/fakes/line-words.ts'

/** The house as the crowd sees it. */
export type Seen = {
  /** Where it is to be found now; changes with each start. */
  readonly url: () => Promise<string>
  /** Whether it has an answer for a person. */
  readonly answered: (user: string) => Promise<boolean>
  /** How long people wait for it. */
  readonly patienceMs: number
}

type Figures = { events: number; deliveries: number; redelivered: number }

const complaints = [
  '果园西里小区门口的烧烤摊每天晚上冒烟',
  '溪翁庄镇走马庄村北边有人烧荒，烟很大',
  '鼓楼街道沙河小区楼下饭店油烟直排',
  '河南寨镇台上村旁边工地夜里一直施工，吵得睡不着',
  '十里堡镇王各庄村有人烧秸秆，满村都是烟',
] as const

/**
 * LINE and the people behind it: everybody complains once and confirms what they are shown. A call that is not
 * answered 200 is made again with the same event ids, marked as redelivered, as LINE does.
 */
export function makeCrowd(house: Seen) {
  const figures: Figures = { events: 0, deliveries: 0, redelivered: 0 }
  const users: string[] = []

  async function deliver(events: readonly webhook.Event[]): Promise<void> {
    figures.events += events.length
    for (let tries = 0; ; tries += 1) {
      const isRedelivery = tries > 0
      const sent = events.map((event) => ({ ...event, deliveryContext: { isRedelivery } }))
      figures.deliveries += 1
      if (isRedelivery) figures.redelivered += 1
      if (await acknowledged(await house.url(), sent)) return
      await pause(50)
    }
  }

  /** Two people at once in a call, as LINE may send them; each confirms when they are answered. */
  async function complain(): Promise<void> {
    const pair = [users.length + 1, users.length + 2].map((n) => ({ n, user: lineUser(n) }))
    users.push(...pair.map(({ user }) => user))
    await deliver(
      pair.map(({ n, user }) =>
        textEvent(
          { id: `complaint-${String(n)}`, user, at: Date.now() },
          complaints[n % complaints.length] ?? complaints[0],
        ),
      ),
    )
    await Promise.all(
      pair.map(async ({ n, user }) => {
        await until(() => house.answered(user), house.patienceMs)
        await deliver([textEvent({ id: `yes-${String(n)}`, user, at: Date.now() }, '确认')])
      }),
    )
  }

  return { figures, users: users as readonly string[], complain }
}

async function acknowledged(url: string, events: readonly webhook.Event[]): Promise<boolean> {
  const { body, headers } = signedCall(events)
  try {
    const response = await fetch(`${url}/webhooks/line`, { method: 'POST', body, headers })
    return response.status === 200
  } catch {
    return false
  }
}

/** Whether a person received these words, by reply or by push. */
export function heard(line: LineServer, n: number, user: string, words: string): boolean {
  const own = new Set([user, `reply-complaint-${String(n)}`, `reply-yes-${String(n)}`])
  return line.delivered.some(
    (sent) => own.has(sent.to) && sent.messages.some((message) => wordsOf(message).includes(words)),
  )
}

/** Looks again and again: what happens in another process announces itself nowhere. */
async function until(condition: () => Promise<boolean>, patienceMs: number): Promise<void> {
  const giveUp = Date.now() + patienceMs
  while (!(await condition())) {
    if (Date.now() > giveUp) throw new Error('nobody answered')
    await pause(50)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
