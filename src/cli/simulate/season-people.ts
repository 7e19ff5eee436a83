import { unitLabel } from '#app/tools/converse-tools.ts'
import type { Account, NewAccount, StaffAuth } from '#doors/staff-auth.ts'
import { nameOf } from './simulate-crew.ts'
import { shown } from './season-shares.ts'
import { cliTexts, fillText } from '#cli/texts.ts'

/** One account for each role, two officers: of a township and of a bureau. */
export const hands: readonly Omit<NewAccount, 'name'>[] = [
  { username: 'town', role: 'officer', unit: shown.town },
  { username: 'bureau', role: 'officer', unit: shown.bureau },
  { username: 'lead', role: 'unit-lead', unit: shown.lead },
  { username: 'dispatcher', role: 'dispatcher', unit: null },
  { username: 'operator', role: 'operator', unit: null },
  { username: 'inspector', role: 'inspector', unit: null },
  { username: 'admin', role: 'administrator', unit: null },
]

/** Makes the accounts a visitor signs in with, all with one password that need not be changed. */
export async function makeAccounts(auth: StaffAuth, password: string): Promise<Account[]> {
  const accounts: Account[] = []
  for (const [index, hand] of hands.entries()) {
    const made = await auth.createAccount({ ...hand, name: nameOf(index + 200) }, password)
    if ('denied' in made) throw new Error(`account ${hand.username}: ${made.denied}`)
    accounts.push(made.account)
  }
  return accounts
}

/** What an account is for, in words. */
export function describeAccount({ username, role, unit }: Account): string {
  const title = cliTexts.demoRoles[role]
  const what =
    unit === null ? title : fillText(cliTexts.demoOf, { unit: unitLabel(unit), role: title })
  return fillText(cliTexts.demoAccount, { username, what })
}
