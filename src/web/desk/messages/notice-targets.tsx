import { Hono } from 'hono'
import type { Context } from 'hono'
import {
  addTarget,
  chooseForTarget,
  ownersOf,
  readTargets,
  removeTarget,
  testTarget,
} from '#app/notices/manage-targets.ts'
import { targetWays } from '#app/notices/notices-port.ts'
import type { NoticeTarget, TargetAddress, TargetOwner } from '#app/notices/notices-port.ts'
import { defaultChoices } from '#domain/notices/choices.ts'
import { kindsFor } from '#domain/notices/matters.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { fill, unitLabel } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { noticePageTexts, wayLabels } from './texts.ts'
import { ChoiceFields, readChoices } from './choices-form.tsx'
import { chosen, readForm, valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { Notice, Select } from '#web/components/pieces.tsx'

const say = noticePageTexts
const path = '/desk/notices/targets'
const uuid = '[0-9a-fA-F-]{36}'
const tailLength = 4
const ways = targetWays.map((id) => ({ id, label: wayLabels[id] }))

function ownerLabel(owner: TargetOwner): string {
  return owner === 'dispatchers' || owner === 'inspectors' ? say.owners[owner] : unitLabel(owner)
}

function kindsOf(owner: TargetOwner) {
  return kindsFor(owner === 'dispatchers' || owner === 'inspectors' ? owner : 'unit')
}

/** Enough of an address to know it again: keys and paths stay hidden. */
function hintOf(address: TargetAddress): string {
  if (address.way === 'webhook') return new URL(address.url).origin
  const whole = address.way === 'wecom-robot' ? address.key : address.groupId
  return fill(say.tail, { tail: whole.slice(-tailLength) })
}

function Target({ target }: { readonly target: NoticeTarget }) {
  const { id, owner, label, address, choices } = target
  return (
    <article class="card" aria-labelledby={`t-${id}`}>
      <h2 id={`t-${id}`}>{label}</h2>
      <p class="soft">
        {ownerLabel(owner)} · {wayLabels[address.way]} {hintOf(address)}
      </p>
      <div class="actions">
        <form method="post" action={`${path}/${id}/test`}>
          <button class="plain">{say.test}</button>
        </form>
        <form method="post" action={`${path}/${id}/remove`}>
          <button class="plain">{say.remove}</button>
        </form>
      </div>
      <details class="step">
        <summary>{say.change}</summary>
        <form method="post" action={`${path}/${id}`}>
          <ChoiceFields id={id} kinds={kindsOf(owner)} choices={choices} desk={false} />
          <button>{say.save}</button>
        </form>
      </details>
    </article>
  )
}

type AddProps = { readonly owners: readonly TargetOwner[]; readonly typed: Form | null }

function AddForm({ owners, typed }: AddProps) {
  const value = (name: string) => (typed === null ? '' : valueOf(typed, name))
  const options = owners.map((id) => ({ id, label: ownerLabel(id) }))
  return (
    <section class="card" aria-labelledby="add">
      <h2 id="add">{say.addTitle}</h2>
      <form method="post" action={path} class="slim">
        <div class="field">
          <label for="owner">{say.owner}</label>
          <Select id="owner" name="owner" options={options} chosen={value('owner')} />
        </div>
        <div class="field">
          <label for="way">{say.way}</label>
          <Select id="way" name="way" options={ways} chosen={value('way')} />
        </div>
        <div class="field">
          <label for="label">
            {say.label}
            <span class="hint">{say.labelHint}</span>
          </label>
          <input id="label" name="label" required maxlength={50} value={value('label')} />
        </div>
        <div class="field">
          <label for="address">
            {say.address}
            {ways.map(({ id, label }) => (
              <span class="hint">{`${label}：${say.addressHints[id]}`}</span>
            ))}
          </label>
          <input id="address" name="address" required maxlength={1000} value={value('address')} />
        </div>
        <button>{say.add}</button>
      </form>
    </section>
  )
}

type PageProps = {
  readonly staff: StaffSession
  readonly owners: readonly TargetOwner[]
  readonly targets: readonly NoticeTarget[]
  readonly outcome: Outcome
}

type Outcome = {
  readonly good?: string
  readonly bad?: string
  readonly typed?: Form
  /** Of a webhook just added. */
  readonly secret?: string
}

function TargetsPage({ staff, owners, targets, outcome }: PageProps) {
  const { good, bad, secret, typed } = outcome
  return (
    <StaffPage title={say.targetsTitle} staff={staff} path={path}>
      <h1>{say.targetsTitle}</h1>
      {good === undefined ? null : <Notice kind="good">{good}</Notice>}
      {bad === undefined ? null : <Notice kind="bad">{bad}</Notice>}
      {secret === undefined ? null : (
        <Notice>
          {say.secretOnce} <strong class="key">{secret}</strong>
        </Notice>
      )}
      <p class="soft">{say.targetsIntro}</p>
      {targets.length === 0 ? <p class="card">{say.targetsEmpty}</p> : null}
      {targets.map((target) => (
        <Target target={target} />
      ))}
      <AddForm owners={owners} typed={typed ?? null} />
    </StaffPage>
  )
}

const done: Readonly<Record<string, string>> = {
  saved: say.saved,
  removed: say.removed,
  tested: say.tested,
}

/** Where units, the desk and the bureau are told as groups: set by a unit's lead for their own, by the administrator for all. */
export function noticeTargetPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get(path, (c) => {
    const good = done[c.req.query('done') ?? '']
    return show(c, good === undefined ? {} : { good })
  })
  app.post(path, async (c) => {
    const form = await readForm(c)
    const added = await add(c, form)
    if (isRefusal(added)) return refused(c, added, form)
    const secret = added.address.way === 'webhook' ? { secret: added.address.secret } : {}
    return show(c, { good: say.added, ...secret })
  })
  app.post(`${path}/:id{${uuid}}`, async (c) => {
    const target = await c.get('ctx').noticeTargets.get(c.req.param('id'))
    if (target === null) return refusalPage(c, refuse('not-found'))
    const choices = readChoices(await readForm(c), kindsOf(target.owner), target.choices)
    if (choices === null) return refusalPage(c, refuse('invalid-input', { fields: 'choices' }))
    return after(c, await chooseForTarget(c.get('ctx'), target.id, choices), 'saved')
  })
  app.post(`${path}/:id{${uuid}}/remove`, async (c) =>
    after(c, await removeTarget(c.get('ctx'), c.req.param('id')), 'removed'),
  )
  app.post(`${path}/:id{${uuid}}/test`, async (c) =>
    after(c, await testTarget(c.get('ctx'), c.req.param('id')), 'tested'),
  )
  return app
}

