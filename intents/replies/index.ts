import type { Language } from '../types.ts'
import { replies as en } from './en.ts'
import type { ReplyKey } from './types.ts'
import { replies as hans } from './zh-hans.ts'
import { replies as hant } from './zh-hant.ts'

/** Every sentence the bot says, by language and key. */
export const replies: Readonly<Record<Language, Readonly<Record<ReplyKey, string>>>> = {
  'zh-hans': hans,
  'zh-hant': hant,
  en,
}
