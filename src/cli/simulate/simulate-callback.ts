import { halfDayOf } from '#domain/ticket/half-day.ts'
import { awaitsSupervision } from '#domain/ticket/deadlines.ts'
import { settings } from '#domain/ticket/settings.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { phrases } from './season-data.ts'
import { chances, firstAnswers, laterAnswers } from './season-shares.ts'
import type { Answer } from './season-shares.ts'
import {
  after,
  atWork,
  contact,
  handlerOf,
  hour,
  note,
  resolve,
  voiceOf,
} from './simulate-steps.ts'
import type { Work } from './simulate-steps.ts'

const halfDay = 12 * hour

/** The citizen is asked until it is settled; what is not solved is handled again. */
export function callBack(work: Work): void {
  const { life } = work
  while (!life.over() && life.ticket().status === 'resolved') {
    const first = life.ticket().reopenings === 0
    settle(work, work.dice.weighted<Answer>(first ? firstAnswers : laterAnswers))
    if (awaitsSupervision(life.ticket())) return answerOrder(work)
    if (life.ticket().status !== 'reopened') return
    contact(work)
    note(work)
    resolve(work)
  }
}

/** Handled again as often as may be: the unit answers the house's order. */
function answerOrder(work: Work): void {
  const reply = phrases.finalAnswer
  const moment = atWork(work, after(work, 3 * hour, 60 * hour))
  work.life.act(moment, handlerOf(work), { type: 'answer-supervision', reply })
}

/** Says it is not solved, soon after being asked. */
export function objects(work: Work): void {
  const unsolved = firstAnswers.find((one) => one.solved === 'unsolved') ?? firstAnswers[0]
  const moment = after(work, 2 * hour, 8 * hour)
  const voice = voiceOf(work)
  const called: TicketCommand = {
    type: 'attempt-callback',
    halfDay: halfDayOf(moment),
    reached: true,
    note: null,
  }
  const answer = rating(work, unsolved)
  work.life.act(moment, voice, () => (voice.role === 'citizen' ? [answer] : [called, answer]))
}

function settle(work: Work, answer: Answer): void {
  const { life, dice } = work
  const { callback } = life.ticket()
  if (callback === null || callback.settledAt !== null) return
  if (callback.via === 'channel' && dice.chance(chances.answersInChannel)) {
    const moment = after(work, hour / 3, settings.callbackToPhoneAfterMs - 6 * hour)
    life.act(moment, voiceOf(work), rating(work, answer))
    return
  }
  byPhone(work, callback.startedAt, answer)
}

/** Three calls on different half-days; the mechanism gives up after them. */
function byPhone(work: Work, startedAt: number, answer: Answer): void {
  const { life, dice, crew } = work
  const queued =
    life.ticket().callback?.via === 'phone'
      ? startedAt
      : startedAt + settings.callbackToPhoneAfterMs + hour
  let moment = queued
  const called = new Set<string>()
  for (let call = 0; call < settings.callbackPhoneAttempts && !life.over(); call += 1) {
    moment = atWork(work, moment + Math.floor(dice.between(2 * hour, 20 * hour)))
    while (called.has(halfDayOf(moment))) moment = atWork(work, moment + halfDay)
    called.add(halfDayOf(moment))
    const reached = dice.chance(chances.reached)
    const tried: TicketCommand = {
      type: 'attempt-callback',
      halfDay: halfDayOf(moment),
      reached,
      note: reached ? null : dice.pick(phrases.unreached),
    }
    life.act(moment, crew.operator, () => (reached ? [tried, rating(work, answer)] : [tried]))
    if (reached) return
  }
}

function rating({ life, dice }: Work, answer: Answer): TicketCommand {
  const { contacted, solved, satisfied } = answer
  const tone = solved !== 'solved' ? 'bad' : satisfied === 'satisfied' ? 'good' : 'fair'
  const { channel } = life.ticket().opened
  const comment = dice.pick<string | null>(phrases.comments[tone])
  const call = { answeredBy: 'citizen', how: 'called' } as const
  return { type: 'rate', contacted, solved, satisfied, comment, via: channel, ...call }
}
