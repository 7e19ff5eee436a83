import { isTown } from '#domain/ticket/whistling.ts'
import type { UnitId } from '#routing/units.ts'
import { elsewhere, phrases } from './season-data.ts'
import { chances } from './season-shares.ts'
import type { Course } from './season-shares.ts'
import { callBack, objects } from './simulate-callback.ts'
import { blowWhistle } from './simulate-whistle.ts'
import {
  accept,
  after,
  atWork,
  contact,
  dispatch,
  handlerOf,
  hour,
  inTime,
  minute,
  note,
  resolve,
  voiceOf,
  whenClock,
} from './simulate-steps.ts'
import type { Work } from './simulate-steps.ts'

const day = 24 * hour

/** Works a ticket as its story says, from the desk (if it waits there) to the end of its call-back. */
export function work(w: Work): void {
  const { course } = w.story
  if (w.life.ticket().status === 'pending' && course !== 'referred') {
    dispatch(w, null, w.dice.pick(phrases.desk))
  }
  courses[course](w)
}

function take(w: Work): void {
  accept(w)
  contact(w)
}

function finish(w: Work): void {
  note(w)
  resolve(w)
  callBack(w)
}

function handle(w: Work): void {
  take(w)
  finish(w)
}

const courses: { readonly [C in Course]: (w: Work) => void } = {
  plain: handle,
  unsure: handle,
  placeless: handle,
  parts: withParts,
  returned: (w) => {
    giveBack(w)
    handle(w)
  },
  conference: (w) => {
    const first = w.life.ticket().handler
    sendBack(w, proposedBy(w))
    dispatch(w, proposedBy(w), w.dice.pick(phrases.desk))
    sendBack(w, first)
    dispatch(w, first, phrases.conference)
    handle(w)
  },
  whistle: (w) => {
    take(w)
    if (isTown(w.life.ticket().handler)) blowWhistle(w)
    finish(w)
  },
  extended: withExtension,
  suspended: withSuspension,
  asked: withQuestion,
  urged: (w) => {
    take(w)
    const text = w.dice.pick(phrases.urges)
    w.life.act(whenClock(w, 'solve', [0.45, 0.7]), voiceOf(w), { type: 'urge', text })
    resolve(w, [0.72, 0.98])
    callBack(w)
  },
  late: overdue,
  excluded: withExclusion,
  appealed: withAppeal,
  withdrawn: (w) => {
    accept(w)
    const reason = w.dice.pick<string | null>(phrases.withdrawals)
    w.life.act(after(w, hour / 2, 5 * hour), voiceOf(w), { type: 'withdraw', reason })
  },
  merged: (w) => {
    const { earlier, crew, life } = w
    if (earlier === null) return handle(w)
    const { id: into, number: intoNumber } = earlier
    life.act(after(w, 5 * minute, hour), crew.dispatcher, { type: 'merge', into, intoNumber })
  },
  unmerged: (w) => {
    const { earlier, crew, life } = w
    if (earlier !== null) {
      const { id: into, number: intoNumber } = earlier
      life.act(after(w, 5 * minute, hour), crew.dispatcher, { type: 'merge', into, intoNumber })
      const command = { type: 'unmerge', note: phrases.unmerge } as const
      life.act(after(w, hour, 20 * hour), crew.dispatcher, command)
      dispatch(w, null, w.dice.pick(phrases.desk))
    }
    handle(w)
  },
  alarm: (w) => {
    take(w)
    note(w)
    resolve(w)
  },
  referred: (w) => {
    const { to, note: said } = elsewhere.find((one) => one.text === w.story.text) ?? elsewhere[0]
    w.life.act(after(w, 10 * minute, 100 * minute), w.crew.dispatcher, {
      type: 'refer',
      to,
      note: said,
    })
  },
  unsolved: (w) => {
    take(w)
    resolve(w, [0.3, 0.5])
    objects(w)
    handle(w)
  },
}

function withParts(w: Work): void {
  const { life, crew, dice } = w
  take(w)
  const others = life.ticket().supporting
  const joins = others.length === 0 ? (['city-enforcement'] as const) : others.slice(0, 2)
  if (others.length === 0) {
    const command = { type: 'add-units', units: joins, note: phrases.joins, due: null } as const
    life.act(after(w, hour, 4 * hour), handlerOf(w), command)
  }
  for (const unit of joins) {
    const moment = atWork(w, after(w, 2 * hour, 12 * hour))
    life.act(moment, crew.officer(unit), { type: 'finish-part', note: dice.pick(phrases.parts) })
  }
  finish(w)
}

/** Whom a unit names instead of itself: the first of those that support it. */
function proposedBy({ life }: Work): UnitId {
  const { supporting, handler } = life.ticket()
  const others: readonly UnitId[] = [...supporting, 'city-enforcement', 'ecology-bureau']
  return others.find((id) => id !== handler) ?? 'ecology-bureau'
}

function sendBack(w: Work, proposedUnit: UnitId | null): void {
  const handler = handlerOf(w)
  w.life.act(inTime(w, 'return', [0.1, 0.85]), handler, {
    type: 'return',
    reason: 'not-our-duty',
    note: w.dice.pick(phrases.returns),
    proposedUnit: proposedUnit === handler.unit ? proposedBy(w) : proposedUnit,
    clause: null,
  })
}

