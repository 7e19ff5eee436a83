import type { DialogueAct, Understanding } from '#intents/types.ts'
import { answerWithWords } from './callback-words.ts'
import { askCorrection, cancelled, choose, noneOfThese } from './choices.ts'
import { ask, preceded, say, speak, standing, withoutDraft } from './dialogue.ts'
import { withText } from './draft.ts'
import { hearWord } from './exclusion-word.ts'
import { hearWithoutDraft } from './fresh.ts'
import { openAtDesk, openConfirmed } from './opening.ts'
import { byNumber, carryOut, openOnes, tellStatus } from './own-tickets.ts'
import { askPlaceAnew, nextStep } from './questions.ts'
import type { Dialogue, Draft, Heard, Question, Reply, Scene, Turn } from './types.ts'

export type TextContent = Extract<Heard['content'], { readonly type: 'text' }>

/** Words. Danger is answered before anything else (rule 7); a button's label is its button. */
export function hearText(scene: Scene, content: TextContent): Turn {
  const { question, draft } = scene.dialogue
  const label = content.text.trim()
  const pressed = question?.choices.find((choice) => choice.label === label)
  if (question !== null && pressed !== undefined) return choose(scene, question, pressed.id)
  const answered = question === null ? null : answer(scene, question, content)
  const turn =
    answered ??
    (draft === null ? hearUnanswered(scene, content) : hearInDraft(scene, draft, content))
  const { danger } = content.understanding
  return danger === null ? turn : preceded([say(`danger.${danger}`)], turn)
}

/** Words kept back for "which ticket?" are not lost when something else is said: the newest ticket gets them. */
function hearUnanswered(scene: Scene, content: TextContent): Turn {
  const { question, waitingAct } = scene.dialogue
  const newest = openOnes(scene.own).at(-1)
  const kept = question?.kind === 'which-ticket' && waitingAct?.act === 'supplement'
  if (!kept || newest === undefined) return hearWithoutDraft(scene, content)
  const first = carryOut(scene, newest, waitingAct)
  const then = hearWithoutDraft({ ...scene, dialogue: first.dialogue }, content)
  return { ...preceded(first.replies, then), orders: [...first.orders, ...then.orders] }
}

/** Words that answer the question put; null when they do not. */
function answer(scene: Scene, question: Question, content: TextContent): Turn | null {
  const { ticketNumber } = content.understanding
  const done: Scene = { ...scene, dialogue: { ...scene.dialogue, question: null } }
  switch (question.kind) {
    case 'ticket-number':
      return ticketNumber === null ? null : tellStatus(done, ticketNumber)
    case 'which-ticket':
      return answerWhich(done, content)
    case 'withdraw':
      return answerWithdraw(scene, question, content.understanding)
    case 'exclusion-word':
      return hearWord(scene, content.text)
    case 'photo-place':
      return answerPhotoPlace(scene, question, content)
    case 'repeat':
      return answerRepeat(scene, question, content.understanding)
    case 'contacted':
    case 'solved':
    case 'satisfied':
      return answerWithWords(scene, question, content)
    default:
      return null
  }
}

function answerWhich(scene: Scene, { text, understanding }: TextContent): Turn | null {
  const one = byNumber(scene.own, understanding.ticketNumber)
  const after = scene.dialogue.waitingAct ?? { act: 'status', text }
  return one === undefined ? null : carryOut(scene, one, after)
}

function answerWithdraw(scene: Scene, question: Question, { acts }: Understanding): Turn | null {
  const [act] = acts
  const yes = act === 'confirm' || act === 'withdraw'
  const no = act === 'deny' || act === 'cancel'
  const choice = question.choices[yes ? 0 : 1]
  return (yes || no) && choice !== undefined ? choose(scene, question, choice.id) : null
}

/** Urging means the ticket there is; a plain no another one. More words are added, and it is asked again. */
function answerRepeat(scene: Scene, question: Question, { acts }: Understanding): Turn | null {
  const [act] = acts
  const same = act === 'urge' || act === 'confirm'
  const other = act === 'deny' || act === 'none-of-these'
  const choice = question.choices[same ? 0 : 1]
  return (same || other) && choice !== undefined ? choose(scene, question, choice.id) : null
}

/** A yes means the one township named, a no none; what says more is taken as any answer to where it is. */
function answerPhotoPlace(scene: Scene, question: Question, content: TextContent): Turn | null {
  const [act] = content.understanding.acts
  const [first, last] = [question.choices[0], question.choices.at(-1)]
  const only = question.choices.length === 2
  const no = act === 'deny' || act === 'none-of-these'
  const choice = no ? last : act === 'confirm' && only ? first : undefined
  return isBare(content) && choice !== undefined ? choose(scene, question, choice.id) : null
}

/** Words while a complaint is being gathered. */
function hearInDraft(scene: Scene, draft: Draft, content: TextContent): Turn {
  return steer(scene, draft, content) ?? gather(scene, draft, content)
}

/** Words that steer the dialogue instead of adding to the complaint; null when they add. */
function steer(scene: Scene, draft: Draft, content: TextContent): Turn | null {
  const { understanding, place } = content
  const { dialogue, own, tools } = scene
  if (place.outside !== null && place.town === null) return hearOutside(scene, draft, content)
  if (understanding.misplaced) return askPlaceAnew(dialogue, draft, tools)
  switch (understanding.acts[0]) {
    case 'cancel':
    case 'withdraw':
      return cancelled(dialogue)
    case 'handoff':
      return openAtDesk(dialogue, draft, tools, 'citizen-asked')
    case 'status':
      return own.length === 0 ? null : tellStatus(scene, understanding.ticketNumber)
    default:
      return steerQuestion(scene, draft, understanding.acts[0])
  }
}

