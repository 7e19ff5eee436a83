import { HeadRow } from '#web/components/head-row.tsx'
import { fill, unitLabel } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { staffRoles } from '#doors/staff-auth.ts'
import type { Account, StaffSession } from '#doors/staff-auth.ts'
import { roleLabels } from '#doors/label-tables.ts'
import { words } from '#doors/words.ts'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { Notice, Select, UnitSelect } from '#web/components/pieces.tsx'
import { accountTexts } from './texts.ts'
import { staffNav } from '#web/nav-texts.ts'

/** What came of the last post. */
export type AccountsTold = {
  readonly fault?: string
  readonly typed?: Form
  readonly done?: keyof typeof accountTexts.accountDone
  readonly username?: string
  /** A one-time password, shown this once. */
  readonly secret?: { readonly username: string; readonly password: string }
}

const roleOptions = staffRoles.map((role) => ({ id: role, label: roleLabels[role] }))

function Told({ told }: { readonly told: AccountsTold }) {
  const { fault, done, username = '', secret } = told
  if (fault !== undefined) return <Notice kind="bad">{fault}</Notice>
  if (secret !== undefined) {
    return (
      <section class="notice good" role="status">
        <h2>{fill(accountTexts.oneTimeFor, { username: secret.username })}</h2>
        <p class="secret">{secret.password}</p>
        <p>{accountTexts.oneTime}</p>
      </section>
    )
  }
  if (done === undefined) return null
  return <Notice kind="good">{fill(accountTexts.accountDone[done], { username })}</Notice>
}

type DutyProps = { readonly id: string; readonly value: (name: string) => string }

function Duty({ id, value }: DutyProps) {
  return (
    <>
      <div class="field">
        <label for={`${id}-role`}>{accountTexts.role}</label>
        <Select
          id={`${id}-role`}
          name="role"
          options={roleOptions}
          chosen={value('role')}
          empty={words.choose}
          required
        />
      </div>
      <div class="field">
        <label for={`${id}-unit`}>
          {accountTexts.unit}
          <span class="hint">{accountTexts.unitHint}</span>
        </label>
        <UnitSelect id={`${id}-unit`} name="unit" chosen={value('unit')} empty={words.none} />
      </div>
    </>
  )
}

function NewAccount({ typed }: { readonly typed: Form | undefined }) {
  const value = (name: string) => (typed === undefined ? '' : valueOf(typed, name))
  return (
    <section class="card" aria-labelledby="new-account">
      <h2 id="new-account">{accountTexts.newAccount}</h2>
      <form method="post" action="/desk/accounts" class="slim">
        <div class="field">
          <label for="new-username">
            {accountTexts.username}
            <span class="hint">{accountTexts.usernameHint}</span>
          </label>
          <input
            id="new-username"
            name="username"
            value={value('username')}
            required
            minlength={3}
            maxlength={30}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
        </div>
        <div class="field">
          <label for="new-name">{accountTexts.name}</label>
          <input
            id="new-name"
            name="name"
            value={value('name')}
            required
            maxlength={50}
            autocomplete="off"
          />
        </div>
        <Duty id="new" value={value} />
        <button>{accountTexts.create}</button>
      </form>
    </section>
  )
}

function Acts({ account, own }: { readonly account: Account; readonly own: boolean }) {
  const to = (act: string) => `/desk/accounts/${account.id}/${act}`
  const about = <span class="hidden">{` ${account.username}`}</span>
  const toggle = account.disabled ? 'enable' : 'disable'
  return (
    <div class="actions">
      <form method="post" action={to('reset')}>
        <button class="plain">
          {accountTexts.reset}
          {about}
        </button>
      </form>
      {own ? null : (
        <form method="post" action={to(toggle)}>
          <button class="plain">
            {accountTexts[toggle]}
            {about}
          </button>
        </form>
      )}
    </div>
  )
}

/** Name, role and unit as they are, to be changed; the name one signs in with stays. */
function Change({ account }: { readonly account: Account }) {
  const { id, username, name, role, unit } = account
  const now: Readonly<Record<string, string>> = { role, unit: unit ?? '' }
  return (
    <details>
      <summary>
        {accountTexts.change}
        <span class="hidden">{` ${username}`}</span>
      </summary>
      <form method="post" action={`/desk/accounts/${id}/change`} class="slim">
        <div class="field">
          <label for={`${id}-name`}>{accountTexts.name}</label>
          <input id={`${id}-name`} name="name" value={name} required maxlength={50} />
        </div>
        <Duty id={id} value={(field) => now[field] ?? ''} />
        <button>
          {accountTexts.saveChange}
          <span class="hidden">{` ${username}`}</span>
        </button>
      </form>
    </details>
  )
}

function Line({ account, own }: { readonly account: Account; readonly own: boolean }) {
  const head = accountTexts.accountsHead
  const unit = account.unit === null ? accountTexts.wholeDistrict : unitLabel(account.unit)
  return (
    <tr>
      <th scope="row">{account.username}</th>
      <td data-label={head.name}>{account.name}</td>
      <td data-label={head.role}>{roleLabels[account.role]}</td>
      <td data-label={head.unit}>{unit}</td>
      <td data-label={head.state}>
        <span class="badges">
          {account.disabled ? (
            <span class="badge red">{accountTexts.disabled}</span>
          ) : (
            <span class="badge">{accountTexts.active}</span>
          )}
          {account.mustChangePassword ? (
            <span class="badge amber">{accountTexts.firstSignIn}</span>
          ) : null}
        </span>
      </td>
      <td data-label={head.act}>
        <div>
          <Acts account={account} own={own} />
          <Change account={account} />
        </div>
      </td>
    </tr>
  )
}

type AccountsProps = {
  readonly staff: StaffSession
  readonly accounts: readonly Account[]
  readonly told: AccountsTold
}

/** Every account with what may be done to it, and a form for a new one. */
export function AccountsPage({ staff, accounts, told }: AccountsProps) {
  return (
    <StaffPage title={accountTexts.accountsTitle} staff={staff} path="/desk/accounts">
      <h1>{accountTexts.accountsTitle}</h1>
      <p class="soft">
        {`${accountTexts.accountsIntro} `}
        <a class="touch" href="/desk/outbox">
          {staffNav.outboxLink}
        </a>
      </p>
      <Told told={told} />
      <table class="cards">
        <HeadRow labels={accountTexts.accountsHead} />
        <tbody>
          {accounts.map((account) => (
            <Line account={account} own={account.id === staff.account.id} />
          ))}
        </tbody>
      </table>
      <NewAccount typed={told.typed} />
    </StaffPage>
  )
}
