import { plainName } from '#app/tools/bound-message.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import type { Account, NewAccount, StaffAuth, StaffRole } from '#doors/staff-auth.ts'
import { staffRoles } from '#doors/staff-auth.ts'
import type { BetterAuth } from './auth.ts'

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const usernamePattern = /^[a-z0-9._]{3,30}$/

/** Listing, creating, changing, resetting and disabling accounts: for the administrator's page and the seed. */
export function makeAccounts(
  auth: BetterAuth,
): Pick<
  StaffAuth,
  'accounts' | 'createAccount' | 'changeAccount' | 'resetPassword' | 'setDisabled'
> {
  return {
    accounts: async () => {
      const { adapter } = await auth.$context
      const rows = await adapter.findMany({
        model: 'user',
        sortBy: { field: 'username', direction: 'asc' },
        limit: 1000,
      })
      return rows.map(toAccount).filter((account) => account !== null)
    },
    createAccount: (input, password) => createAccount(auth, input, password),
    changeAccount: (id, input) => changeAccount(auth, id, input),
    resetPassword: async (id) => {
      const account = await find(auth, id)
      if (account === null) return null
      const { adapter, internalAdapter, password: hasher } = await auth.$context
      const password = oneTimePassword()
      await internalAdapter.updatePassword(id, await hasher.hash(password))
      // Who has lost their password may have lost their authenticator with it.
      await internalAdapter.updateUser(id, { mustChangePassword: true, twoFactorEnabled: false })
      await adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: id }] })
      await endSessions(auth, id)
      const after = { ...account, mustChangePassword: true, hasSecondFactor: false }
      return { account: after, password }
    },
    setDisabled: async (id, disabled) => {
      const account = await find(auth, id)
      if (account === null) return null
      const { internalAdapter } = await auth.$context
      await internalAdapter.updateUser(id, { disabled })
      if (disabled) await endSessions(auth, id)
      return { ...account, disabled }
    },
  }
}

async function createAccount(
  auth: BetterAuth,
  input: NewAccount,
  given?: string,
): ReturnType<StaffAuth['createAccount']> {
  const username = input.username.trim().toLowerCase()
  if (!valid({ ...input, username })) return { denied: 'invalid' }
  const { adapter, internalAdapter, password: hasher } = await auth.$context
  const where = [{ field: 'username', value: username }]
  if ((await adapter.findOne({ model: 'user', where })) !== null)
    return { denied: 'username-taken' }
  const password = given ?? oneTimePassword()
  const user = await internalAdapter.createUser(
    {
      name: input.name.trim(),
      // The library wants an address; nothing is ever sent to it.
      email: `${username}@staff.invalid`,
      emailVerified: true,
      username,
      displayUsername: username,
      role: input.role,
      unit: unitOf(input),
      disabled: false,
      mustChangePassword: given === undefined,
    },
    { method: 'credential' },
  )
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: await hasher.hash(password),
  })
  const account = toAccount(user)
  return account === null ? { denied: 'invalid' } : { account, password }
}

async function changeAccount(
  auth: BetterAuth,
  id: string,
  input: Omit<NewAccount, 'username'>,
): ReturnType<StaffAuth['changeAccount']> {
  const account = await find(auth, id)
  if (account === null) return null
  if (!valid({ ...input, username: account.username })) return { denied: 'invalid' }
  const changed = { name: input.name.trim(), role: input.role, unit: unitOf(input) }
  const { internalAdapter } = await auth.$context
  await internalAdapter.updateUser(id, changed)
  if (changed.role !== account.role || changed.unit !== account.unit) await endSessions(auth, id)
  return { ...account, ...changed }
}

function valid(input: NewAccount): boolean {
  const needsUnit = input.role === 'officer' || input.role === 'unit-lead'
  return (
    usernamePattern.test(input.username) &&
    input.name.trim() !== '' &&
    plainName(input.name) === input.name.trim() &&
    input.name.length <= 50 &&
    (!needsUnit || input.unit !== null)
  )
}

/** Only those who act for a unit have one: everybody else sees the district. */
function unitOf(input: Pick<NewAccount, 'role' | 'unit'>): UnitId | null {
  return input.role === 'officer' || input.role === 'unit-lead' ? input.unit : null
}

async function endSessions(auth: BetterAuth, userId: string): Promise<void> {
  const { adapter } = await auth.$context
  await adapter.deleteMany({ model: 'session', where: [{ field: 'userId', value: userId }] })
}

async function find(auth: BetterAuth, id: string): Promise<Account | null> {
  const { adapter } = await auth.$context
  return toAccount(await adapter.findOne({ model: 'user', where: [{ field: 'id', value: id }] }))
}

/** A row of the library's user table → an account; null for what is none of ours. */
export function toAccount(row: unknown): Account | null {
  if (typeof row !== 'object' || row === null) return null
  const { id, username, name, role, unit, disabled, mustChangePassword, twoFactorEnabled } = {
    id: null,
    username: null,
    name: null,
    role: null,
    unit: null,
    disabled: false,
    mustChangePassword: false,
    twoFactorEnabled: false,
    ...row,
  } as Record<string, unknown> // safe because every field is checked below
  const staffRole = staffRoles.find((known) => known === role)
  if (typeof id !== 'string' || typeof username !== 'string' || typeof name !== 'string')
    return null
  if (staffRole === undefined) return null
  return {
    id,
    username,
    name,
    role: staffRole satisfies StaffRole,
    unit: units.find((known) => known.id === unit)?.id ?? null,
    disabled: disabled === true,
    mustChangePassword: mustChangePassword === true,
    hasSecondFactor: twoFactorEnabled === true,
    mustAddFactor: false,
  }
}

/** 12 letters and digits nobody mistakes for another: about 59 bits. */
function oneTimePassword(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(12))
  return [...bytes].map((n) => alphabet[n % alphabet.length]).join('')
}
