import type { TicketAttachment } from '#app/files/read-attachments.ts'
import { kindOf } from '#domain/media.ts'
import { Media } from '../components/media.tsx'
import { fill } from '#doors/labels.ts'
import { isShown } from '#doors/media-response.ts'
import { mediaTexts } from '#doors/media-texts.ts'

/** Side of a thumbnail in CSS pixels. */
const thumbnail = 120

type Props = { readonly attachments: readonly TicketAttachment[] }

/** What belongs to the ticket besides words, as far as it is kept. */
export function TrackAttachments({ attachments }: Props) {
  const kept = attachments.filter(({ state }) => state === 'stored')
  if (kept.length === 0) return null
  return (
    <section class="card">
      <h2>{fill(mediaTexts.ofTicket, { n: kept.length })}</h2>
      <span class="photos">
        {kept.map((one, index) => (
          <One attachment={one} n={index + 1} />
        ))}
      </span>
    </section>
  )
}

function One({ attachment, n }: { readonly attachment: TicketAttachment; readonly n: number }) {
  const { id, mediaType } = attachment
  if (mediaType === null) return null
  const path = `/track/attachments/${encodeURIComponent(id)}`
  const kind = kindOf(mediaType)
  const alt = fill(mediaTexts.yours[kind], { n })
  if (!isShown(mediaType)) return <a href={path}>{fill(mediaTexts.download, { name: alt })}</a>
  return <Media kind={kind} path={path} alt={alt} width={thumbnail} />
}
