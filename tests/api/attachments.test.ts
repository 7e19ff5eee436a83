import { describe, expect, it } from 'vitest'
import { defaultLimits } from '#domain/media.ts'
import type { NewAccount } from '#doors/staff-auth.ts'
import { openLine } from '#tests/channels/line/line-world.ts'
import type { LineWorld } from '#tests/channels/line/line-world.ts'
import { aJpeg, aPage, aPng, filesForm } from '#tests/support/media.ts'

const session = '5a1d6f43-2f6b-4b2b-9a25-0d5f0a3f6c21'
const stranger = '5a1d6f43-2f6b-4b2b-9a25-0d5f0a3f6c22'
const otherStreet = '110118001'
const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟呛死人了'

let made = 0
const anId = () => `3f0c4a52-0b0f-4c35-9a53-${String((made += 1)).padStart(12, '0')}`

type Entry = {
  readonly attachments: readonly { readonly id: string; readonly kind: string }[]
  readonly questionId: string | null
}

function client({ app }: LineWorld) {
  const say = (content: object) =>
    app.request(`/api/v1/chat/${session}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: anId(), content }),
    })
  const read = async (): Promise<readonly Entry[]> => {
    const answer = await app.request(`/api/v1/chat/${session}`)
    // Safe because the API's own schema made it.
    return ((await answer.json()) as { readonly entries: Entry[] }).entries
  }
  return {
    say,
    sendPhotos: (body: FormData) =>
      app.request(`/api/v1/chat/${session}/attachments`, { method: 'POST', body }),
    photosOf: async () => (await read()).flatMap((entry) => entry.attachments.map(({ id }) => id)),
    confirm: async () => {
      const questionId = (await read()).findLast((entry) => entry.questionId !== null)?.questionId
      await say({ type: 'choice', questionId, choiceId: 'confirm' })
    },
  }
}

async function staff({ house, app }: LineWorld, who: Partial<NewAccount>) {
  const given = {
    username: 'someone.else',
    name: '李建国',
    role: 'officer',
    unit: null,
    ...who,
  } as const
  const password = 'long-enough-1'
  await house.auth.createAccount(given, password)
  const answer = await app.request('/api/v1/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: given.username, password }),
  })
  // Safe because the API's own schema made it.
  const { token } = (await answer.json()) as { readonly token: string }
  return (path: string) => app.request(path, { headers: { authorization: `Bearer ${token}` } })
}

describe('photos by the API', () => {
  it('are sent into a conversation and given back to it alone', async () => {
    const world = await openLine({ line: false })
    const { sendPhotos, photosOf } = client(world)
    const sent = await sendPhotos(filesForm([aJpeg(), aPng()], { id: anId() }))
    expect([sent.status, await sent.json()]).toEqual([200, { received: 2 }])
    const [, second = ''] = await photosOf()
    const own = await world.app.request(`/api/v1/chat/${session}/attachments/${second}`)
    expect(own.headers.get('content-type')).toBe('image/png')
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    const foreign = await world.app.request(`/api/v1/chat/${stranger}/attachments/${second}`)
    expect(foreign.status).toBe(404)
  })

  it.each([
    ['of another type', [aPage()], 422, 'wrong-type'],
    ['that are none', [], 422, 'invalid-input'],
    ['too large', [aJpeg(defaultLimits.image + 1)], 413, 'too-large'],
    [
      'too large together',
      Array.from({ length: 6 }, () => aJpeg(defaultLimits.image)),
      413,
      'too-large',
    ],
  ] as const)('%s are refused with a problem', async (_what, photos, status, code) => {
    const { sendPhotos } = client(await openLine({ line: false }))
    const refused = await sendPhotos(filesForm(photos, { id: anId() }))
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await refused.json()).toMatchObject({ status, code })
  })

  it('of a ticket are read by its unit, and unknown to another', async () => {
    const world = await openLine({ line: false })
    const { say, sendPhotos, photosOf, confirm } = client(world)
    await say({ type: 'text', text: complaint })
    await sendPhotos(filesForm([aJpeg()], { id: anId() }))
    await confirm()
    const [photo = ''] = await photosOf()
    const [ticket] = await world.tickets()
    const path = `/api/v1/tickets/${ticket?.number ?? ''}/attachments/${photo}`
    const own = await staff(world, { unit: ticket?.handler ?? null })
    const other = await staff(world, { username: 'another.one', unit: otherStreet })
    expect((await own(path)).headers.get('content-type')).toBe('image/jpeg')
    expect((await other(path)).status).toBe(404)
    expect((await own(`/api/v1/tickets/MY20261123-99999-0/attachments/${photo}`)).status).toBe(404)
    expect((await world.app.request(path)).status).toBe(401)
  })

  it('are described in the OpenAPI document', async () => {
    const { app } = await openLine({ line: false })
    // Safe because an OpenAPI document has paths.
    const document = (await (await app.request('/api/v1/openapi.json')).json()) as {
      readonly paths: Readonly<Record<string, unknown>>
    }
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/chat/{session}/attachments',
        '/chat/{session}/attachments/{id}',
        '/tickets/{number}/attachments/{id}',
      ]),
    )
  })
})
