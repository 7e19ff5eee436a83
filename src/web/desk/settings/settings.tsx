import { Hono } from 'hono'
import type { Context } from 'hono'
import { beijingDay } from '#routing/calendar.ts'
import { dayBegins } from '#routing/calendar.ts'
import { earliestFrom } from '#app/settings/book.ts'
import type { SettingChange } from '#app/settings/book.ts'
import { changeSetting, readSettings } from '#app/settings/change-setting.ts'
import type { SettingView } from '#app/settings/change-setting.ts'
import { declarationOf } from '#app/settings/declared.ts'
import type { SettingDeclaration, SettingField, SettingValues } from '#app/settings/declared.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { dateTime } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { HeadRow } from '#web/components/head-row.tsx'
import { Notice } from '#web/components/pieces.tsx'
import { readForm, valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import { requireRole } from '#web/session.ts'
import { settingPageTexts as say } from './texts.ts'

const path = '/desk/settings'

/** What came of the last post: of which setting, and what was typed. */
type Told = { readonly id: string; readonly fault: string | null; readonly typed: Form | null }

function inWords({ fields }: SettingDeclaration, values: SettingValues): string {
  const numbers = fields.map(({ name, label }) => `${label} ${String(values[name] ?? '')}`)
  return `${numbers.join('，')}（${fields[0]?.unit ?? ''}）`
}

type FieldProps = { readonly id: string; readonly field: SettingField; readonly value: string }

function Field({ id, field, value }: FieldProps) {
  const { name, label, min, max, step, unit } = field
  const key = `${id}-${name}`
  return (
    <div class="field">
      <label for={key}>
        {label}
        <span class="hint">
          {fill(say.bounds, { min, max, unit })}
          {`，${say.default} ${String(field.default)}`}
        </span>
      </label>
      <input {...{ id: key, name, type: 'number', min, max, step, value }} required />
    </div>
  )
}

type FormProps = { readonly view: SettingView; readonly typed: Form | null; readonly first: string }

function ChangeForm({ view: { declared, now }, typed, first }: FormProps) {
  const { id, fields, sum } = declared
  const typedOr = (name: string, otherwise: string) =>
    typed === null ? otherwise : valueOf(typed, name)
  return (
    <form method="post" action={`${path}/${id}`} class="slim">
      {sum === undefined ? null : <p class="soft">{fill(say.sum, { sum })}</p>}
      {fields.map((field) => (
        <Field id={id} field={field} value={typedOr(field.name, String(now[field.name] ?? ''))} />
      ))}
      <div class="field">
        <label for={`${id}-from`}>
          {say.from}
          <span class="hint">{fill(say.fromHint, { day: first })}</span>
        </label>
        <input
          id={`${id}-from`}
          name="from"
          type="date"
          min={first}
          value={typedOr('from', first)}
          required
        />
      </div>
      <div class="field">
        <label for={`${id}-reason`}>{say.reason}</label>
        <input
          id={`${id}-reason`}
          name="reason"
          maxlength={500}
          value={typedOr('reason', '')}
          required
        />
      </div>
      <button>{say.save}</button>
    </form>
  )
}

type HistoryProps = {
  readonly declared: SettingDeclaration
  readonly history: readonly SettingChange[]
}

function History({ declared, history }: HistoryProps) {
  if (history.length === 0) return <p class="soft">{say.never}</p>
  return (
    <table class="cards">
      <HeadRow labels={say.head} />
      <tbody>
        {history.map(({ at, from, values, name, reason }) => (
          <tr>
            <th scope="row">{dateTime(at)}</th>
            <td data-label={say.head.from}>{beijingDay(from)}</td>
            <td data-label={say.head.values}>{inWords(declared, values)}</td>
            <td data-label={say.head.name}>{name}</td>
            <td data-label={say.head.reason}>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type SettingProps = {
  readonly view: SettingView
  readonly told: Told | null
  readonly first: string
}

function Setting({ view, told, first }: SettingProps) {
  const { declared, now, coming, history } = view
  const { id, label, source, effect } = declared
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      {told === null ? null : told.fault === null ? (
        <Notice kind="good">{say.saved}</Notice>
      ) : (
        <Notice kind="bad">{told.fault}</Notice>
      )}
      <p>{`${say.now}：${inWords(declared, now)}`}</p>
      {coming.map(({ from, values, name, reason }) => (
        <p>
          {fill(say.coming, {
            day: beijingDay(from),
            values: inWords(declared, values),
            name,
            reason,
          })}
        </p>
      ))}
      <p class="soft">{`${effect} ${say.source}：${source}。`}</p>
      <details class="step" open={told !== null && told.fault !== null}>
        <summary>{say.change}</summary>
        <ChangeForm view={view} typed={told?.typed ?? null} first={first} />
      </details>
      <details class="step">
        <summary>{say.history}</summary>
        <History declared={declared} history={history} />
      </details>
    </section>
  )
}

type PageProps = {
  readonly staff: StaffSession
  readonly views: readonly SettingView[]
  readonly told: Told | null
  readonly first: string
}

function SettingsPage({ staff, views, told, first }: PageProps) {
  return (
    <StaffPage title={say.title} staff={staff} path={path}>
      <h1>{say.title}</h1>
      <p class="soft">{say.intro}</p>
      {views.map((view) => (
        <Setting view={view} told={told?.id === view.declared.id ? told : null} first={first} />
      ))}
    </StaffPage>
  )
}

async function show(c: Context<StaffEnv>, told: Told | null, status: 200 | 422 = 200) {
  const ctx = c.get('ctx')
  const views = await readSettings(ctx)
  if (isRefusal(views)) return refusalPage(c, views)
  const first = beijingDay(earliestFrom(ctx.now()))
  return c.html(<SettingsPage {...{ staff: c.get('staff'), views, told, first }} />, status)
}

/** The administrator changes the mechanism's settings from a day on, and sees who changed what. */
export function settingPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  const administrator = requireRole('administrator')
  app.get(path, administrator, (c) => {
    const id = c.req.query('saved')
    return show(c, id === undefined ? null : { id, fault: null, typed: null })
  })
  app.post(`${path}/:id`, administrator, async (c) => {
    const form = await readForm(c)
    const setting = c.req.param('id')
    const given = { reason: valueOf(form, 'reason'), from: dayBegins(valueOf(form, 'from')) }
    const values = numbersIn(setting, form)
    const changed = await changeSetting(c.get('ctx'), { setting, values, ...given })
    if (!isRefusal(changed)) return c.redirect(`${path}?saved=${setting}`, 303)
    const fault = faultOf(setting, changed)
    if (fault === null) return refusalPage(c, changed)
    return show(c, { id: setting, fault, typed: form }, 422)
  })
  return app
}

function fieldsOf(id: string): readonly SettingField[] {
  return declarationOf(id)?.fields ?? []
}

/** Nothing typed is no number, not nought. */
function numbersIn(id: string, form: Form): SettingValues {
  return Object.fromEntries(
    fieldsOf(id).map(({ name }) => {
      const typed = valueOf(form, name).trim()
      return [name, typed === '' ? Number.NaN : Number(typed)]
    }),
  )
}

/** What was wrong with what was typed; null for what no typing mends. */
function faultOf(id: string, { refused, params }: Refusal): string | null {
  if (refused === 'too-early') return fill(say.tooEarly, { day: String(params['day']) })
  if (refused !== 'invalid-input') return null
  const labels = new Map<string, string>([
    ['from', say.from],
    ['reason', say.reason],
    ...fieldsOf(id).map(({ name, label }) => [name, label] as const),
  ])
  const names = String(params['fields']).split(' ')
  const sum = declarationOf(id)?.sum
  const hint = sum === undefined ? '' : `${fill(say.sum, { sum })}。`
  return (
    fill(say.invalid, { fields: names.map((name) => labels.get(name) ?? name).join('、') }) + hint
  )
}
