import { z } from 'zod'
import { defaultLimits, megabyte } from '#domain/media.ts'
import type { MediaLimits } from '#domain/media.ts'
import { say, serverTexts } from './texts.ts'

// What a person sees of a fault is Chinese, on either engine.
z.config(z.locales.zhCN())

/** Text flags of the environment. */
const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

const optional = z.string().trim().min(1).optional().catch(undefined)

function megabytes(most: number) {
  return z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(most / megabyte)
}

/** 32 bytes in base64, without its last sign. */
const aesKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}$/)
  .optional()

/** Puppets by the ends of their packages' names. */
export const puppetKinds = ['service', 'wechat4u', 'official-account', 'mock'] as const
type PuppetKind = (typeof puppetKinds)[number]

const environment = z.object({
  HUIYING_DB: z.string().min(1).default('data/huiying.db'),
  /** Folder of attachments; beside the database when left out. */
  HUIYING_FILES: optional,
  /** Largest attachment of each kind, in megabytes. */
  HUIYING_MAX_IMAGE_MB: megabytes(defaultLimits.image),
  HUIYING_MAX_VIDEO_MB: megabytes(defaultLimits.video),
  HUIYING_MAX_AUDIO_MB: megabytes(defaultLimits.audio),
  HUIYING_HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  /** Master secret: sessions, encryption of personal data, codes. */
  HUIYING_SECRET: z.string().min(32).optional(),
  /** The address people use, e.g. https://huiying.example.gov.cn: cookies and origin checks depend on it. */
  HUIYING_URL: z.url().optional(),
  /** Behind a reverse proxy that sets X-Forwarded-For. */
  HUIYING_TRUST_PROXY: flag,
  /** Everybody at the desk has to sign in with a second factor. */
  HUIYING_REQUIRE_SECOND_FACTOR: flag,
  LINE_CHANNEL_SECRET: optional,
  LINE_CHANNEL_ACCESS_TOKEN: optional,
  LINE_API_URL: z.url().default('https://api.line.me'),
  LINE_DATA_URL: z.url().default('https://api-data.line.me'),
  WECHAT_TOKEN: optional,
  WECHAT_APP_ID: optional,
  WECHAT_APP_SECRET: optional,
  WECHAT_AES_KEY: aesKey,
  /** Answers in the call itself, for accounts without the customer-service API. */
  WECHAT_PASSIVE: flag,
  WECHAT_API_URL: z.url().default('https://api.weixin.qq.com'),
  WECOM_TOKEN: optional,
  WECOM_CORP_ID: optional,
  WECOM_SECRET: optional,
  WECOM_AES_KEY: aesKey,
  WECOM_AGENT_ID: z.coerce.number().int().min(0).optional(),
  WECOM_API_URL: z.url().default('https://qyapi.weixin.qq.com'),
  /** Which of Wechaty's puppets runs the WeChat bot. */
  HUIYING_WECHATY: z.enum(puppetKinds).optional(),
  /** Wechaty's own name for the token of a puppet service. */
  WECHATY_PUPPET_SERVICE_TOKEN: optional,
  /** Mail to staff; Node only. */
  HUIYING_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  HUIYING_MAIL_FROM: z.string().trim().regex(/@/).optional(),
  /** Webhooks may go to http and to private networks. */
  HUIYING_WEBHOOK_PRIVATE: flag,
  /** Open311 gives words that a person has released. */
  HUIYING_PUBLIC_WORDS: flag,
  /** The newest seal over history is written to this file too; Node only. */
  HUIYING_HEAD_FILE: optional,
  HUIYING_LOG: z.enum(['debug', 'info', 'warning', 'error']).default('info'),
})

export type Config = {
  readonly database: string
  /** null: beside the database. */
  readonly files: string | null
  readonly mediaLimits: MediaLimits
  readonly host: string
  readonly port: number
  readonly secret: string | null
  readonly url: string | null
  readonly trustProxy: boolean
  /** Left out: no. */
  readonly requireSecondFactor?: boolean
  /** null: the channel is off. */
  readonly line: {
    readonly channelSecret: string
    readonly channelAccessToken: string
    readonly apiUrl: string
    readonly dataUrl: string
  } | null
  /** The official account; null: the channel is off. `aesKey` null: plain mode. */
  readonly wechat: {
    readonly token: string
    readonly appId: string
    readonly appSecret: string
    readonly aesKey: string | null
    /** Answers go out in the call itself while it waits. */
    readonly passive: boolean
    readonly apiUrl: string
  } | null
  /** null: the channel is off. */
  readonly wecom: {
    readonly token: string
    readonly corpId: string
    readonly secret: string
    readonly aesKey: string
    readonly agentId: number
    readonly apiUrl: string
  } | null
  /** The WeChat bot; null: it is off. `token` for the puppet service alone. */
  readonly wechaty: { readonly puppet: PuppetKind; readonly token: string | null } | null
  /** Ways to staff outside the desk; null or left out: none. */
  readonly outgoing?: OutgoingConfig | null
  /** Open311 gives words that a person has released; left out: none. */
  readonly publicWords?: boolean
  /** Where the newest seal is written down beside the database; null or left out: nowhere. */
  readonly headFile?: string | null
  readonly logLevel: 'debug' | 'info' | 'warning' | 'error'
}

type OutgoingConfig = {
  /** null: no mail. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  readonly privateWebhooks: boolean
  /** Groups' robots speak through it, also without an application of one's own. */
  readonly wecomApiUrl: string
}

export type ConfigFault = { readonly name: string; readonly message: string }

