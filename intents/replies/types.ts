import type { replies } from './zh-hans.ts'

/** Every sentence the bot can say, by key. The other languages have the same keys (tests/data.test.ts). */
export type ReplyKey = keyof typeof replies
