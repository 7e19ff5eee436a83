import type { DialogueAct, Understanding } from '#intents/types.ts'
import { meaningOf } from './acts.ts'
import type { Acts } from './acts.ts'
import { asides } from './aside.ts'
import { say } from './dialogue.ts'
import { withText } from './draft.ts'
import { afterDropping } from './drop.ts'
import type { Taking } from './draft.ts'
import { ask, become, goOn, tell } from './move.ts'
import type { Moves } from './move.ts'
import { placeAskedAnew } from './next-step.ts'
import { dropped } from './questions/confirm.ts'
import { correction } from './questions/correction.ts'
import { declared } from './questions/index.ts'
import { place as placeQuestion } from './questions/place.ts'
import type { About } from './questions/question.ts'
import type { Reply } from './reply.ts'
import { isBare, names } from './said.ts'
import type { Dialogue, Draft, Scene, TextContent } from './types.ts'

/** What an act means while a complaint is being gathered, if it does not answer the question; else it adds. */
const acts: Acts = {
  ...asides,
  cancel: ({ dialogue: { draft } }) => draft && dropped(draft),
  withdraw: ({ dialogue: { draft } }) => draft && dropped(draft),
  handoff: ({ dialogue: { draft } }) =>
    draft && [{ do: 'to-desk', draft, reason: 'citizen-asked', note: null }],
  status: ({ own }, { understanding: { ticketNumber: number } }) =>
    own.length === 0 ? null : [{ do: 'status', number }],
  keep: () => [tell([say('keep.none')])],
  confirm: () => [tell([say('current')])],
  greet: () => [tell([say('current')])],
  deny: (_, { understanding: { acts: read } }) =>
    read.includes('correct') ? null : [ask(correction.put())],
}

/** Words while a complaint is being gathered: they steer the talk, or add to the complaint. */
export function hearInDraft(scene: Scene, draft: Draft, content: TextContent): Moves {
  const { understanding, place } = content
  if (place.outside !== null && place.town === null) {
    return outsideInDraft(draft, place.outside, understanding)
  }
  if (understanding.misplaced) return placeAskedAnew(scene, draft)
  const fewer = fewerProblems(draft, content)
  if (fewer !== null) return fewer
  const [act] = understanding.acts
  const tells = names(content) && !heavy.has(act) && !(light.has(act) && place.town === null)
  return (tells ? null : meaningOf(acts, scene, content)) ?? gathered(scene, draft, content)
}

/** One of several problems is not to be told after all; the others stay as they are. */
function fewerProblems(draft: Draft, { understanding, text }: TextContent): Moves | null {
  const { acts: read, drops } = understanding
  const says = read.slice(0, 3).includes('drop') || drops.some(({ sure }) => sure)
  const several = draft.problems.length > 1 && says
  const problems = several ? afterDropping(draft.problems, drops) : null
  return problems && [goOn({ ...draft, problems, texts: [...draft.texts, text] })]
}

/** What these mean they mean, whatever place or nuisance the words name. */
const heavy: ReadonlySet<DialogueAct | undefined> = new Set([
  'cancel',
  'withdraw',
  'handoff',
  'ask',
  'deny',
  'status',
  'keep',
])

/** What these name is no trouble, unless they say where it is. */
const light: ReadonlySet<DialogueAct | undefined> = new Set(['abuse', 'praise', 'suggest'])

/**
 * The place may have been a slip (哦不对，是果园街道): what was told is kept for the one that follows. What comes
 * on top of a place known (还有怀柔也有) leaves that as it is.
 */
function outsideInDraft(draft: Draft, outside: string, { also }: Understanding): Moves {
  return also && draft.place.town !== null
    ? [tell([say('outside', { name: outside })]), goOn(draft)]
    : [ask(placeQuestion.put({ outside })), tell([], { outcome: 'out-of-scope' })]
}

/** Adds what the words tell and takes the next step; a correction replaces what it names. */
function gathered({ dialogue }: Scene, draft: Draft, content: TextContent): Moves {
  const about = declared(dialogue.question)?.about ?? null
  const taking = takingOf(about, content.understanding)
  const { correcting, answering } = taking
  if (correcting && isBare(content)) return [ask(correction.put())]
  if (about === 'summary' && saysNothingNew(content)) return [tell([say('unclear')])]
  const next = withText(draft, answering ? withSpot(content) : content, taking)
  const { clarification } = correcting ? content.understanding : content.together
  return [
    tell(acknowledged(draft, next, about === 'summary' && !correcting)),
    ...(about === 'matter' ? uncounted(dialogue, draft, next) : []),
    goOn(next, clarification),
  ]
}

/** Under a summary words of which nothing was understood add nothing: what was shown is put once more. */
function saysNothingNew({ understanding, place }: TextContent): boolean {
  const { acts: read, classification, when, phone, secrecy } = understanding
  const tells = classification.evidence.length > 0 || when !== null || phone !== null || secrecy
  return read[0] === 'other' && !tells && place.town === null && place.spot === null
}

/** How words are taken under a question about this. */
function takingOf(about: About | null, { acts: read, denied, also }: Understanding): Taking {
  const act: DialogueAct = 'correct'
  const corrects = read.includes(act) || denied.length > 0
  const correcting = corrects || (about === 'correction' && !also)
  const adds = also || read.includes('add')
  return { correcting, answering: !correcting && !adds && about === 'place' }
}

/** What the next question, or the same summary shown once more, would not show: that it was heard. */
function acknowledged(before: Draft, after: Draft, sameSummary: boolean): readonly Reply[] {
  const secrecy = after.secrecy && !before.secrecy
  const phone = after.phone !== null && before.phone !== after.phone
  const silent = sameSummary && !isShown(before, after) && !secrecy && !phone
  return [
    ...(secrecy ? [say('secrecy')] : []),
    ...(phone ? [say('phone.noted')] : []),
    ...(silent ? [say('noted')] : []),
  ]
}

/** Whether a summary shows that more was told. */
function isShown(before: Draft, after: Draft): boolean {
  return (
    before.place.town !== after.place.town ||
    before.place.village !== after.place.village ||
    before.place.spot !== after.place.spot ||
    before.problems.length !== after.problems.length ||
    before.when !== after.when
  )
}

/** Answering where instead of what: the question what may be put once more, the one where is saved. */
function uncounted({ asked }: Dialogue, before: Draft, after: Draft): Moves {
  return before.place.town === after.place.town ? [] : [become({ asked: asked - 1 })]
}

const spotAtMost = 40

/** An answer to "where" that names no place known to us is the spot itself, unless it says when or asks for secrecy. */
function withSpot(content: TextContent): TextContent {
  const { place, text, understanding } = content
  const found = place.town !== null || place.candidates.length > 0 || place.spot !== null
  const says = understanding.acts.some((act) => act === 'complain' || act === 'other')
  return found || !says || understanding.when !== null || understanding.secrecy
    ? content
    : { ...content, place: { ...place, spot: text.trim().slice(0, spotAtMost) } }
}
