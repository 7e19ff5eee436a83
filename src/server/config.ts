import { z } from 'zod'

/** Text flags of the environment. */
const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

const optional = z.string().trim().min(1).optional().catch(undefined)

const environment = z.object({
  HUIYING_DB: z.string().min(1).default('data/huiying.db'),
  HUIYING_HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  /** Master secret: sessions, encryption of personal data, codes. */
  HUIYING_SECRET: z.string().min(32).optional(),
  /** The address people use, e.g. https://huiying.example.gov.cn: cookies and origin checks depend on it. */
  HUIYING_URL: z.url().optional(),
  /** Behind a reverse proxy that sets X-Forwarded-For. */
  HUIYING_TRUST_PROXY: flag,
  LINE_CHANNEL_SECRET: optional,
  LINE_CHANNEL_ACCESS_TOKEN: optional,
  LINE_API_URL: z.url().default('https://api.line.me'),
  LINE_DATA_URL: z.url().default('https://api-data.line.me'),
  HUIYING_LOG: z.enum(['debug', 'info', 'warning', 'error']).default('info'),
})

export type Config = {
  readonly database: string
  readonly host: string
  readonly port: number
  readonly secret: string | null
  readonly url: string | null
  readonly trustProxy: boolean
  /** null: the channel is off. */
  readonly line: {
    readonly channelSecret: string
    readonly channelAccessToken: string
    readonly apiUrl: string
    readonly dataUrl: string
  } | null
  readonly logLevel: 'debug' | 'info' | 'warning' | 'error'
}

export type ConfigFault = { readonly name: string; readonly message: string }

/**
 * Reads the environment once and checks it whole. Gives the configuration, or every fault at once. A
 * channel without keys is off, not broken; one with half its keys is a fault.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly faults: readonly ConfigFault[] } {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(known)
  const faults: ConfigFault[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ name: issue.path.join('.'), message: issue.message }))
  if (Boolean(known['LINE_CHANNEL_SECRET']) !== Boolean(known['LINE_CHANNEL_ACCESS_TOKEN'])) {
    faults.push({
      name: 'LINE_CHANNEL_SECRET',
      message: 'needs LINE_CHANNEL_ACCESS_TOKEN beside it',
    })
  }
  if (!parsed.success || faults.length > 0) return { faults }
  return { config: toConfig(parsed.data) }
}

function toConfig(env: z.infer<typeof environment>): Config {
  const secret = env.LINE_CHANNEL_SECRET
  const token = env.LINE_CHANNEL_ACCESS_TOKEN
  return {
    database: env.HUIYING_DB,
    host: env.HUIYING_HOST,
    port: env.PORT,
    secret: env.HUIYING_SECRET ?? null,
    url: env.HUIYING_URL ?? null,
    trustProxy: env.HUIYING_TRUST_PROXY,
    line:
      secret === undefined || token === undefined
        ? null
        : {
            channelSecret: secret,
            channelAccessToken: token,
            apiUrl: env.LINE_API_URL,
            dataUrl: env.LINE_DATA_URL,
          },
    logLevel: env.HUIYING_LOG,
  }
}