/**
 * Reads the environment once and checks it whole. Gives the configuration, or every fault at once. A
 * channel without keys is off, not broken; one with half its keys is a fault.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly faults: readonly ConfigFault[] } {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''))
  const parsed = environment.safeParse(known)
  const faults: ConfigFault[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ name: issue.path.join('.'), message: issue.message }))
  faults.push(...halfGiven(known), ...serviceWithoutToken(known), ...carriageReturns(known))
  if (!parsed.success || faults.length > 0) return { faults }
  return { config: toConfig(parsed.data) }
}

/** A file with the line ends of Windows leaves one at the end of every value. */
function carriageReturns(known: Readonly<Record<string, string | undefined>>): ConfigFault[] {
  return Object.keys(environment.shape)
    .filter((name) => known[name]?.endsWith('\r') === true)
    .map((name) => ({ name, message: serverTexts.carriageReturn }))
}

/** Keys a channel needs all of, and those it may have besides. */
const keysOf: readonly {
  readonly needed: readonly string[]
  readonly besides?: readonly string[]
}[] = [
  { needed: ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'] },
  { needed: ['WECHAT_TOKEN', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET'], besides: ['WECHAT_AES_KEY'] },
  { needed: ['HUIYING_SMTP_URL', 'HUIYING_MAIL_FROM'] },
  {
    needed: ['WECOM_TOKEN', 'WECOM_CORP_ID', 'WECOM_SECRET', 'WECOM_AGENT_ID', 'WECOM_AES_KEY'],
  },
]

/** A channel needs all its keys: each that is missing beside another is a fault. */
function halfGiven(known: Readonly<Record<string, string | undefined>>): ConfigFault[] {
  return keysOf.flatMap(({ needed, besides = [] }) => {
    const given = [...needed, ...besides].filter((name) => known[name] !== undefined)
    const missing = needed.filter((name) => known[name] === undefined)
    if (given.length === 0) return []
    const text = needed.length === 2 ? serverTexts.missingBeside : serverTexts.missingOf
    const [other = ''] = given
    return missing.map((name) => ({ name, message: say(text, { other }) }))
  })
}

function serviceWithoutToken(known: Readonly<Record<string, string | undefined>>): ConfigFault[] {
  const name = 'WECHATY_PUPPET_SERVICE_TOKEN'
  if (known['HUIYING_WECHATY'] !== 'service' || known[name] !== undefined) return []
  return [{ name, message: say(serverTexts.missingFor, { other: 'HUIYING_WECHATY=service' }) }]
}

type Environment = z.infer<typeof environment>

function toConfig(env: Environment): Config {
  return {
    database: env.HUIYING_DB,
    files: env.HUIYING_FILES ?? null,
    mediaLimits: limitsOf(env),
    host: env.HUIYING_HOST,
    port: env.PORT,
    secret: env.HUIYING_SECRET ?? null,
    url: env.HUIYING_URL ?? null,
    trustProxy: env.HUIYING_TRUST_PROXY,
    requireSecondFactor: env.HUIYING_REQUIRE_SECOND_FACTOR,
    line: lineOf(env),
    wechat: wechatOf(env),
    wecom: wecomOf(env),
    wechaty: wechatyOf(env),
    outgoing: outgoingOf(env),
    publicWords: env.HUIYING_PUBLIC_WORDS,
    headFile: env.HUIYING_HEAD_FILE ?? null,
    logLevel: env.HUIYING_LOG,
  }
}

function limitsOf(env: Environment): MediaLimits {
  return {
    image: env.HUIYING_MAX_IMAGE_MB * megabyte,
    video: env.HUIYING_MAX_VIDEO_MB * megabyte,
    audio: env.HUIYING_MAX_AUDIO_MB * megabyte,
  }
}

function outgoingOf(env: Environment): OutgoingConfig {
  const { HUIYING_SMTP_URL: smtpUrl, HUIYING_MAIL_FROM: from } = env
  return {
    mail: smtpUrl === undefined || from === undefined ? null : { smtpUrl, from },
    privateWebhooks: env.HUIYING_WEBHOOK_PRIVATE,
    wecomApiUrl: env.WECOM_API_URL,
  }
}

function lineOf(env: Environment): Config['line'] {
  const { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken } = env
  if (channelSecret === undefined || channelAccessToken === undefined) return null
  const { LINE_API_URL: apiUrl, LINE_DATA_URL: dataUrl } = env
  return { channelSecret, channelAccessToken, apiUrl, dataUrl }
}

function wechatOf(env: Environment): Config['wechat'] {
  const { WECHAT_TOKEN: token, WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret } = env
  if (token === undefined || appId === undefined || appSecret === undefined) return null
  const { WECHAT_API_URL: apiUrl, WECHAT_AES_KEY: aesKey = null, WECHAT_PASSIVE: passive } = env
  return { token, appId, appSecret, aesKey, passive, apiUrl }
}

function wecomOf(env: Environment): Config['wecom'] {
  const { WECOM_TOKEN: token, WECOM_CORP_ID: corpId, WECOM_SECRET: secret } = env
  if (token === undefined || corpId === undefined || secret === undefined) return null
  const { WECOM_AGENT_ID: agentId, WECOM_AES_KEY: aesKey, WECOM_API_URL: apiUrl } = env
  if (agentId === undefined || aesKey === undefined) return null
  return { token, corpId, secret, agentId, aesKey, apiUrl }
}

function wechatyOf(env: Environment): Config['wechaty'] {
  const { HUIYING_WECHATY: puppet, WECHATY_PUPPET_SERVICE_TOKEN: token = null } = env
  return puppet === undefined ? null : { puppet, token }
}
