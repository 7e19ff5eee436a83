import { Hono } from 'hono'
import type { Context } from 'hono'
import { actAsCitizen } from '#app/act-as-citizen.ts'
import { trackTicket } from '#app/read-citizen.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { statuses } from '#domain/ticket/status.ts'
import type { WebDeps } from '../deps.ts'
import { fill } from '../labels.ts'
import { refusalStatus, refusalText } from '../refusals.tsx'
import { citizenRefusals, statusLabels, trackDone, trackExtra, trackTexts } from '../texts.ts'
import { makeFlood } from './flood.ts'
import { formOf } from './form.ts'
import { forgetAccess, keepAccess, knownAccess, readAccess } from './track-access.ts'
import type { Access } from './track-access.ts'
import { acts, readCommand } from './track-command.ts'
import type { Act } from './track-command.ts'
import { TrackForm, TrackTicket } from './track-page.tsx'
import type { Notice } from './track-page.tsx'

const windowMs = 10 * 60_000
/** Look-ups in ten minutes: of one number (so that its code cannot be tried out), and from one address. */
const perNumber = 100
const perAddress = 60

const notFound: Notice = {
  tone: 'bad',
  text: `${trackTexts.notFound}。${trackTexts.notFoundNext}`,
}

/** `/track`: progress of a ticket and what its citizen may do, by number and secret code. */
export function trackRoutes(deps: WebDeps): Hono {
  const app = new Hono()
  const numbers = makeFlood(perNumber, windowMs)
  const addresses = makeFlood(perAddress, windowMs)

  app.get('/track', async (c) => {
    const access = await knownAccess(c, deps)
    if (access === null) return c.html(<TrackForm number={c.req.query('number') ?? ''} />)
    return ticketPage(c, deps, access, { notice: doneNotice(c.req.query('done')) })
  })
  app.post('/track', async (c) => {
    const ctx = deps.ctxFor(null)
    const form = await formOf(c)
    const access = readAccess(form['number'], form['code'])
    if (!mayLook(c, access, ctx.now())) {
      const notice = { tone: 'bad', text: trackExtra.tooMany } as const
      return c.html(<TrackForm number={access.number} notice={notice} />, 429)
    }
    const found = await trackTicket(ctx, access)
    if (isRefusal(found)) {
      return c.html(<TrackForm number={access.number} notice={notFound} />, 404)
    }
    await keepAccess(c, deps, access)
    return c.redirect('/track', 303)
  })
  app.post('/track/forget', (c) => {
    forgetAccess(c, deps)
    return c.redirect('/track', 303)
  })
  for (const act of acts) app.post(`/track/${act}`, (c) => perform(c, deps, act))
  return app

  function mayLook(c: Context, access: Access, now: number): boolean {
    const address = deps.clientIp(c)
    return (
      numbers.allows(access.number, now) && (address === null || addresses.allows(address, now))
    )
  }
}

async function perform(c: Context, deps: WebDeps, act: Act) {
  const access = await knownAccess(c, deps)
  if (access === null) return c.redirect('/track', 303)
  const form = await formOf(c)
  const command = readCommand(act, form)
  if (command === null) {
    const text = act === 'rate' ? trackExtra.answerAll : trackExtra.fillText
    c.status(422)
    return ticketPage(c, deps, access, { notice: { tone: 'bad', text }, kept: form })
  }
  const done = await actAsCitizen(deps.ctxFor(null), { ...access, command })
  if (!isRefusal(done)) return c.redirect(`/track?done=${act}`, 303)
  c.status(refusalStatus(done))
  return ticketPage(c, deps, access, { notice: { tone: 'bad', text: why(done) }, kept: form })
}

type Shown = { readonly notice: Notice | null; readonly kept?: Readonly<Record<string, unknown>> }

/** The ticket's page, or the form when the cookie opens nothing any more. Never cached. */
async function ticketPage(c: Context, deps: WebDeps, access: Access, shown: Shown) {
  const ctx = deps.ctxFor(null)
  const found = await trackTicket(ctx, access)
  if (isRefusal(found)) {
    forgetAccess(c, deps)
    return c.html(<TrackForm number={access.number} notice={notFound} />, 404)
  }
  return c.html(<TrackTicket {...found} {...shown} now={ctx.now()} />)
}

function doneNotice(done: string | undefined): Notice | null {
  const act = acts.find((known) => known === done)
  return act === undefined ? null : { tone: 'good', text: trackDone[act] }
}

/** A refusal in words for citizens; what has none of its own is said as staff read it. */
function why(refusal: Refusal): string {
  const texts: Readonly<Partial<Record<string, string>>> = citizenRefusals
  const text = texts[refusal.refused]
  if (text === undefined) return refusalText(refusal)
  const status = statuses.find((known) => known === refusal.params['status'])
  return fill(text, status === undefined ? {} : { status: statusLabels[status] })
}
