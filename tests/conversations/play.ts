import type { Coordinates } from '#routing/types.ts'
import { expect } from 'vitest'
import type { TranscriptEntry } from '#app/ports.ts'
import { described, isAsWanted, missingPiece } from './expectations.ts'
import { actAsDesk, actAsUnit } from './staff.ts'
import type { Conversation, Line } from './transcript.ts'
import type { Content, OwnTicket, World } from './world.ts'

const durations: Readonly<Record<string, number>> = {
  秒: 1000,
  分钟: 60_000,
  小时: 3_600_000,
  天: 86_400_000,
}
const channels = { 网页: 'web-chat', LINE: 'line', 微信: 'wechat' } as const

type Button = { readonly questionId: string; readonly choiceId: string; readonly label: string }

/** What a conversation remembers from line to line. */
type Play = {
  readonly world: World
  /** What the bot said to the last message. */
  heard: readonly TranscriptEntry[]
  /** Every button ever shown, oldest first. */
  readonly shown: Button[]
}

/** Plays a conversation line by line; fails at the first line that does not hold. */
export async function play(world: World, { lines }: Conversation): Promise<void> {
  const state: Play = { world, heard: [], shown: [] }
  for (const line of lines) {
    const step = steps[line.head]
    if (step === undefined) throw new Error(`line ${String(line.at)}: unknown head ${line.head}`)
    await step(state, line)
  }
}

type Step = (state: Play, line: Line) => Promise<void> | void

const steps: Readonly<Record<string, Step>> = {
  渠道: ({ world }, { rest }) => {
    world.useChannel(channels[rest as keyof typeof channels]) // Safe because the next line fails else.
    expect(Object.keys(channels)).toContain(rest)
  },
  市民: (state, { rest }) => send(state, { type: 'text', text: rest.replaceAll('⏎', '\n') }),
  市民按: (state, line) => press(state, line, state.heard.flatMap(buttonsOf)),
  市民按旧: (state, line) => {
    const now = new Set(state.heard.map(({ questionId }) => questionId))
    return press(
      state,
      line,
      state.shown.filter(({ questionId }) => !now.has(questionId)),
    )
  },
  市民再按: (state, line) => press(state, line, state.shown),
  市民发照片: (state, { rest }) => {
    const [count = '', point] = rest.split(/\s+/)
    const attachments = Array.from({ length: Number(count || '1') }, (_, i) => ({
      id: `photo-${String(i)}`,
      kind: 'image' as const,
      name: null,
    }))
    const location = point === undefined ? null : coordinatesOf(point)
    return send(state, { type: 'attachments', attachments, location })
  },
  市民发位置: (state, { rest }) => {
    const [point = '', label] = rest.split(/\s+/)
    const coordinates = coordinatesOf(point)
    return send(state, { type: 'location', coordinates, label: label ?? null })
  },
  市民发表情: (state) => send(state, { type: 'sticker' }),
  市民加入: (state) => send(state, { type: 'joined' }),
  消息重发: async (state) => hear(state, await state.world.sendAgain()),
  时间: async (state, { rest }) => {
    const [, count = '0', unit = ''] = /^\+(\d+)(秒|分钟|小时|天)$/.exec(rest) ?? []
    const each = durations[unit]
    if (each === undefined) throw new Error(`no such time: ${rest}`)
    hear(state, await state.world.advance(Number(count) * each))
  },
  单位: async (state, line) => {
    await actAsUnit(state.world, await ticketOf(state, line), line.rest)
    hear(state, await state.world.said())
  },
  派单员: async (state, line) => {
    await actAsDesk(state.world, await ticketOf(state, line), line.rest)
    hear(state, await state.world.said())
  },
  回应: ({ heard }, line) => {
    const text = heard.map((entry) => entry.text).join('\n')
    expect(missingPiece(text, line.rest), `${where(line)}, it said:\n${text}`).toBeNull()
  },
  没说: ({ heard }, line) => {
    const text = heard.map((entry) => entry.text).join('\n')
    expect(text, where(line)).not.toContain(line.rest)
  },
  不作声: ({ heard }, line) => {
    expect(
      heard.map(({ text }) => text),
      where(line),
    ).toEqual([])
  },
  按钮: ({ heard }, line) => {
    const labels = heard.flatMap(buttonsOf).map(({ label }) => `[${label}]`)
    expect(labels.length === 0 ? '无' : labels.join(''), where(line)).toBe(line.rest)
  },
  工单: async ({ world }, line) => {
    const own = await chosen(world, line)
    const met = own.some((one) => isAsWanted(one, line.rest))
    expect(met, `${where(line)}, the tickets:\n${own.map(described).join('\n')}`).toBe(true)
  },
  工单数: async ({ world }, line) => {
    const own = await world.tickets()
    const { count, cases } =
      /^(?<count>\d+)(?:，(?<cases>\d+)个诉求)?$/.exec(line.rest)?.groups ?? {}
    const message = `${where(line)}, the tickets:\n${own.map(described).join('\n')}`
    expect(String(own.length), message).toBe(count)
    if (cases === undefined) return
    expect(String(new Set(own.map(({ ticket }) => ticket.opened.caseId)).size), message).toBe(cases)
  },
  电话: async ({ world }, line) => {
    expect((await world.phone()) ?? '无', where(line)).toBe(line.rest)
  },
}

function coordinatesOf(point: string): Coordinates {
  const [lat = 0, lon = 0] = point.split(',').map(Number)
  return { lat, lon }
}

function where(line: Line): string {
  return `line ${String(line.at)} ${line.head}：${line.rest}`
}

async function send(state: Play, content: Content): Promise<void> {
  hear(state, await state.world.send(content))
}

function hear(state: Play, said: readonly TranscriptEntry[]): void {
  state.heard = said
  state.shown.push(...said.flatMap(buttonsOf))
}

function buttonsOf({ questionId, choices }: TranscriptEntry): Button[] {
  return questionId === null
    ? []
    : choices.map(({ id, label }) => ({ questionId, choiceId: id, label }))
}

function press(state: Play, line: Line, from: readonly Button[]): Promise<void> {
  const button = from.findLast(({ label }) => label === line.rest)
  if (button === undefined) {
    throw new Error(`${where(line)}: no such button in ${from.map(({ label }) => label).join(' ')}`)
  }
  return send(state, { type: 'choice', ...button })
}

async function chosen(world: World, { ticket }: Line): Promise<readonly OwnTicket[]> {
  const own = await world.tickets()
  return ticket === null ? own : own.slice(ticket - 1, ticket)
}

async function ticketOf({ world }: Play, line: Line): Promise<OwnTicket> {
  const own = await chosen(world, line)
  const last = own.at(-1)
  if (last === undefined) throw new Error(`${where(line)}: there is no ticket`)
  return last
}
