import { plainName } from '#app/tools/bound-message.ts'
import { z } from 'zod'
import { mapOf, valuesIn } from '#app/import/import-files.ts'
import type { ImportView } from '#app/import/import-files.ts'
import type { GuessedColumns } from '#app/import/guess-map.ts'
import { complaintCategoryId } from '#app/tools/ids.ts'
import type { ImportColumn, ImportMap } from '#app/import/import-map.ts'
import { importColumnLabels } from './texts.ts'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { urgencies } from '#domain/ticket/shapes.ts'

// Safe because these are the keys of the labels' literal.
export const importColumns = Object.keys(importColumnLabels) as ImportColumn[]

const urgency = z.enum(urgencies)

/** Columns as a posted form says; a heading the file does not have is none. */
function columnsIn(form: Form, { file }: ImportView): GuessedColumns {
  const chosen = importColumns.flatMap((name) => {
    const heading = valueOf(form, `column.${name}`)
    return heading !== '' && file.header.includes(heading) ? [[name, heading] as const] : []
  })
  return Object.fromEntries(chosen)
}

/**
 * The map a posted form says. What a value means is what was chosen; of a column that has just been chosen it is
 * guessed. null while a required column is missing.
 */
export function mapIn(form: Form, view: ImportView): ImportMap | null {
  const columns = columnsIn(form, view)
  const guessed = mapOf(columns, view.rows)
  if (guessed === null) return null
  const before = view.file.map?.columns
  const kept = (name: ImportColumn) => before !== undefined && before[name] === columns[name]
  return {
    ...guessed,
    ...(view.file.map === null ? {} : { results: view.file.map.results }),
    categories: kept('category')
      ? chosenFor(form, 'category', valuesIn(view.rows, columns.category), complaintCategoryId)
      : guessed.categories,
    urgencies: kept('urgency')
      ? chosenFor(form, 'urgency', valuesIn(view.rows, columns.urgency), urgency)
      : guessed.urgencies,
    yes: kept('secrecy') ? [...(form.get('yes') ?? [])] : guessed.yes,
  }
}

function chosenFor<T>(
  form: Form,
  name: string,
  values: readonly string[],
  schema: z.ZodType<T>,
): Record<string, T> {
  return Object.fromEntries(
    values.flatMap((value): [string, T][] => {
      const read = schema.safeParse(valueOf(form, `${name}:${value}`))
      return read.success ? [[value, read.data]] : []
    }),
  )
}

const nameSchema = z.string().trim().min(1).max(40)

/** The name to keep a map under; null for none. */
export function savedNameIn(form: Form): string | null {
  const read = nameSchema.safeParse(valueOf(form, 'saveAs'))
  return read.success ? plainName(read.data) || null : null
}
