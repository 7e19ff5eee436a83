import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { NoticeChoices } from '#domain/notices/choices.ts'
import { defaultChoices } from '#domain/notices/choices.ts'
import { heardBy } from '#app/people/unmanned.ts'
import type { Ctx } from '#app/ctx.ts'
import { noticeTexts } from './notice-texts.ts'
import type { Notices, Reader, StaffContact } from './notices-port.ts'
import { fill } from '#app/tools/fill.ts'

/** Notices of one page. */
const noticesPerPage = 30
const minute = 60_000
const codeLifeMs = 30 * minute
const codeTries = 5
const codeEveryMs = minute

type Listed = Awaited<ReturnType<Notices['list']>>

export type NoticePage = {
  readonly notices: Listed
  /** Ask for what is before it; null: this is all. */
  readonly next: number | null
  readonly unread: number
}

/** Whoever is signed in, as somebody who is told. */
export async function readerOf({ actor, staff }: Pick<Ctx, 'actor' | 'staff'>): Promise<Reader> {
  const members = actor.role === 'dispatcher' ? await staff.members() : []
  return { accountId: actor.id, audiences: heardBy(actor, members) }
}

/** One's own notices, newest first. */
export async function readNotices(
  ctx: Ctx,
  query: { readonly unreadOnly: boolean; readonly before: number | null },
): Promise<NoticePage> {
  const reader = await readerOf(ctx)
  const [found, unread] = await Promise.all([
    ctx.notices.list(reader, { ...query, limit: noticesPerPage + 1 }),
    ctx.notices.unread(reader),
  ])
  const notices = found.slice(0, noticesPerPage)
  const last = found.length > noticesPerPage ? notices.at(-1) : undefined
  return { notices, next: last?.position ?? null, unread }
}

/** One's address and choices, the defaults where nothing has been chosen. */
export async function readOwnChoices(
  ctx: Ctx,
): Promise<Omit<StaffContact, 'choices'> & { readonly choices: NoticeChoices; mailOn: boolean }> {
  const contact = await ctx.staff.contact(ctx.actor.id)
  const mailOn = ctx.staffSenders?.email !== undefined
  return { ...contact, choices: contact.choices ?? defaultChoices, mailOn }
}

/** Keeps an address and mails its code. Refuses 'way-off', 'too-often' (a code a minute), 'invalid-input'. */
export async function proposeEmail(ctx: Ctx, given: string): Promise<Refusal | null> {
  if (ctx.staffSenders?.email === undefined) return refuse('way-off')
  const email = given.trim()
  if (!isMailbox(email)) return refuse('invalid-input', { fields: 'email' })
  const { newEmail } = await ctx.staff.contact(ctx.actor.id)
  const now = ctx.now()
  if (newEmail !== null && now - newEmail.sentAt < codeEveryMs) return refuse('too-often')
  const code = sixDigits(ctx)
  const text = fill(noticeTexts.code, { code, minutes: codeLifeMs / minute })
  await ctx.staff.propose(ctx.actor.id, {
    email,
    code,
    message: {
      batch: ctx.newId(),
      recipient: `mail:${ctx.actor.id}`,
      way: 'email',
      subject: noticeTexts.codeSubject,
      lines: [text],
      items: [],
      purpose: 'code',
      createdAt: now,
    },
  })
  return null
}

/** Proves the new address. Refuses 'invalid-input' for a wrong or spent code. */
export async function confirmEmail(ctx: Ctx, code: string): Promise<Refusal | null> {
  const limits = { sentAfter: ctx.now() - codeLifeMs, tries: codeTries }
  const right = await ctx.staff.confirm(ctx.actor.id, code.trim(), limits)
  return right ? null : refuse('invalid-input', { fields: 'code' })
}

/** One address and nothing around it: no list, no name, no line of a header. */
function isMailbox(email: string): boolean {
  return (
    email.length <= 200 && /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\]{2,}$/.test(email)
  )
}

/** Evenly drawn: 24 bits are cut where a million does not fit any more. */
function sixDigits(ctx: Ctx): string {
  const million = 1_000_000
  const [a = 0, b = 0, c = 0] = ctx.randomBytes(3)
  const drawn = a * 65_536 + b * 256 + c
  return drawn < 16 * million ? String(drawn % million).padStart(6, '0') : sixDigits(ctx)
}
