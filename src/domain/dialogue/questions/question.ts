import type { DialogueAct } from '#intents/types.ts'
import type { Acts, Meaning } from '../acts.ts'
import type { Asked, Moves } from '../move.ts'
import type { QuestionKind } from '../reply.ts'
import type { Heard, Scene } from '../types.ts'

/** What an answer tells of a draft: words that answer are taken as that. */
export type About = 'matter' | 'place' | 'correction' | 'summary'

type Leaves = (scene: Scene, content: Heard['content']) => Moves | null

type Press = (scene: Scene, choiceId: string) => Moves | null

/** The n-th of the question's buttons, from the end when negative: the act means a press of it. */
type Button = { readonly button: number }

type Given<K extends QuestionKind, Args extends readonly unknown[]> = {
  readonly kind: K
  readonly put: (...args: Args) => Omit<Asked, 'kind'>
  readonly press?: Press
  readonly acts?: { readonly [A in DialogueAct]?: Meaning | Button }
  readonly words?: Meaning
  readonly leaves?: Leaves
  readonly about?: About
  readonly awaited?: boolean
}

/** A question of the dialogue, whole. */
export type Declared<
  K extends QuestionKind = QuestionKind,
  Args extends readonly unknown[] = never,
> = {
  readonly kind: K
  /** How it is put: its sentence and its buttons. */
  readonly put: (...args: Args) => Asked
  /** What a press of one of its buttons means; null: nothing any more. */
  readonly press: Press
  /** What an act means in answer to it. */
  readonly acts: Acts
  /** What other words mean in answer to it; null when they do not answer. */
  readonly words: Meaning
  /** What becomes of what was kept for its answer when something else comes; null: nothing was. */
  readonly leaves: Leaves
  readonly about: About | null
  /** False: it only offers. What comes next may be anything, and it is not put again after it. */
  readonly awaited: boolean
}

/** Declares a question; what is left out is not there. */
export function question<K extends QuestionKind, Args extends readonly unknown[]>({
  kind,
  put,
  press = () => null,
  acts = {},
  words = () => null,
  leaves = () => null,
  about,
  awaited = true,
}: Given<K, Args>): Declared<K, Args> {
  return {
    kind,
    put: (...args) => ({ kind, ...put(...args) }),
    press,
    acts: Object.fromEntries(
      Object.entries(acts).map(([act, meant]) => [
        act,
        'button' in meant ? pressing(press, meant) : meant,
      ]),
    ),
    words,
    leaves,
    about: about ?? null,
    awaited,
  }
}

function pressing(press: Press, { button }: Button): Meaning {
  return (scene) => {
    const choice = scene.dialogue.question?.choices.at(button)
    return choice === undefined ? null : press(scene, choice.id)
  }
}
