import { z } from 'zod'
import { complaintCategoryId } from '#app/tools/ids.ts'
import { urgencies } from '#domain/ticket/shapes.ts'

const column = z.string().trim().min(1)
const urgency = z.enum(urgencies)

/** How another system's spreadsheet says what we need: column headings, and words for our values. */
export const importMapSchema = z.strictObject({
  /** Name of the sheet; the first when left out. Not for CSV. */
  sheet: column.optional(),
  columns: z.strictObject({
    sourceNumber: column,
    text: column,
    receivedAt: column,
    name: column.optional(),
    phone: column.optional(),
    town: column.optional(),
    address: column.optional(),
    category: column.optional(),
    urgency: column.optional(),
    secrecy: column.optional(),
    title: column.optional(),
    /** By when the city wants it signed for and solved. */
    acceptBy: column.optional(),
    solveBy: column.optional(),
    /** The unit the city names. */
    unit: column.optional(),
    /** Whether the caller wants to be called back. */
    callback: column.optional(),
  }),
  /** Their words for a category; others are read by the complaint's own words. */
  categories: z.record(z.string(), complaintCategoryId).default({}),
  urgencies: z.record(z.string(), urgency).default({}),
  /** Words that mean yes in the column of secrecy. */
  yes: z.array(z.string()).default([]),
  /** Headings of what is exported back, in this order. */
  results: z
    .strictObject({
      number: column,
      status: column,
      handler: column,
      place: column,
      due: column,
      cityDue: column,
      resolvedAt: column,
      reply: column,
      contacted: column,
      solved: column,
      satisfied: column,
    })
    .partial()
    .default({}),
})

export type ImportMap = z.infer<typeof importMapSchema>
export type ImportColumn = keyof ImportMap['columns']
export type ResultColumn = keyof ImportMap['results']
