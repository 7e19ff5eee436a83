import { StorageUnavailable } from '#app/errors.ts'
import { errorTexts } from './conflict.ts'

/** What SQLite and D1 say when they cannot serve now, for reasons outside the statement. */
const symptoms = [
  /SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOMEM|CORRUPT|NOTADB)/,
  /database (table )?is locked/,
  /database or disk is full/,
  /database connection is not open/,
  /D1_ERROR: (Network connection lost|D1 DB is overloaded|Exceeded maximum DB size)/,
  /D1_ERROR: .*(caused object to be reset|was reset|reset because|transient issue|timed out)/i,
]

type AsyncFunctions = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>

/** The same port, throwing `StorageUnavailable` where the engine could not serve; other errors as they are. */
export function withTypedErrors<Port extends AsyncFunctions>(port: Port): Port {
  const wrapped = Object.entries(port).map(([name, call]) => [
    name,
    async (...args: never[]) => {
      try {
        return await call(...args)
      } catch (error) {
        throw typed(error)
      }
    },
  ])
  // Safe because every function keeps its name, its arguments and its result.
  return Object.fromEntries(wrapped) as Port
}

/** What an engine threw, as StorageUnavailable where it could not serve. */
export function typed(error: unknown): unknown {
  const unavailable = errorTexts(error).some((text) => symptoms.some((said) => said.test(text)))
  return unavailable ? new StorageUnavailable('storage unavailable', { cause: error }) : error
}
