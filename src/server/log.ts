import { configure, getConsoleSink, getLogger, jsonLinesFormatter } from '@logtape/logtape'
import type { Log } from '#app/ctx.ts'
import type { Config } from './config.ts'

/** One JSON line per event on standard output. Callers pass ids and counts, never what people wrote. */
export async function makeLog(level: Config['logLevel']): Promise<Log> {
  await configure({
    reset: true,
    sinks: { console: getConsoleSink({ formatter: jsonLinesFormatter }) },
    loggers: [
      { category: ['huiying'], sinks: ['console'], lowestLevel: level },
      { category: ['logtape', 'meta'], sinks: ['console'], lowestLevel: 'warning' },
    ],
  })
  const logger = getLogger(['huiying'])
  return {
    info: (event, fields = {}) => {
      logger.info(event, { ...fields })
    },
    warn: (event, fields = {}) => {
      logger.warn(event, { ...fields })
    },
    error: (event, fields = {}) => {
      logger.error(event, { ...fields })
    },
  }
}

/** Says nothing: for tests and for the terminal tools. */
export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
