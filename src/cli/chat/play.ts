import type { TranscriptEntry } from '#app/ports.ts'
import type { Attachment } from '#domain/ticket/events.ts'
import { readAct } from './acts.ts'
import type { Act } from './acts.ts'
import { meaningOf } from './means.ts'
import { openStage } from './stage.ts'
import type { Content, Stage, StageGiven } from './stage.ts'
import { actAsStaff } from './staff.ts'
import { ownTickets, stateOf } from './state.ts'
import { w3cTime } from '#app/tools/w3c-time.ts'

type Button = {
  readonly n: number
  readonly label: string
  readonly means: string
  readonly questionId: string
  readonly choiceId: string
}
/** Messages that had buttons, oldest first, by citizen. */
type Shown = Record<string, (readonly Button[])[]>
type Mark = { readonly kept: ReturnType<Stage['keep']>; readonly shown: Shown }

type Play = { readonly stage: Stage; shown: Shown; readonly marks: Map<string, Mark> }

export type Player = {
  /** One line's object → what is answered to it. Never throws for what a script can do wrong. */
  readonly take: (line: Readonly<Record<string, unknown>>) => Promise<object>
  readonly close: () => void
}

/** Plays a dialogue from outside, line by line, in a house of its own. */
export async function openPlayer(given: StageGiven): Promise<Player> {
  const play: Play = { stage: await openStage(given), shown: {}, marks: new Map() }
  return {
    take: async ({ id, ...line }) => {
      const read = readAct(line)
      const error = 'error' in read ? read.error : await acts[read.act](play, read as never) // Safe by its own act.
      return answer(play, id, error)
    },
    close: () => {
      play.stage.close()
    },
  }
}

type Take<K extends Act['act']> = (
  play: Play,
  act: Extract<Act, { readonly act: K }>,
) => Promise<string | null>

const acts: { readonly [K in Act['act']]: Take<K> } = {
  say: (play, { say: text, wait }) => send(play, { type: 'text', text }, wait),
  press: (play, { press, of: age }) => {
    const messages = shownTo(play)
    const button = buttonOf(age === undefined ? messages : messages.slice(0, -1), press)
    if (button === null) return Promise.resolve('no such button')
    const { questionId, choiceId, label } = button
    return send(play, { type: 'choice', questionId, choiceId, label })
  },
  photo: (play, { photo: count, at }) => {
    const attachments = Array.from({ length: count }, (_, index) => photo(play, index))
    return send(play, { type: 'attachments', attachments, location: at ?? null })
  },
  pin: (play, { pin: coordinates, label = null }) =>
    send(play, { type: 'location', coordinates, label }),
  again: async ({ stage }) => ((await stage.sendAgain()) ? null : 'nothing was sent yet'),
  advance: ({ stage }, { advance }) => done(stage.advance(advance)),
  staff: async ({ stage }, act) => {
    const own = await ownTickets(stage.ctxFor(null), await stage.dialogue())
    const one = own.at(act.ticket === undefined ? -1 : act.ticket - 1)
    return one === undefined ? 'no such ticket' : actAsStaff(stage.ctxFor, one.ticket, act)
  },
  move: ({ stage }, { channel, sender }) => {
    const before = stage.citizen()
    stage.moveTo({ channel: channel ?? before.channel, sender: sender ?? before.sender })
    return Promise.resolve(null)
  },
  state: () => Promise.resolve(null),
  reset: (play) => {
    play.shown = {}
    return done(play.stage.reset())
  },
  mark: ({ stage, shown, marks }, { mark }) => {
    marks.set(mark, { kept: stage.keep(), shown: structuredClone(shown) })
    return Promise.resolve(null)
  },
  back: async (play, { back }) => {
    const mark = play.marks.get(back)
    if (mark === undefined) return 'no such mark'
    play.shown = structuredClone(mark.shown)
    await play.stage.goBack(mark.kept)
    return null
  },
}

async function done(doing: Promise<void>): Promise<null> {
  await doing
  return null
}

function send({ stage }: Play, content: Content, waits = true): Promise<null> {
  return done(stage.send(content, waits))
}

function photo({ stage }: Play, index: number): Attachment {
  return { id: `photo-${String(stage.now())}-${String(index)}`, kind: 'image', name: null }
}

function shownTo({ stage, shown }: Play): (readonly Button[])[] {
  const { channel, sender } = stage.citizen()
  return (shown[`${channel}:${sender}`] ??= [])
}

/** By its label or its name the newest, by its number of the last message that had any. */
function buttonOf(messages: readonly (readonly Button[])[], press: string | number): Button | null {
  if (typeof press === 'number') return messages.at(-1)?.[press - 1] ?? null
  const named = messages.map((buttons) =>
    buttons.find(({ label, means }) => label === press || means === press),
  )
  return named.findLast((button) => button !== undefined) ?? null
}

async function answer(play: Play, id: unknown, error: string | null) {
  const { stage } = play
  const entries = await stage.said()
  const dialogue = await stage.dialogue()
  const messages = entries.map((entry) => {
    const asked = dialogue?.question?.id === entry.questionId ? dialogue.question : null
    const buttons = buttonsOf(entry, ({ id: choiceId, label }) =>
      meaningOf({ id: choiceId, label }, asked ?? askedBy(entry), dialogue?.draft ?? null),
    )
    if (buttons.length > 0) shownTo(play).push(buttons)
    const choices = buttons.map(({ n, label, means }) => ({ n, label, means }))
    return { text: entry.text, language: languages[dialogue?.language ?? 'zh-hans'], choices }
  })
  const state = await stateOf(stage.ctxFor(null), dialogue)
  return {
    ...(typeof id === 'string' ? { id } : {}),
    now: w3cTime(stage.now()),
    error,
    messages,
    ...state,
  }
}

function buttonsOf(
  { questionId, choices }: TranscriptEntry,
  meaning: (choice: TranscriptEntry['choices'][number]) => string,
): Button[] {
  if (questionId === null) return []
  return choices.map((choice, index) => ({
    n: index + 1,
    label: choice.label,
    means: meaning(choice),
    questionId,
    choiceId: choice.id,
  }))
}

const languages = { 'zh-hans': 'zh-Hans', 'zh-hant': 'zh-Hant', en: 'en' } as const

const callbackSteps = { 1: 'contacted', 2: 'solved', 3: 'satisfied' } as const

/** The question a message put, when it no longer stands: only the call-back's say so themselves. */
function askedBy({ card }: TranscriptEntry) {
  return card?.type === 'callback' ? { kind: callbackSteps[card.step] } : null
}
