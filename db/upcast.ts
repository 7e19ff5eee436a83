import { NewerData } from '#app/errors.ts'
import { eventVersions } from '#domain/ticket/versions.ts'
import { documentUpcasters, documentVersions, eventUpcasters } from './upcasters.ts'
import type { DocumentKind } from './upcasters.ts'

/** A value of one version in the form of the next. Pure; it knows neither time nor persons. */
// Any: what was stored long ago has no type any more; the step that ends in today's form answers for it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Upcast = (older: any) => unknown

/** By kind, then by the version a value was written in. */
export type Upcasters<Kind extends string = string> = {
  readonly [K in Kind]?: Readonly<Record<number, Upcast>>
}

/** What the code knows of stored values: the newest version of each kind, and how older ones become it. */
export type Forms = {
  readonly versions: Readonly<Record<string, number>>
  readonly upcasters: Upcasters
}

export type Written = {
  readonly kind: string
  readonly version: number
  readonly value: unknown
}

/** Every kind of stored value and the version this code writes it in. */
export const writtenVersions: Forms['versions'] = { ...eventVersions, ...documentVersions }

export const eventForms: Forms = { versions: eventVersions, upcasters: eventUpcasters }
export const documentForms: Forms = { versions: documentVersions, upcasters: documentUpcasters }

/**
 * A stored value in today's form, step by step. Throws NewerData when it is of a kind or a version this code does
 * not know; a missing step is a fault of the program.
 */
export function upcast({ kind, version, value }: Written, forms: Forms): unknown {
  const known = forms.versions[kind]
  if (known === undefined || version > known) {
    throw new NewerData(`version ${String(version)} of ${kind} is newer than this code`)
  }
  let current = value
  for (let at = version; at < known; at += 1) {
    const next = forms.upcasters[kind]?.[at]
    if (next === undefined) throw new Error(`no way from version ${String(at)} of ${kind}`)
    current = next(current)
  }
  return current
}

/** Whether values of these versions could not all be read: one is newer than the code, or of a kind it does not know. */
export function areNewer(versions: Forms['versions'], known: Forms['versions']): boolean {
  return Object.entries(versions).some(([kind, version]) => version > (known[kind] ?? 0))
}

/** Under which a version above the first is written beside its value. */
const versionKey = '$version'

/** A value as JSON to be stored: as it is in its first version, later with its version. */
export function documentText(kind: DocumentKind, value: unknown, forms = documentForms): string {
  const version = forms.versions[kind] ?? 1
  return JSON.stringify(version === 1 ? value : { [versionKey]: version, value })
}

/** What `documentText` wrote, also long ago, in today's form. Throws as `upcast`. */
export function documentFrom(kind: DocumentKind, text: string, forms = documentForms): unknown {
  const stored: unknown = JSON.parse(text)
  const [version, value] = isVersioned(stored) ? [stored[versionKey], stored.value] : [1, stored]
  return upcast({ kind, version, value }, forms)
}

type Versioned = { readonly [versionKey]: number; readonly value: unknown }

function isVersioned(stored: unknown): stored is Versioned {
  return typeof stored === 'object' && stored !== null && versionKey in stored
}
