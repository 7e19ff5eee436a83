import { z } from 'zod'
import { noticeModes } from '#domain/notices/choices.ts'
import { noticeKinds } from '#domain/notices/matters.ts'

const minuteOfDay = z.number().int().min(0).max(1439)

/** What somebody chose, as it comes from outside. */
export const choicesInput = z.object({
  modes: z.partialRecord(z.enum(noticeKinds), z.enum(noticeModes)),
  dailyAt: minuteOfDay,
  quiet: z.object({ from: minuteOfDay, to: minuteOfDay }).nullable(),
})
