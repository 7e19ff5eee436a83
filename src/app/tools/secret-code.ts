import type { Ctx } from '#app/ctx.ts'

/** Letters and digits that cannot be mistaken for each other when read out. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const length = 8

/** A fresh secret code for a citizen: eight signs, to be read out or shown once. */
export function makeCode({ randomBytes }: Pick<Ctx, 'randomBytes'>): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('')
}
