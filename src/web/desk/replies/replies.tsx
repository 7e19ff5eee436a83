import { Hono } from 'hono'
import type { Context } from 'hono'
import { factNames } from '#app/replies/texts.ts'
import { mayWriteTemplates, readTemplates, writeTemplate } from '#app/replies/templates.ts'
import type { TemplateView } from '#app/replies/templates.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { fill, ticketCategories } from '#doors/labels.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { Notice } from '#web/components/pieces.tsx'
import { chosen, readForm, valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import { requireRole } from '#web/session.ts'
import { states, TemplateForm, TemplateHistory, useInWords } from './template.tsx'
import { replyPageTexts as say } from './texts.ts'

const path = '/desk/replies'
const facts = Object.values(factNames)
  .map((name) => `{${name}}`)
  .join('、')

/** What came of the last post: of which template ('new': of none yet), and what was typed. */
type Told = { readonly id: string; readonly fault: string | null; readonly typed: Form | null }

type TemplateProps = {
  readonly view: TemplateView
  readonly told: Told | null
  readonly mayWrite: boolean
}

function Outcome({ told }: { readonly told: Told | null }) {
  if (told === null) return null
  return told.fault === null ? (
    <Notice kind="good">{say.saved}</Notice>
  ) : (
    <Notice kind="bad">{told.fault}</Notice>
  )
}

function Template({ view: { now, history }, told, mayWrite }: TemplateProps) {
  const { template: id, name, text, retired } = now
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <Outcome told={told} />
      <p class="soft">{retired ? say.isRetired : useInWords(now)}</p>
      <blockquote>{text}</blockquote>
      {mayWrite ? (
        <details class="step" open={told !== null && told.fault !== null}>
          <summary>{say.change}</summary>
          <TemplateForm {...{ path, id, now }} typed={told?.typed ?? null} />
        </details>
      ) : null}
      <details class="step">
        <summary>{fill(say.history, { n: history.length })}</summary>
        <TemplateHistory history={history} />
      </details>
    </section>
  )
}

type PageProps = {
  readonly staff: StaffSession
  readonly views: readonly TemplateView[]
  readonly told: Told | null
  readonly mayWrite: boolean
}

function RepliesPage({ staff, views, told, mayWrite }: PageProps) {
  const ofNew = told?.id === 'new' ? told : null
  return (
    <StaffPage title={say.title} staff={staff} path={path}>
      <h1>{say.title}</h1>
      <p class="soft">{fill(say.intro, { facts })}</p>
      {views.length === 0 ? <p>{say.none}</p> : null}
      {views.map((view) => (
        <Template {...{ view, mayWrite }} told={told?.id === view.now.template ? told : null} />
      ))}
      {mayWrite ? (
        <section class="card" aria-labelledby="new">
          <h2 id="new">{say.add}</h2>
          <Outcome told={ofNew} />
          <TemplateForm {...{ path, id: 'new', now: null }} typed={ofNew?.typed ?? null} />
        </section>
      ) : (
        <p class="soft">{say.readOnly}</p>
      )}
    </StaffPage>
  )
}

async function show(c: Context<StaffEnv>, told: Told | null, status: 200 | 422 = 200) {
  const ctx = c.get('ctx')
  const views = await readTemplates(ctx)
  if (isRefusal(views)) return refusalPage(c, views)
  const mayWrite = mayWriteTemplates(ctx.actor)
  return c.html(<RepliesPage {...{ staff: c.get('staff'), views, told, mayWrite }} />, status)
}

/** A unit's templates of replies: its people read them, its lead writes them. */
export function replyPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get(path, requireRole('officer', 'unit-lead'), (c) => {
    const id = c.req.query('saved')
    return show(c, id === undefined ? null : { id, fault: null, typed: null })
  })
  app.post(`${path}/:id`, requireRole('unit-lead'), async (c) => {
    const form = await readForm(c)
    const id = c.req.param('id')
    const written = await writeTemplate(c.get('ctx'), {
      template: id === 'new' ? null : id,
      name: valueOf(form, 'name'),
      text: valueOf(form, 'text'),
      category: chosen(form, 'category', ticketCategories)?.id ?? null,
      state: chosen(form, 'state', states)?.id ?? null,
      retired: valueOf(form, 'retired') === 'yes',
    })
    if (!isRefusal(written)) return c.redirect(`${path}?saved=${written.template}`, 303)
    const fault = faultOf(written)
    return fault === null ? refusalPage(c, written) : show(c, { id, fault, typed: form }, 422)
  })
  return app
}

/** What was wrong with what was typed; null for what no typing mends. */
function faultOf({ refused, params }: Refusal): string | null {
  if (refused !== 'invalid-input') return null
  const labels: Readonly<Record<string, string>> = { name: say.name, text: say.text }
  const fields = String(params['fields'])
    .split(' ')
    .map((name) => labels[name] ?? name)
    .join('、')
  const unknown = String(params['unknown'])
  const hint = unknown === '' ? '' : fill(say.unknown, { unknown, facts })
  return fill(say.invalid, { fields }) + hint
}
