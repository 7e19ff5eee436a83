import type { Hono } from 'hono'
import { categoryIds } from '#intents/score.ts'
import { approvedExamples, decideCorrection, readCorrections } from '#app/evaluation/corrections.ts'
import { cutNow } from '#app/evaluation/evaluation-period.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { readForm, valueOf } from '../form.ts'
import { refusalPage } from '../refusals.tsx'
import { CorrectionsPage, correctionsPath, exportPath } from './corrections-page.tsx'
import { readEvaluationQuery } from './query.ts'

/** `/bureau/corrections`: what people corrected, to approve as examples, and those approved as a file. */
export function addCorrections(app: Hono<StaffEnv>): void {
  app.get(correctionsPath, async (c) => {
    const ctx = c.get('ctx')
    const calendar = { now: ctx.now(), cut: cutNow(ctx) }
    const { period, bad } = readEvaluationQuery(c.req.query(), calendar)
    const proposed = await readCorrections(ctx, period)
    if (isRefusal(proposed)) return refusalPage(c, proposed)
    const decides = ctx.actor.role !== 'inspector'
    const view = { staff: c.get('staff'), proposed, period, bad, calendar, decides }
    return c.html(<CorrectionsPage {...view} />)
  })
  app.post(correctionsPath, async (c) => {
    const form = await readForm(c)
    const category = categoryIds.find((id) => id === valueOf(form, 'category'))
    const verdict = valueOf(form, 'verdict')
    const known = verdict === 'rejected' || (verdict === 'approved' && category !== undefined)
    if (!known) return refusalPage(c, refuse('invalid-input'))
    const ticketId = valueOf(form, 'ticket')
    const chosen = verdict === 'approved' ? (category ?? null) : null
    const refused = await decideCorrection(c.get('ctx'), { ticketId, category: chosen })
    if (refused !== null) return refusalPage(c, refused)
    const back = new URLSearchParams({ from: valueOf(form, 'from'), to: valueOf(form, 'to') })
    return c.redirect(`${correctionsPath}?${back.toString()}`, 303)
  })
  app.get(exportPath, async (c) => {
    const examples = await approvedExamples(c.get('ctx'))
    if (isRefusal(examples)) return refusalPage(c, examples)
    const lines = examples.map((one) => `${JSON.stringify(one)}\n`).join('')
    return c.body(lines, 200, {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="corrections.jsonl"',
    })
  })
}
