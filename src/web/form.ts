import type { Context } from 'hono'

/** A posted form: every value of every field, in order, as text. Files are left out. */
export type Form = ReadonlyMap<string, readonly string[]>

/** Reads an urlencoded or multipart form, lines ending in \n; what is none gives an empty one. */
export async function readForm(c: Context): Promise<Form> {
  const body = await c.req.parseBody({ all: true })
  return new Map(
    Object.entries(body).map(([name, value]) => [
      name,
      [value]
        .flat()
        .filter((one): one is string => typeof one === 'string')
        .map((one) => one.replaceAll('\r\n', '\n')),
    ]),
  )
}

/** The first value of a field; '' when it was not sent. */
export function valueOf(form: Form, name: string): string {
  return form.get(name)?.[0] ?? ''
}

/** The entry of a list whose id the field holds; undefined when none does. */
export function chosen<T extends { readonly id: string }>(
  form: Form,
  name: string,
  list: readonly T[],
): T | undefined {
  return list.find((one) => one.id === valueOf(form, name))
}

/** The page of a list an address asks for; 1 for what is no such number. */
export function pageOf(c: Context): number {
  const given = c.req.query('page') ?? ''
  return /^[1-9]\d{0,5}$/.test(given) ? Number(given) : 1
}
