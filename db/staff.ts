import { and, asc, eq, gt, isNotNull, lt, sql } from 'drizzle-orm'
import type { Staff, StaffContact, StaffMember } from '#app/notices/notices-port.ts'
import { user } from './auth-schema.ts'
import type { Database, Db, Statement } from './database.ts'
import { staffCodeKey } from './keys.ts'
import { staffStatements } from './staff-outbox.ts'
import { staffContacts } from './notice-schema.ts'
import type { Seal } from './seal.ts'

type Contact = typeof staffContacts.$inferSelect
const nothingNew = { sealedNewEmail: null, codeKey: null, codeTries: 0 } as const

/** Accounts as far as notices need them, their sealed addresses and their choices. */
export function createStaff({ db, commit }: Database, seal: Seal): Staff {
  const find = async (accountId: string) => {
    const [row] = await db
      .select()
      .from(staffContacts)
      .where(eq(staffContacts.accountId, accountId))
    return row
  }
  const save = (accountId: string, set: Partial<Contact>) =>
    db
      .insert(staffContacts)
      .values({ accountId, codeTries: 0, ...set })
      .onConflictDoUpdate({ target: staffContacts.accountId, set })
  return {
    ...createReading(db, seal, find),
    ...createProving({ db, commit }, seal, save),
    choose: async (accountId, choices) => {
      await save(accountId, { choices })
    },
    forgetEmail: async (accountId) => {
      await save(accountId, { ...nothingNew, sealedEmail: null })
    },
  }
}

type Find = (accountId: string) => Promise<Contact | undefined>

function createReading(
  db: Db,
  seal: Seal,
  find: Find,
): Pick<Staff, 'members' | 'contact' | 'reachable'> {
  return {
    members: async () => {
      const rows = await db
        .select({ id: user.id, role: user.role, unit: user.unit, name: user.name })
        .from(user)
        .where(eq(user.disabled, false))
        .orderBy(asc(user.id))
      // Safe because accounts are made by createAccount alone, which checks role and unit.
      return rows as StaffMember[]
    },
    contact: async (accountId) => opened(seal, await find(accountId)),
    reachable: async () => {
      const rows = await db.select().from(staffContacts).where(isNotNull(staffContacts.sealedEmail))
      return Promise.all(
        rows.map(async (row) => ({
          accountId: row.accountId,
          contact: await opened(seal, row),
        })),
      )
    },
  }
}

/** A new address counts once its code has come back. */
function createProving(
  { db, commit }: Pick<Database, 'db' | 'commit'>,
  seal: Seal,
  save: (accountId: string, set: Partial<Contact>) => Statement & PromiseLike<unknown>,
): Pick<Staff, 'propose' | 'confirm'> {
  return {
    propose: async (accountId, { email, code, message }) => {
      const set = {
        sealedNewEmail: await seal.seal(email),
        codeKey: await staffCodeKey(seal, accountId, code),
        codeSentAt: message.createdAt,
        codeTries: 0,
      }
      await commit([save(accountId, set), ...(await staffStatements(db, seal, message))])
    },
    confirm: async (accountId, code, { sentAfter, tries }) => {
      const counted = await db
        .update(staffContacts)
        .set({ codeTries: sql`${staffContacts.codeTries} + 1` })
        .where(
          and(
            eq(staffContacts.accountId, accountId),
            isNotNull(staffContacts.sealedNewEmail),
            gt(staffContacts.codeSentAt, sentAfter),
            lt(staffContacts.codeTries, tries),
          ),
        )
        .returning()
      const [row] = counted
      if (row?.codeKey !== (await staffCodeKey(seal, accountId, code))) return false
      await save(accountId, { ...nothingNew, sealedEmail: row.sealedNewEmail })
      return true
    },
  }
}

async function opened(seal: Seal, row: Contact | undefined): Promise<StaffContact> {
  if (row === undefined) return { email: null, newEmail: null, choices: null }
  const { sealedEmail, sealedNewEmail, codeSentAt, codeTries, choices } = row
  // One that cannot be opened is none: it keeps nobody else from hearing.
  const open = async (sealed: string | null) =>
    sealed === null ? null : seal.open(sealed).catch(() => null)
  const [email, newEmail] = [await open(sealedEmail), await open(sealedNewEmail)]
  return {
    email,
    newEmail:
      newEmail === null ? null : { email: newEmail, sentAt: codeSentAt ?? 0, tries: codeTries },
    choices,
  }
}
