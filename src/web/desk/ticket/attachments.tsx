import { Hono } from 'hono'
import { readAttachment } from '#app/files/read-attachments.ts'
import type { TicketAttachment } from '#app/files/read-attachments.ts'
import { resolvePin } from '#routing/places/find.ts'
import type { Coordinates } from '#routing/types.ts'
import { kindOf } from '#domain/media.ts'
import type { MediaFault } from '#domain/media.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Media } from '#web/components/media.tsx'
import type { StaffEnv } from '#doors/deps.ts'
import { dateTime } from '#doors/format.ts'
import { fill, placeLabel } from '#doors/labels.ts'
import { isShown, mediaResponse } from '#doors/media-response.ts'
import { refusalPage } from '#web/refusals.tsx'
import { mediaTexts } from '#doors/media-texts.ts'
import { ticketTexts } from './texts.ts'

/** Side of a thumbnail in CSS pixels. */
const thumbnail = 160

/** `/desk/attachments/:id`: an attachment, for whoever may see a ticket that has it. */
export function attachmentPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/desk/attachments/:id', async (c) => {
    const found = await readAttachment(c.get('ctx'), { id: c.req.param('id') })
    return isRefusal(found) ? refusalPage(c, found) : mediaResponse(c, found)
  })
  return app
}

type AttachmentsProps = { readonly attachments: readonly TicketAttachment[] }

/** What the citizen sent besides words, as a fact of the complaint. */
export function Attachments({ attachments }: AttachmentsProps) {
  if (attachments.length === 0) return null
  return (
    <>
      <dt>{fill(ticketTexts.attachments, { n: attachments.length })}</dt>
      <dd>
        <span class="photos">
          {attachments.map((attachment, index) => (
            <One attachment={attachment} n={index + 1} />
          ))}
        </span>
      </dd>
      <Taken attachments={attachments} />
    </>
  )
}

/** Where they say they were taken: what a photo tells, not what the citizen said. */
function Taken({ attachments }: AttachmentsProps) {
  const places = attachments.flatMap(({ location }, index) =>
    location === null ? [] : [fill(mediaTexts.takenAt, { n: index + 1, ...around(location) })],
  )
  if (places.length === 0) return null
  return (
    <>
      <dt>{mediaTexts.location}</dt>
      <dd>
        {places.map((place) => (
          <div>{place}</div>
        ))}
        <small>{mediaTexts.locationHint}</small>
      </dd>
    </>
  )
}

/** Townships named where a place is near the border of several. */
const nearest = 3

/** Coordinates to about ten metres, and the township they fall to. */
function around(location: Coordinates) {
  const { town, candidates, outside } = resolvePin(location)
  const towns = town === null ? candidates.slice(0, nearest).map((one) => one.town) : [town]
  const names = towns
    .map((id) => placeLabel({ town: id, village: null, spot: null }))
    .join(mediaTexts.or)
  const { lat, lon } = location
  return { place: outside ?? names, lat: lat.toFixed(4), lon: lon.toFixed(4) }
}

type OneProps = { readonly attachment: TicketAttachment; readonly n: number }

function One({ attachment, n }: OneProps) {
  const { id, mediaType, at } = attachment
  const name = nameOf(attachment, n)
  if (mediaType === null || attachment.state !== 'stored') {
    return <span>{fill(absence(attachment), { name })}</span>
  }
  const path = `/desk/attachments/${encodeURIComponent(id)}`
  if (!isShown(mediaType)) return <a href={path}>{fill(mediaTexts.download, { name })}</a>
  const kind = kindOf(mediaType)
  const alt = fill(mediaTexts.alt[kind], { n, time: dateTime(at) })
  return <Media kind={kind} path={path} alt={alt} width={thumbnail} />
}

/** Faults of the file itself: asking for it again brings nothing better. */
const ownFaults: ReadonlySet<string> = new Set<MediaFault>([
  'too-large',
  'wrong-type',
  'broken',
  'too-many-pixels',
])

/** Why there is nothing to see. */
function absence({ state, reason }: TicketAttachment): string {
  if (state === null) return mediaTexts.notKept
  if (state === 'wanted') return mediaTexts.notYet
  if (reason === 'erased') return mediaTexts.erased
  return ownFaults.has(reason ?? '') ? mediaTexts.refusedAtDoor : mediaTexts.lost
}

function nameOf({ name, kind }: TicketAttachment, n: number): string {
  return name ?? fill(ticketTexts.attachmentName, { kind: ticketTexts.attachmentKinds[kind], n })
}
