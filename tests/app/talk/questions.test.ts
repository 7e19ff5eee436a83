import { describe, expect, it } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { InboundMessage } from '#app/messages.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { questions } from '#domain/dialogue/questions/index.ts'
import type { Question, QuestionKind } from '#domain/dialogue/reply.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { anInspector, anOfficer, commands, anOperator, byPhone } from '#tests/support/build.ts'
import { isDone, openApp, talkOf, words } from '#tests/app/app-world.ts'

type Content = InboundMessage['content']
type Talk = Awaited<ReturnType<typeof openTalk>>

/** One citizen on LINE, and what staff do with the tickets. */
async function openTalk() {
  const { ctx, house } = await openApp()
  let last = words('')
  const send = async (content: Content) => {
    last = { ...words(''), content }
    await receiveMessage(ctx, last)
  }
  const dialogue = async () => {
    const found = await ctx.dialogues.find('line', last.sender)
    if (found === null) throw new Error('nothing has been said')
    return found
  }
  const histories = async () => {
    const { ticketIds } = await dialogue()
    return Promise.all(ticketIds.map((id) => ctx.store.history(id)))
  }
  return {
    send,
    says: async (...texts: readonly string[]) => {
      for (const text of texts) await send({ type: 'text', text })
    },
    isAnswered: () => isDone(ctx, last),
    question: async () => (await dialogue()).question,
    /** What the bot said last. */
    heard: async () => (await talkOf(ctx)).findLast(({ from }) => from === 'bot'),
    /** What is kept of all that was said: in the dialogue and on the tickets. */
    kept: async () => JSON.stringify([await dialogue(), await histories()]),
    staff: async (actor: Actor, ...given: readonly TicketCommand[]) => {
      for (const command of given) {
        const id = (await dialogue()).ticketIds.at(-1) ?? ''
        const done = await changeTicket(house.ctxFor(actor), id, command)
        if (isRefusal(done)) throw new Error(`${command.type}: ${done.refused}`)
      }
    },
  }
}

const barbecue = '果园西里小区门口的烧烤摊每天晚上冒烟'
const fumes = '楼下饭店油烟直排，呛得人开不了窗'
const border: Content = {
  type: 'location',
  coordinates: { lat: 40.57, lon: 117.11 },
  label: '老槐树',
}

async function resolved(talk: Talk): Promise<void> {
  await talk.says(barbecue, '确认')
  await talk.staff(anOfficer(), commands.accept, commands.contact, commands.resolve)
}

async function excluded(talk: Talk): Promise<void> {
  await resolved(talk)
  await talk.says('联系过', '已解决', '满意')
  await talk.staff(anInspector(), commands['propose-exclusion'])
}

type Asking = {
  /** How the bot comes to ask it. */
  readonly reach: (talk: Talk) => Promise<void>
  /** Words that answer it. */
  readonly answers: readonly string[]
  /** What was said before and must not be lost, whatever comes but a cancelling. */
  readonly before: string
}