function add(c: Context<StaffEnv>, form: Form) {
  const ctx = c.get('ctx')
  const owner = ownersOf(ctx.actor).find((one) => one === valueOf(form, 'owner'))
  const way = chosen(form, 'way', ways)
  if (owner === undefined || way === undefined) return refuse('not-allowed')
  const label = valueOf(form, 'label')
  const address = valueOf(form, 'address')
  return addTarget(ctx, { owner, way: way.id, label, address, choices: defaultChoices })
}

function refused(c: Context<StaffEnv>, refusal: Refusal, typed: Form) {
  if (refusal.refused === 'way-off') return show(c, { bad: say.wayOff, typed })
  if (refusal.refused !== 'invalid-input') return refusalPage(c, refusal)
  const bad = refusal.params['fields'] === 'label' ? say.labelFault : say.addressFault
  return show(c, { bad, typed })
}

function after(c: Context<StaffEnv>, refusal: Refusal | null, what: string) {
  return refusal === null ? c.redirect(`${path}?done=${what}`, 303) : refusalPage(c, refusal)
}

async function show(c: Context<StaffEnv>, outcome: Outcome) {
  const ctx = c.get('ctx')
  const targets = await readTargets(ctx)
  if (isRefusal(targets)) return refusalPage(c, targets)
  const owners = ownersOf(ctx.actor)
  const page = <TargetsPage {...{ staff: c.get('staff'), owners, targets, outcome }} />
  return c.html(page, outcome.bad === undefined ? 200 : 422)
}
