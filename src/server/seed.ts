import type { StaffAuth } from '#doors/staff-auth.ts'
import { serverTexts } from './texts.ts'

/** Makes the first administrator when there is none; gives its one-time password, else null. */
export async function ensureAdministrator(
  auth: StaffAuth,
): Promise<{ readonly username: string; readonly password: string } | null> {
  const accounts = await auth.accounts()
  if (accounts.some((account) => account.role === 'administrator')) return null
  const made = await auth.createAccount({
    username: 'admin',
    name: serverTexts.adminName,
    role: 'administrator',
    unit: null,
  })
  return 'denied' in made ? null : { username: made.account.username, password: made.password }
}
