import type { Language } from '#intents/types.ts'
import type { ReplyKey } from '#intents/replies/types.ts'
import { replies } from '#intents/replies/index.ts'
import { say } from '#domain/dialogue/dialogue.ts'
import type { Reply } from '#domain/dialogue/reply.ts'
import type { Refusal, RefusalCode } from '#domain/refusal.ts'
import { fill } from './fill.ts'

/** A sentence of the replies in a language, its `{slots}` filled. */
export function sayIn(
  language: Language,
  key: ReplyKey,
  slots: Readonly<Record<string, string | number>> = {},
): string {
  return fill(replies[language][key], slots, '')
}

/** What a reply says, in a language. */
export function renderReply(reply: Reply, language: Language): string {
  return sayIn(language, reply.key, reply.slots)
}

/** The first words to somebody who has just come. */
export function greetingReply(): Reply {
  return say('greeting')
}

/** What is said in a group: complaints are taken one to one. `group`: its id, for units that want notices there. */
export function groupReply(group: string): Reply {
  return say('in-group', { group })
}

const refusedKeys: Readonly<Partial<Record<RefusalCode, ReplyKey>>> = {
  'too-often': 'refused.too-often',
  'wrong-status': 'refused.wrong-status',
  'too-late': 'refused.too-late',
  'limit-reached': 'refused.limit-reached',
  'already-done': 'refused.already-done',
}

/** Why the mechanism refused, and what to do next, for a citizen. */
export function refusalReply(refusal: Refusal): Reply {
  return say(refusedKeys[refusal.refused] ?? 'refused.other', refusal.params)
}
