import { say, serverTexts } from './texts.ts'

export type StartFaultCode = keyof typeof serverTexts.startFaults

/** Why a start fails that a person can put right. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
  constructor(
    readonly code: StartFaultCode,
    readonly slots: Readonly<Record<string, string>> = {},
  ) {
    super(code)
  }
}

type Settings = { readonly database: string; readonly host: string; readonly port: number }

/** What the system's own codes mean at a start. */
const meanings: readonly (readonly [RegExp, StartFaultCode])[] = [
  [/^EADDRINUSE$/, 'portTaken'],
  [/^EADDRNOTAVAIL$|^ENOTFOUND$/, 'noAddress'],
  [/^SQLITE_(?:NOTADB|CORRUPT)/, 'notOurs'],
  [/^SQLITE_FULL|^SQLITE_IOERR_WRITE|^ENOSPC$|^EDQUOT$/, 'diskFull'],
  [/^SQLITE_(?:BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_(?:CANTOPEN|READONLY|PERM|IOERR)|^EACCES$|^EROFS$|^EPERM$|^ENOTDIR$/, 'readOnly'],
]

/** Faults of the house's own, by their name. */
const ownFaults: Readonly<Record<string, StartFaultCode>> = {
  WrongKey: 'wrongKey',
  NewerData: 'newer',
  TrialData: 'trial',
}

/** One Chinese line: what is wrong with this start and what to do; null for a fault of the program. */
export function startFaultLine(error: unknown, settings: Settings): string | null {
  const { database, host, port } = settings
  const slots = { path: database, host, port: String(port) }
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof StartFault)
      return say(serverTexts.startFaults[at.code], { ...slots, ...at.slots })
    const own = ownFaults[at.name]
    if (own !== undefined) return say(serverTexts.startFaults[own], slots)
    const code = codeOf(at)
    // A port below 1024 is not for everybody; everything else is the folder.
    if (code === 'EACCES' && 'syscall' in at && at.syscall === 'listen') {
      return say(serverTexts.startFaults.portBarred, slots)
    }
    const found = meanings.find(([pattern]) => pattern.test(code))
    if (found !== undefined) return say(serverTexts.startFaults[found[1]], slots)
  }
  return null
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
