import type { Context } from 'hono'
import type { Ctx } from '#app/ctx.ts'
import type { Slots } from '#app/tools/slots.ts'
import type { TrackLimit } from '#app/tools/track-limit.ts'
import type { TableReader } from './spreadsheet/read.ts'
import type { Actor } from '#domain/roles.ts'
import type { Account, StaffAuth, StaffSession } from './staff-auth.ts'

/** What every page is handed; nothing is global. */
export type WebDeps = {
  readonly auth: StaffAuth
  /** A context for whoever acts; null: nobody signed in (citizens, by number and code). */
  readonly ctxFor: (actor: Actor | null) => Ctx
  /** Signs the cookies of citizens. */
  readonly secret: string
  /** Cookies go over https only. */
  readonly secure: boolean
  /** The public origin, e.g. https://huiying.example.gov.cn; null when only local. */
  readonly origin: string | null
  /** The client's address as the server knows it; null when unknown. */
  readonly clientIp: (c: Context) => string | null
  /** Ends long-lived answers (server-sent events) when the server is closing. */
  readonly closing?: AbortSignal
  /** Of tries at number and code, by page and by program alike; each its own when left out. */
  readonly trackLimit?: TrackLimit
  /** Places for uploads, shared by pages and API; each its own when left out. */
  readonly uploads?: Slots
  /** Reads spreadsheets somewhere else; where people are served when left out. */
  readonly readTable?: TableReader
}

/** Hono environment of staff pages, behind `requireStaff`. */
export type StaffEnv = {
  Variables: { readonly staff: StaffSession; readonly ctx: Ctx }
}

/** What the API needs of the house: the same as the pages. */
export type ApiDeps = Pick<WebDeps, 'auth' | 'ctxFor' | 'clientIp' | 'trackLimit' | 'uploads'>

/** `credentials`: the bearer token as it was sent, and nothing else that was. */
export type ApiEnv = {
  Variables: { actor: Actor; account: Account; credentials: Headers }
}
