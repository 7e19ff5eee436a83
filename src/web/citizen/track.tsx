import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { actAsCitizen } from '#app/tickets/act-as-citizen.ts'
import { readTrackedAttachment, ticketAttachments } from '#app/files/read-attachments.ts'
import { trackTicket } from '#app/tickets/read-citizen.ts'
import { makeSlots, uploadSlots } from '#app/tools/slots.ts'
import { makeTrackLimit } from '#app/tools/track-limit.ts'
import { supplementWithFiles } from '#app/files/supplement-with-files.ts'
import { chosenFiles, maxUploadBytes } from '#doors/upload.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { statuses } from '#domain/ticket/status.ts'
import type { WebDeps } from '#doors/deps.ts'
import { fill } from '#doors/labels.ts'
import { limitTexts } from '#doors/media-texts.ts'
import { mediaResponse } from '#doors/media-response.ts'
import { errorPage } from '../refusals.tsx'
import { refusalStatus, refusalText } from '#doors/refusals.ts'
import { citizenRefusals, trackDone } from './texts.ts'
import { statusLabels } from '#doors/label-tables.ts'
import { trackExtra, trackTexts } from '#doors/track-texts.ts'
import { formOf } from '#web/posted.ts'
import { forgetAccess, keepAccess, knownAccess, readAccess } from '#doors/track-access.ts'
import type { Access } from '#doors/track-access.ts'
import { acts, longestText, readCommand } from '#doors/citizen-acts.ts'
import type { Act } from '#doors/citizen-acts.ts'
import { TrackForm, TrackTicket } from './track-page.tsx'
import type { Notice } from './track-page.tsx'

const notFound: Notice = {
  tone: 'bad',
  text: `${trackTexts.notFound}。${trackTexts.notFoundNext}`,
}

/** `/track`: progress of a ticket and what its citizen may do, by number and secret code. */
export function trackRoutes(deps: WebDeps): Hono {
  const app = new Hono()
  const mayTry = deps.trackLimit ?? makeTrackLimit()

  app.get('/track', async (c) => {
    const access = await knownAccess(c, deps)
    if (access === null) return c.html(<TrackForm number={c.req.query('number') ?? ''} />)
    return ticketPage(c, deps, access, { notice: doneNotice(c.req.query('done')) })
  })
  app.post('/track', async (c) => {
    const ctx = deps.ctxFor(null)
    const form = await formOf(c)
    const access = readAccess(form['number'], form['code'])
    const tried = mayTry(deps.clientIp(c), access.number, ctx.now())
    if (tried === null) {
      const notice = { tone: 'bad', text: trackExtra.tooMany } as const
      return c.html(<TrackForm number={access.number} notice={notice} />, 429)
    }
    const found = await trackTicket(ctx, access)
    if (isRefusal(found)) {
      return c.html(<TrackForm number={access.number} notice={notFound} />, 404)
    }
    tried.right()
    await keepAccess(c, deps, access)
    return c.redirect('/track', 303)
  })
  app.post('/track/forget', (c) => {
    forgetAccess(c, deps)
    return c.redirect('/track', 303)
  })
  app.use('/track/supplement', bodyLimit({ maxSize: uploadLimit(deps), onError: tooLarge(deps) }))
  app.get('/track/attachments/:id', (c) => attachment(c, deps))
  const uploads = deps.uploads ?? makeSlots(uploadSlots.perKey, uploadSlots.inAll)
  for (const act of acts) {
    app.post(`/track/${act}`, (c) => {
      const isUpload = (c.req.header('content-type') ?? '').includes('multipart/form-data')
      const leave = isUpload ? uploads.begin(deps.clientIp(c) ?? 'unknown') : null
      if (isUpload && leave === null) return busy(c, deps)
      return perform(c, deps, act).finally(() => leave?.())
    })
  }
  return app
}

async function perform(c: Context, deps: WebDeps, act: Act) {
  const access = await knownAccess(c, deps)
  if (access === null) return c.redirect('/track', 303)
  const form = await trackForm(c)
  const files = act === 'supplement' ? await chosenFiles(form) : []
  if (files.length > 0) return addFiles(c, deps, { access, form, files })
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
/** Fields as `formOf` gives them; of a multipart form, a field given more than once as a list. */
async function trackForm(c: Context): Promise<Readonly<Record<string, unknown>>> {
  const isUpload = (c.req.header('content-type') ?? '').includes('multipart/form-data')
  return isUpload ? c.req.parseBody({ all: true }).catch(() => ({})) : formOf(c)
}

type Sent = {
  readonly access: Access
  readonly form: Readonly<Record<string, unknown>>
  readonly files: readonly Uint8Array[]
}

/** Files, with or without words; what is refused keeps the words in the form. */
async function addFiles(c: Context, deps: WebDeps, { access, form, files }: Sent) {
  const ctx = deps.ctxFor(null)
  const text = typeof form['text'] === 'string' ? form['text'].trim().slice(0, longestText) : ''
  const done = await supplementWithFiles(ctx, { ...access, text, files })
  if ('fault' in done) {
    c.status(done.fault === 'too-large' ? 413 : 422)
    const reason = limitTexts(ctx.media.limits).refused(done.fault)
    return ticketPage(c, deps, access, { notice: { tone: 'bad', text: reason }, kept: form })
  }
  if (!isRefusal(done)) return c.redirect('/track?done=supplement', 303)
  c.status(refusalStatus(done))
  return ticketPage(c, deps, access, { notice: { tone: 'bad', text: why(done) }, kept: form })
}

/** Too many files are on their way: what was written is still in the browser, one step back. */
async function busy(c: Context, deps: WebDeps) {
  const notice = { tone: 'bad', text: trackExtra.tooMany } as const
  const access = await knownAccess(c, deps)
  c.status(429)
  c.header('retry-after', '10')
  if (access === null) return c.html(<TrackForm number="" notice={notice} />)
  return ticketPage(c, deps, access, { notice })
}

function uploadLimit(deps: WebDeps): number {
  return maxUploadBytes(deps.ctxFor(null).media.limits)
}

/** A form too large to be read: what it said is still in the browser, one step back. */
function tooLarge(deps: WebDeps) {
  return async (c: Context) => {
    const access = await knownAccess(c, deps)
    const text = limitTexts(deps.ctxFor(null).media.limits).refused('too-large')
    c.status(413)
    if (access === null) return c.html(<TrackForm number="" notice={{ tone: 'bad', text }} />)
    return ticketPage(c, deps, access, { notice: { tone: 'bad', text } })
  }
}

async function attachment(c: Context, deps: WebDeps) {
  const access = await knownAccess(c, deps)
  if (access === null) return errorPage(c, 404)
  const id = c.req.param('id') ?? ''
  const found = await readTrackedAttachment(deps.ctxFor(null), { ...access, id })
  return isRefusal(found) ? errorPage(c, 404) : mediaResponse(c, found)
}

async function ticketPage(c: Context, deps: WebDeps, access: Access, shown: Shown) {
  const ctx = deps.ctxFor(null)
  const found = await trackTicket(ctx, access)
  if (isRefusal(found)) {
    forgetAccess(c, deps)
    return c.html(<TrackForm number={access.number} notice={notFound} />, 404)
  }
  const attachments = await ticketAttachments(ctx, found.events)
  const { limits } = ctx.media
  const given = { ...found, ...shown, attachments, limits }
  return c.html(<TrackTicket {...given} now={ctx.now()} />)
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