/** Small talk, and short answers that only mean something after the right question. */
function steerQuestion({ dialogue, tools }: Scene, draft: Draft, act: DialogueAct | undefined) {
  const kind = dialogue.question?.kind
  if (act === 'none-of-these' && kind === 'category') return noneOfThese(dialogue, draft, tools)
  if (act === 'confirm' && kind === 'confirm') return openConfirmed(dialogue, draft, tools)
  if (act === 'thank') return speak(dialogue, [say('thanks')])
  const idle = act === 'confirm' || act === 'greet' || act === 'abuse'
  return idle ? askedAgain(dialogue, act === 'abuse' ? 'patience' : 'current') : null
}

/** What the words did not answer is put once more: a sentence alone would leave the citizen guessing. */
function askedAgain(dialogue: Dialogue, key: 'patience' | 'current'): Turn {
  const put = dialogue.question?.said !== undefined
  return speak(dialogue, [say(key), ...(put ? [standing(dialogue)] : [])])
}

/** Questions that are answered with a place. */
const placing: ReadonlySet<Question['kind'] | undefined> = new Set([
  'place',
  'candidates',
  'photo-place',
])

/** Adds what the words tell and takes the next step; a correction replaces what it names. */
function gather({ dialogue, tools }: Scene, draft: Draft, content: TextContent): Turn {
  const { understanding, together } = content
  const kind = dialogue.question?.kind
  const correcting = isCorrection(understanding) || (kind === 'correction' && !understanding.also)
  if ((correcting || understanding.acts[0] === 'deny') && isBare(content)) {
    return askCorrection(dialogue, tools)
  }
  const answering = !correcting && placing.has(kind)
  const heard = answering ? withSpot(content) : content
  const next = withText(draft, heard, { correcting, answering })
  const { clarification } = correcting ? understanding : together
  const turn = nextStep(uncounted(dialogue, draft, next), next, clarification, tools)
  return preceded(acknowledged(draft, next, { correcting, kind }), turn)
}

type Asked = { readonly correcting: boolean; readonly kind: Question['kind'] | undefined }

/** What the next question or the same summary would not show: that it was heard. */
function acknowledged(before: Draft, after: Draft, { correcting, kind }: Asked): readonly Reply[] {
  const secrecy = after.secrecy && !before.secrecy
  const phone = after.phone !== null && before.phone !== after.phone
  const shown =
    before.place.town !== after.place.town ||
    before.place.village !== after.place.village ||
    before.place.spot !== after.place.spot ||
    before.problems.length !== after.problems.length ||
    before.when !== after.when
  const silent = kind === 'confirm' && !correcting && !shown && !secrecy && !phone
  return [
    ...(secrecy ? [say('secrecy')] : []),
    ...(phone ? [say('phone.noted')] : []),
    ...(silent ? [say('noted')] : []),
  ]
}

/** Answering where instead of what: the question what may be put once more, the one where is saved. */
function uncounted(dialogue: Dialogue, before: Draft, after: Draft): Dialogue {
  const aside = dialogue.question?.kind === 'category' && before.place.town !== after.place.town
  return aside ? { ...dialogue, asked: dialogue.asked - 1 } : dialogue
}

function isCorrection({ acts, denied }: Understanding): boolean {
  const act: DialogueAct = 'correct'
  return acts.includes(act) || denied.length > 0
}

/** Says that something is wrong, not what. */
function isBare({ understanding, place }: TextContent): boolean {
  const { classification, denied, when, text } = understanding
  const named = classification.evidence.length > 0 || denied.length > 0 || when !== null
  const placed = place.town !== null || place.candidates.length > 0
  return !named && !placed && text.length <= 8
}

const spotAtMost = 40

/** An answer to "where" that names no place known to us is the spot itself, unless it says when. */
function withSpot(content: TextContent): TextContent {
  const { place, text, understanding } = content
  const found = place.town !== null || place.candidates.length > 0 || place.spot !== null
  const says = understanding.acts.some((act) => act === 'complain' || act === 'other')
  return found || !says || understanding.when !== null
    ? content
    : { ...content, place: { ...place, spot: text.trim().slice(0, spotAtMost) } }
}

/**
 * The place may have been a slip (哦不对，是果园街道): what was told is kept for the one that follows. What comes
 * on top of a place known (还有怀柔也有) leaves that as it is.
 */
function hearOutside(scene: Scene, draft: Draft, { place, understanding }: TextContent): Turn {
  const { dialogue, tools } = scene
  const said = say('outside', { name: place.outside ?? '' })
  if (understanding.also && draft.place.town !== null) {
    return preceded([said], nextStep(dialogue, draft, null, tools))
  }
  const asked = ask(dialogue, tools, { kind: 'place', choices: [] }, said)
  return { ...asked, outcome: 'out-of-scope' }
}

/** Outside the district: kindly elsewhere, nothing is opened. `name`: of the place. */
export function outside(dialogue: Dialogue, name: string): Turn {
  const replies = [say('outside', { name })]
  return speak(withoutDraft(dialogue), replies, { outcome: 'out-of-scope' })
}
