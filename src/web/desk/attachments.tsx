import { Hono } from 'hono'
import { readAttachment } from '#app/read-attachments.ts'
import type { TicketAttachment } from '#app/read-attachments.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { StaffEnv } from '../deps.ts'
import { dateTime } from '../format.ts'
import { fill } from '../labels.ts'
import { photoResponse } from '../photo-response.ts'
import { refusalPage } from '../refusals.tsx'
import { deskPageTexts, deskTexts, photoTexts } from '../texts.ts'

/** Side of a thumbnail in CSS pixels. */
const thumbnail = 160

/** `/desk/attachments/:id`: a photo, for whoever may see a ticket that has it. */
export function attachmentPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/desk/attachments/:id', async (c) => {
    const found = await readAttachment(c.get('ctx'), { id: c.req.param('id') })
    return isRefusal(found) ? refusalPage(c, found) : photoResponse(c, found)
  })
  return app
}

type AttachmentsProps = { readonly attachments: readonly TicketAttachment[] }

/** What the citizen sent besides words, as a fact of the complaint: photos, and the names of the rest. */
export function Attachments({ attachments }: AttachmentsProps) {
  if (attachments.length === 0) return null
  return (
    <>
      <dt>{fill(deskTexts.attachments, { n: attachments.length })}</dt>
      <dd>
        <span class="photos">
          {attachments.map((attachment, index) => (
            <One attachment={attachment} n={index + 1} />
          ))}
        </span>
      </dd>
    </>
  )
}

type OneProps = { readonly attachment: TicketAttachment; readonly n: number }

function One({ attachment, n }: OneProps) {
  const { id, state, mediaType, at } = attachment
  const name = nameOf(attachment, n)
  if (state !== 'stored') {
    const said = { wanted: photoTexts.notYet, lost: photoTexts.lost, none: photoTexts.notKept }
    return <span>{fill(said[state ?? 'none'], { name })}</span>
  }
  const path = `/desk/attachments/${encodeURIComponent(id)}`
  // Few browsers show HEIC; the file opens in the system's own viewer.
  if (mediaType === 'image/heic') return <a href={path}>{fill(photoTexts.notShown, { name })}</a>
  const alt = fill(photoTexts.alt, { n, time: dateTime(at) })
  return (
    <a href={path}>
      <img class="photo" src={path} alt={alt} width={thumbnail} height={thumbnail} loading="lazy" />
    </a>
  )
}

function nameOf({ name, kind }: TicketAttachment, n: number): string {
  return (
    name ?? fill(deskPageTexts.attachmentName, { kind: deskPageTexts.attachmentKinds[kind], n })
  )
}
