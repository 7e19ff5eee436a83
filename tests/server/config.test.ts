import { describe, expect, it } from 'vitest'
import { readConfig } from '#server/config.ts'

function faultsOf(env: Readonly<Record<string, string>>) {
  const read = readConfig(env)
  return 'faults' in read ? read.faults : []
}

function configOf(env: Readonly<Record<string, string>>) {
  const read = readConfig(env)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.config
}

const broken = {
  PORT: 'eighty',
  HUIYING_SECRET: 'too short',
  HUIYING_URL: 'not a url',
  HUIYING_TRUST_PROXY: 'maybe',
  HUIYING_LOG: 'loud',
  LINE_API_URL: 'nowhere',
  LINE_CHANNEL_SECRET: 'half of the keys',
}

describe('The environment is checked whole before anything starts', () => {
  it('Every fault is listed at once, by its name', () => {
    expect(
      faultsOf(broken)
        .map((fault) => fault.name)
        .sort(),
    ).toEqual([
      'HUIYING_LOG',
      'HUIYING_SECRET',
      'HUIYING_TRUST_PROXY',
      'HUIYING_URL',
      'LINE_API_URL',
      'LINE_CHANNEL_ACCESS_TOKEN',
      'PORT',
    ])
  })

  it.each(faultsOf(broken).map(({ name, message }) => [name, message]))(
    'The fault of %s is told in Chinese: %s',
    (_, message) => {
      expect(message).toMatch(/\p{Script=Han}/u)
    },
  )

  it('No value is repeated in a fault: it may be a secret', () => {
    const told = JSON.stringify(faultsOf(broken))
    for (const value of ['too short', 'half of the keys']) expect(told).not.toContain(value)
  })

  it('Nothing set is a working configuration: a file beside, this machine only, LINE off', () => {
    expect(configOf({})).toMatchObject({
      database: 'data/huiying.db',
      host: '127.0.0.1',
      port: 8787,
      trustProxy: false,
      files: null,
      mediaLimits: { image: 10 * 1024 ** 2, video: 50 * 1024 ** 2, audio: 10 * 1024 ** 2 },
      line: null,
    })
  })

  it.each(['', '  '])('A variable set to %j is a variable not set', (blank) => {
    const keys = { LINE_CHANNEL_SECRET: blank, LINE_CHANNEL_ACCESS_TOKEN: blank }
    expect(configOf({ ...keys, PORT: blank, HUIYING_SECRET: blank })).toMatchObject({
      port: 8787,
      secret: null,
      line: null,
    })
  })

  it.each([
    ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'],
    ['LINE_CHANNEL_ACCESS_TOKEN', 'LINE_CHANNEL_SECRET'],
  ])('%s without %s is a fault of the one that is missing', (given, missing) => {
    const [fault] = faultsOf({ [given]: 'key' })
    expect(fault?.name).toBe(missing)
    expect(fault?.message).toContain(given)
  })

  it('Both keys switch LINE on, with the real addresses unless others are given', () => {
    const keys = { LINE_CHANNEL_SECRET: 'a', LINE_CHANNEL_ACCESS_TOKEN: 'b' }
    expect(configOf(keys).line?.apiUrl).toBe('https://api.line.me')
    const standIn = 'http://127.0.0.1:9999'
    expect(configOf({ ...keys, LINE_API_URL: standIn }).line?.apiUrl).toBe(standIn)
  })
})

describe('The WeChat bot', () => {
  it('is off unless a puppet is named', () => {
    expect(configOf({}).wechaty).toBeNull()
    expect(configOf({ HUIYING_WECHATY: 'wechat4u' }).wechaty).toEqual({
      puppet: 'wechat4u',
      token: null,
    })
  })

  it('by a puppet service needs its token', () => {
    const env = { HUIYING_WECHATY: 'service' }
    expect(faultsOf(env)).toMatchObject([{ name: 'WECHATY_PUPPET_SERVICE_TOKEN' }])
    expect(configOf({ ...env, WECHATY_PUPPET_SERVICE_TOKEN: 'puppet_1' }).wechaty).toEqual({
      puppet: 'service',
      token: 'puppet_1',
    })
  })

  it('cannot be run by a puppet nobody knows', () => {
    expect(faultsOf({ HUIYING_WECHATY: 'hostie' })).toMatchObject([{ name: 'HUIYING_WECHATY' }])
  })
})

describe('Mail to staff', () => {
  const mail = {
    HUIYING_SMTP_URL: 'smtps://huiying:word@smtp.example.gov.cn:465',
    HUIYING_MAIL_FROM: '回应 <no-reply@example.gov.cn>',
  }

  it('is on with a server and a sender, and off without', () => {
    expect(configOf(mail).outgoing?.mail).toEqual({
      smtpUrl: mail.HUIYING_SMTP_URL,
      from: mail.HUIYING_MAIL_FROM,
    })
    expect(configOf({}).outgoing?.mail).toBeNull()
  })

  it.each([
    [{ HUIYING_SMTP_URL: mail.HUIYING_SMTP_URL }, 'HUIYING_MAIL_FROM'],
    [{ ...mail, HUIYING_SMTP_URL: 'https://smtp.example.gov.cn' }, 'HUIYING_SMTP_URL'],
    [{ ...mail, HUIYING_MAIL_FROM: '回应' }, 'HUIYING_MAIL_FROM'],
  ])('With %j %s is at fault', (env, name) => {
    expect(faultsOf(env).map((fault) => fault.name)).toEqual([name])
  })
})
