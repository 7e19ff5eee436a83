import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { understand } from '#intents/understand.ts'

const fresh = { asked: null, drafting: false, openTickets: 0, closedTickets: 0 } as const
const lines = readFileSync(new URL('danger.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const told = (mark: string) =>
  lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2))

describe('Danger is read by meaning', () => {
  it.each(told('+'))('somebody or something is in harm’s way: %s', (text) => {
    expect(understand(text, undefined, fresh).danger).not.toBeNull()
  })

  it.each(told('-'))('nobody is, past, likened, feared or denied: %s', (text) => {
    expect(understand(text, undefined, fresh).danger).toBeNull()
  })
})
