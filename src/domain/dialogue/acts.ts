import type { DialogueAct } from '#intents/types.ts'
import type { Moves } from './move.ts'
import type { Scene, TextContent } from './types.ts'

/** What words come to; null: nothing here, they are read on. */
export type Meaning = (scene: Scene, content: TextContent) => Moves | null

/** What an act means at one point of the talk: under a question, in a draft, outside both. */
export type Acts = { readonly [A in DialogueAct]?: Meaning }

/** What words mean by these acts: by the likeliest, unless another one is named. */
export function meaningOf(
  acts: Acts,
  scene: Scene,
  content: TextContent,
  act: DialogueAct | undefined = content.understanding.acts[0],
): Moves | null {
  return (act === undefined ? undefined : acts[act])?.(scene, content) ?? null
}