const asked = {
  category: {
    reach: (talk) => talk.says('我要投诉噪音'),
    answers: ['都不是', '不知道'],
    before: '我要投诉噪音',
  },
  place: {
    reach: (talk) => talk.says(fumes),
    answers: ['穆家峪镇', '鼓楼街道宾阳里'],
    before: fumes,
  },
  candidates: {
    reach: (talk) => talk.says('季庄旁边的垃圾站臭得要命'),
    answers: ['密云镇', '果园街道'],
    before: '季庄旁边的垃圾站',
  },
  'photo-place': {
    reach: async (talk) => {
      await talk.says(fumes)
      const attachments = [{ id: 'first-photo', kind: 'image', name: null }] as const
      const location = { lat: 40.4606, lon: 116.8437 }
      await talk.send({ type: 'attachments', attachments, location })
    },
    answers: ['对', '不是', '穆家峪镇'],
    before: 'first-photo',
  },
  'pin-town': {
    reach: async (talk) => {
      await talk.says(barbecue, '确认')
      await talk.send(border)
    },
    answers: ['高岭镇', '都不是', '不是'],
    before: '老槐树',
  },
  confirm: { reach: (talk) => talk.says(barbecue), answers: ['对', '没问题'], before: barbecue },
  'which-ticket': {
    reach: (talk) =>
      talk.says('果园西里楼下饭店油烟直排，晚上空调外机也响得厉害', '确认', '老板还骂人'),
    answers: ['MY20261123-00001-3'],
    before: '老板还骂人',
  },
  'ticket-number': {
    reach: (talk) => talk.says('查一下我的单子'),
    answers: ['MY20261123-00042-7'],
    before: '',
  },
  contacted: { reach: resolved, answers: ['联系过我', '没人联系我'], before: '' },
  solved: {
    reach: async (talk) => {
      await resolved(talk)
      await talk.says('联系过')
    },
    answers: ['还是那么臭', '解决了', '不'],
    before: '',
  },
  satisfied: {
    reach: async (talk) => {
      await resolved(talk)
      await talk.says('联系过', '已解决')
    },
    answers: ['很满意', '不太满意'],
    before: '',
  },
  withdraw: {
    reach: (talk) => talk.says(barbecue, '确认', '撤诉'),
    answers: ['是的', '算了', '不'],
    before: barbecue,
  },
  verdict: {
    reach: async (talk) => {
      await resolved(talk)
      const called = [
        commands['start-callback'],
        { ...commands['attempt-callback'], reached: true },
        { ...commands.rate, ...byPhone },
      ] as const
      await talk.staff(anOperator(), ...called)
    },
    answers: ['没解决，还是那么臭', '不是'],
    before: '',
  },
  exclusion: { reach: excluded, answers: [], before: '' },
  'exclusion-word': {
    reach: async (talk) => {
      await excluded(talk)
      await talk.says('我要说明')
    },
    answers: ['昨晚还在冒烟'],
    before: '',
  },
  correction: {
    reach: (talk) => talk.says(barbecue, '修改'),
    answers: ['不是烧烤，是烧垃圾', '鼓楼街道宾阳里'],
    before: barbecue,
  },
  repeat: {
    reach: (talk) => talk.says(barbecue, '确认', '果园西里门口烧烤摊又冒烟，熏得开不了窗'),
    answers: ['对', '催一下', '不是'],
    before: '熏得开不了窗',
  },
  handoff: { reach: (talk) => talk.says('嗯啊这', '呃那个'), answers: ['转人工'], before: '' },
  meant: {
    reach: (talk) => talk.says(barbecue, '确认', '呃那个啥来着'),
    answers: ['补充到工单', '问进度', '转人工'],
    before: barbecue,
  },
} as const satisfies Record<QuestionKind, Asking>

// Safe because these are the keys of the table above.
const kinds = Object.keys(asked) as QuestionKind[]

async function reached(kind: QuestionKind): Promise<{ talk: Talk; question: Question }> {
  const talk = await openTalk()
  await asked[kind].reach(talk)
  const question = await talk.question()
  if (question?.kind !== kind) throw new Error(`asks ${question?.kind ?? 'nothing'}, not ${kind}`)
  return { talk, question }
}

/** Whether the same question still stands. */
async function stands(talk: Talk, { id }: Question): Promise<boolean> {
  return (await talk.question())?.id === id
}

const stale = '这个按钮对应的问题已经过了'
/** Whatever is said is the word asked for, or lets what was kept go to a ticket. */
const settledByAnything: readonly QuestionKind[] = [
  'exclusion-word',
  'which-ticket',
  'pin-town',
  'meant',
]
/** Buttons that drop what was told, which is what they say. */
const dropping: readonly string[] = ['cancel']

