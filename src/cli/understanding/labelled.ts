import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { cliTexts, fillText } from '#cli/texts.ts'

const labelled = z
  .object({
    id: z.union([z.string(), z.number()]).optional(),
    text: z.string(),
    primary: z.string().optional(),
    category: z.string().optional(),
    secondary: z.array(z.string()).default([]),
    town: z.string().optional(),
    village: z.string().nullable().optional(),
    handler: z.string().nullable().optional(),
  })
  .refine(({ primary, category }) => (primary ?? category) !== undefined)
  .transform(({ category, ...message }) => ({
    ...message,
    primary: message.primary ?? category ?? '',
  }))

/**
 * A message with the category people gave it (`primary`, or `category`), and where they know it the
 * township, the village and the unit, by their official names. A handler of null: no ticket is opened.
 */
export type Labelled = z.infer<typeof labelled>

/** Reads labelled messages, one JSON object a line. Throws with the line's number when one is not. */
export function readLabelled(path: string | URL): Labelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return []
      const parsed = z.safeParse(labelled, jsonOf(line))
      if (!parsed.success) throw new Error(fillText(cliTexts.badLine, { line: index + 1 }))
      return [parsed.data]
    })
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
