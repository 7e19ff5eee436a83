import { expect } from 'vitest'
import { openApi } from './api-world.ts'
import type { Answer, ApiWorld } from './api-world.ts'

export const session = '5a1d6f43-2f6b-4b2b-9a25-0d5f0a3f6c21'
export const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

export type Entry = {
  readonly from: 'citizen' | 'bot'
  readonly text: string
  readonly cursor: number
  readonly questionId: string | null
  readonly choices: readonly { readonly id: string; readonly label: string }[]
}

/** What an answer of the chat holds. */
export function entriesOf({ status, body }: Answer): readonly Entry[] {
  expect(status).toBe(200)
  // Safe because the status was 200 and the API's own schema made it.
  return (body as { readonly entries: readonly Entry[] }).entries
}

/** A person who chats; message ids from a counter. */
export function chatter({ anybody }: ApiWorld) {
  let made = 0
  const next = () => `3f0c4a52-0b0f-4c35-9a53-${String((made += 1)).padStart(12, '0')}`
  return {
    next,
    sends: (content: object, id = next()) => anybody.post(`/chat/${session}`, { id, content }),
    says: (text: string) =>
      anybody.post(`/chat/${session}`, { id: next(), content: { type: 'text', text } }),
  }
}

/** A ticket opened by chat, with its number and code as they were told. */
export async function opened() {
  const world = await openApi()
  const citizen = chatter(world)
  await citizen.says(complaint)
  const words = entriesOf(await citizen.says('确认'))
    .map((entry) => entry.text)
    .join('\n')
  const number = /MY\d{8}-\d{5}-\d/.exec(words)?.[0] ?? ''
  const code = /查询码：([A-Z0-9]+)/.exec(words)?.[1] ?? ''
  return { world, key: { number, code } }
}