describe.each(kinds)('The question %s', (kind) => {
  it('is declared under its own kind', () => {
    expect(questions[kind].kind).toBe(kind)
  })

  it('is answered by each of its buttons, and by its label, with nothing lost', async () => {
    const { question: first } = await reached(kind)
    for (const [index, { id, label }] of first.choices.entries()) {
      for (const typed of [false, true]) {
        const { talk, question } = await reached(kind)
        const [questionId, choiceId] = [question.id, question.choices[index]?.id ?? '']
        await talk.send(
          typed ? { type: 'text', text: label } : { type: 'choice', questionId, choiceId, label },
        )
        expect(await stands(talk, question), label).toBe(false)
        expect(await talk.isAnswered(), label).toBe(true)
        expect((await talk.heard())?.text, label).not.toContain(stale)
        if (!dropping.includes(id)) expect(await talk.kept(), label).toContain(asked[kind].before)
      }
    }
  })

  it('stands, with nothing changed, after a button of another question, and is put again', async () => {
    const { talk, question } = await reached(kind)
    const presses = [
      ['an old question', 'anything'],
      [question.id, 'no button of it'],
      ['an old question', question.choices[0]?.id ?? 'none'],
    ] as const
    const before = await talk.kept()
    for (const [questionId, choiceId] of presses) {
      await talk.send({ type: 'choice', questionId, choiceId, label: null })
      expect(await stands(talk, question)).toBe(true)
      expect((await talk.heard())?.questionId).toBe(question.id)
    }
    const counted = /"(version|updatedAt|missed)":\d+,?/g
    expect((await talk.kept()).replaceAll(counted, '')).toBe(before.replaceAll(counted, ''))
  })

  it('is answered by words that answer it', async () => {
    for (const text of asked[kind].answers) {
      const { talk, question } = await reached(kind)
      await talk.says(text)
      expect(await stands(talk, question), text).toBe(false)
      expect(await talk.isAnswered(), text).toBe(true)
      expect(await talk.kept(), text).toContain(asked[kind].before)
    }
  })

  it('stands after a sticker, and is put again where an answer is awaited', async () => {
    const { talk, question } = await reached(kind)
    await talk.send({ type: 'sticker' })
    expect(await stands(talk, question)).toBe(true)
    const again = (await talk.heard())?.questionId === question.id
    expect(again).toBe(questions[kind].awaited)
    expect(await talk.kept()).toContain(asked[kind].before)
  })

  it.each([
    '西田各庄镇河边有人倒建筑垃圾',
    '这两天风一吹就往屋里灌，窗户都不敢开',
    '我跟他们说过好几回都没用，老板还说随便告',
  ])('loses nothing of words that are no answer: %s', async (text) => {
    const { talk } = await reached(kind)
    await talk.says(text)
    expect(await talk.isAnswered()).toBe(true)
    const kept = await talk.kept()
    expect(kept).toContain(text)
    expect(kept).toContain(asked[kind].before)
  })

  it('loses no photo and no pin sent instead of an answer', async () => {
    const { talk } = await reached(kind)
    for (const id of ['one-photo', 'other-photo']) {
      await talk.send({ type: 'attachments', attachments: [{ id, kind: 'image', name: null }] })
    }
    await talk.send({ type: 'location', coordinates: { lat: 40.64, lon: 117.33 }, label: '水塔下' })
    const kept = await talk.kept()
    for (const sent of ['one-photo', 'other-photo', '水塔下', '117.33', asked[kind].before]) {
      expect(kept).toContain(sent)
    }
  })

  it('stands after thanks, unless they are an answer, or what it kept is done', async () => {
    const { talk, question } = await reached(kind)
    await talk.says('谢谢')
    expect(await talk.isAnswered()).toBe(true)
    expect(await talk.kept()).toContain(asked[kind].before)
    expect(await stands(talk, question)).toBe(!settledByAnything.includes(kind))
    const again = (await talk.heard())?.questionId === question.id
    expect(again).toBe(questions[kind].awaited && !settledByAnything.includes(kind))
  })
})
