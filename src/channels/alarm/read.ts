import { z } from '@hono/zod-openapi'
import { complaintCategoryId } from '#app/tools/ids.ts'
import type { SourceReport } from '#app/intake/open-by-source.ts'
import { placeOfReport } from '#app/places/place-of-report.ts'
import type { Outside } from '#app/places/place-of-report.ts'
import { alarmTexts } from './texts.ts'
import { urgencies } from '#domain/ticket/shapes.ts'

const words = (max: number) => z.string().trim().min(1).max(max)

/** An alarm as its source sends it. */
export const alarmSchema = z
  .object({
    id: words(100).openapi({ description: alarmTexts.id, example: 'V-20261123-0001' }),
    at: z.iso.datetime({ offset: true }).openapi({ description: alarmTexts.at }),
    text: words(2000).openapi({ description: alarmTexts.text }),
    category: complaintCategoryId.optional().openapi({ description: alarmTexts.category }),
    urgency: z.enum(urgencies).optional(),
    address: words(200).optional().openapi({ description: alarmTexts.address }),
    coordinates: z
      .object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
      .optional(),
    device: words(100).optional().openapi({ description: alarmTexts.device }),
  })
  .openapi('Alarm')

export type AlarmInput = z.infer<typeof alarmSchema>

/** An alarm of a source → a report; outside the district it is none of ours. */
export function readAlarm(source: string, alarm: AlarmInput): SourceReport | Outside {
  const { id, at, text, category, urgency, address, coordinates, device } = alarm
  const place = placeOfReport({ address: address ?? null, coordinates: coordinates ?? null, text })
  if ('outside' in place) return place
  return {
    kind: 'alarm',
    channel: 'alarm',
    sourceNumber: `${source}:${id}`,
    text,
    category: category ?? null,
    place,
    urgency: urgency ?? null,
    when: null,
    secrecy: false,
    note: device ?? null,
    person: null,
    receivedAt: Date.parse(at),
  }
}
