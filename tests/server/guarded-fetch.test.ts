import { describe, expect, it } from 'vitest'
import { addressFault } from '#app/notices/webhook-address.ts'
import { guardedFetch } from '#server/guarded-fetch.ts'
import { openReceiver } from '#tests/support/fakes/receiver.ts'

describe('an address our server is asked to call', () => {
  it.each([
    ['https://hooks.example.gov.cn/a', null],
    ['https://8.8.8.8/', null],
    ['http://hooks.example.gov.cn/', 'not-https'],
    ['ftp://hooks.example.gov.cn/', 'not-https'],
    ['hooks.example.gov.cn', 'not-a-url'],
    ['https://user:word@hooks.example.gov.cn/', 'not-a-url'],
    ['https://127.0.0.1/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://0x7f.1/', 'private'],
    ['https://10.1.2.3/', 'private'],
    ['https://172.16.0.1/', 'private'],
    ['https://192.168.1.1/', 'private'],
    ['https://169.254.169.254/latest/meta-data', 'private'],
    ['https://100.64.0.1/', 'private'],
    ['https://0.0.0.0/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[fd00::1]/', 'private'],
    ['https://[fe80::1]/', 'private'],
    ['https://[::ffff:127.0.0.1]/', 'private'],
    ['https://[64:ff9b::a00:1]/', 'private'],
    ['https://[::127.0.0.1]/', 'private'],
    ['https://[::a00:1]/', 'private'],
    ['https://[::ffff:a00:1]/', 'private'],
    ['https://[::ffff:0:127.0.0.1]/', 'private'],
    ['https://[64:ff9b::7f00:1]/', 'private'],
    ['https://[64:ff9b:1::a00:1]/', 'private'],
    ['https://[2002:7f00:1::]/', 'private'],
    ['https://[2002:a00:1::1]/', 'private'],
    ['https://[2001:0:7f00:1::1]/', 'private'],
    ['https://[2001:db8::1]/', 'private'],
    ['https://[fec0::1]/', 'private'],
    ['https://[ff02::1]/', 'private'],
    ['https://[100::1]/', 'private'],
    ['https://[2606:4700::1111]/', null],
    ['https://198.18.0.1/', 'private'],
    ['https://240.0.0.1/', 'private'],
    ['https://255.255.255.255/', 'private'],
    ['https://0177.0.0.1/', 'private'],
    ['https://127.1/', 'private'],
    ['https://hooks.example.gov.cn:8443/a', null],
    ['https://hooks.example.gov.cn:22/', 'port'],
    ['https://8.8.8.8:6379/', 'port'],
    ['https://intranet/', 'private'],
    ['https://redis./', 'private'],
    ['https://localhost/', 'private'],
    ['https://app.localhost./', 'private'],
    ['https://db.internal/', 'private'],
  ])('%s: %s', (address, fault) => {
    expect(addressFault(address, false)).toBe(fault)
  })

  it('may be private where that is allowed, but is still an address', () => {
    expect(addressFault('http://10.1.2.3/hook', true)).toBeNull()
    expect(addressFault('file:///etc/passwd', true)).toBe('not-https')
  })
})

describe('a guarded fetch', () => {
  it('does not connect where a name leads into a private network', async () => {
    const receiver = await openReceiver()
    const url = receiver.url.replace('127.0.0.1', 'localhost')
    await expect(guardedFetch()(url, { method: 'POST' })).rejects.toMatchObject({
      cause: { code: 'EPRIVATE' },
    })
    expect(receiver.calls).toEqual([])
  })
})