/** Returned once; the desk follows the proposal or holds to the clause. */
function giveBack(w: Work): void {
  const { life, dice, crew } = w
  sendBack(w, proposedBy(w))
  if (!dice.chance(chances.upheld)) {
    dispatch(w, life.ticket().returnProposal?.proposedUnit ?? null, dice.pick(phrases.desk))
    return
  }
  life.act(after(w, 15 * minute, 90 * minute), crew.dispatcher, (ticket) => {
    const { annex, task } = ticket.dispatch?.routing.clause ?? { annex: 'air', task: 22 }
    const clause = `${annex}-${String(task)}`
    return [{ type: 'uphold-return', note: phrases.upheld, clause }]
  })
}

function withExtension(w: Work): void {
  const { life, dice, crew } = w
  take(w)
  life.act(inTime(w, 'solve', [0.55, 0.8]), handlerOf(w), ({ deadlines, promisedFrom }) => {
    const solve = deadlines?.solve ?? 0
    const until = solve + Math.floor((solve - (promisedFrom ?? solve)) * dice.between(0.3, 0.9))
    return [{ type: 'request-extension', reason: dice.pick(phrases.extensionReasons), until }]
  })
  const refused = dice.chance(chances.extensionRefused)
  life.act(
    after(w, 10 * minute, hour),
    crew.dispatcher,
    refused
      ? { type: 'refuse-extension', note: phrases.extensionRefused }
      : { type: 'approve-extension', note: phrases.extensionApproved },
  )
  finish(w)
}

function withSuspension(w: Work): void {
  const { life, dice, crew } = w
  take(w)
  const { suspensionReason: reason, suspensionPlan: plan } = phrases
  const asked = whenClock(w, 'solve', [0.3, 0.5])
  const reviewAt = asked + Math.floor(dice.between(8 * day, 20 * day))
  life.act(asked, handlerOf(w), { type: 'request-suspension', reason, plan, reviewAt })
  life.act(after(w, hour, 20 * hour), crew.inspector, {
    type: 'approve-suspension',
    note: phrases.suspensionApproved,
  })
  const reviewed = atWork(w, reviewAt + hour)
  life.act(reviewed, handlerOf(w), { type: 'note', text: dice.pick(phrases.notes) })
  finish(w)
}

function withQuestion(w: Work): void {
  const { life, dice } = w
  take(w)
  const question = dice.pick(phrases.questions)
  life.act(whenClock(w, 'solve', [0.2, 0.3]), handlerOf(w), { type: 'ask-citizen', question })
  if (dice.chance(chances.supplements)) {
    const text = dice.pick(phrases.supplements)
    const command = { type: 'supplement', text, attachments: [], place: null } as const
    life.act(after(w, hour, 40 * hour), voiceOf(w), command)
  }
  finish(w)
}

/** The promise passes; the inspector asks why. */
function overdue(w: Work): void {
  const { life, crew } = w
  accept(w, w.story.halt === null ? [1.1, 2.5] : undefined)
  contact(w, w.story.halt === null ? [1.05, 1.4] : undefined)
  const ordered = atWork(w, (life.ticket().deadlines?.solve ?? life.at()) + 2 * day + hour)
  const { supervision: order, supervisionAnswer: reply } = phrases
  life.act(ordered, crew.inspector, { type: 'supervise', order, replyDue: ordered + 2 * day })
  life.act(after(w, 3 * hour, 20 * hour), handlerOf(w), { type: 'answer-supervision', reply })
  resolve(w)
  callBack(w)
}

function withExclusion(w: Work): void {
  const { life, dice, crew } = w
  handle(w)
  if (life.over() || life.ticket().status !== 'closed') return
  const { ground, evidence } = dice.pick(phrases.exclusions)
  const moment = atWork(w, after(w, 4 * hour, 2 * day))
  life.act(moment, crew.inspector, { type: 'propose-exclusion', ground, evidence })
  life.act(after(w, 5 * hour, 30 * hour), crew.second, {
    type: 'approve-exclusion',
    note: phrases.exclusionApproved,
  })
}

/** Excluded, appealed against by the citizen, heard, and decided by a third inspector. */
function withAppeal(w: Work): void {
  const { life, dice, crew } = w
  withExclusion(w)
  if (life.over() || life.ticket().exclusion?.state !== 'approved') return
  const word = { type: 'answer-exclusion', text: phrases.citizenWord } as const
  life.act(after(w, 2 * hour, 20 * hour), voiceOf(w), word)
  const reply = { type: 'answer-exclusion', text: phrases.unitWord } as const
  life.act(atWork(w, after(w, 2 * hour, 10 * hour)), handlerOf(w), reply)
  const upheld = dice.chance(chances.upheld)
  life.act(
    atWork(w, after(w, 5 * hour, 30 * hour)),
    crew.third,
    upheld
      ? { type: 'approve-exclusion', note: phrases.appealUpheld }
      : { type: 'refuse-exclusion', note: phrases.appealRefused },
  )
}
