import { randomBytes } from 'node:crypto'
import { clientName, doors } from '#app/intake/clients.ts'
import type { Clients, Door } from '#app/intake/clients.ts'
import { w3cTime } from '#app/tools/w3c-time.ts'
import type { Done } from './import-command.ts'
import { CliFault, readArgs, withDatabase } from '#cli/setup.ts'
import type { Env } from '#cli/setup.ts'
import { importTexts } from './import-texts.ts'
import { fillText } from '#cli/texts.ts'

const options = { for: { type: 'string' }, db: { type: 'string' } } as const
const keyBytes = 32

/** npm run api-key: keys of programs. A key is shown when it is made and never again; its hash is stored. */
export async function apiKeyCommand(argv: readonly string[], env: Env): Promise<Done> {
  const { words, options: given } = readArgs(argv, options, importTexts.keyUsage)
  const [verb, name] = words
  const db = typeof given['db'] === 'string' ? given['db'] : undefined
  const door = doors.find((one) => one === given['for'])
  return withDatabase(env, db, ({ clients, now }) => {
    if (verb === 'list' && name === undefined) return list(clients)
    if (verb === 'remove' && name !== undefined) return remove(clients, name)
    if (verb === 'add' && name !== undefined && door !== undefined) {
      return add(clients, { name, door, at: now() })
    }
    throw new CliFault(importTexts.keyUsage)
  })
}

async function add(
  clients: Clients,
  client: { readonly name: string; readonly door: Door; readonly at: number },
): Promise<Done> {
  const { name } = client
  if (!clientName.test(name)) throw new CliFault(fillText(importTexts.badName, { name }))
  const key = randomBytes(keyBytes).toString('base64url')
  if (!(await clients.add({ ...client, key }))) {
    throw new CliFault(fillText(importTexts.keyTaken, { name }))
  }
  return { lines: [fillText(importTexts.keyMade, { name, key })], code: 0 }
}

async function remove(clients: Clients, name: string): Promise<Done> {
  if (!(await clients.remove(name))) throw new CliFault(fillText(importTexts.keyUnknown, { name }))
  return { lines: [fillText(importTexts.keyRemoved, { name })], code: 0 }
}

async function list(clients: Clients): Promise<Done> {
  const known = await clients.list()
  const lines = known.map(({ name, door, createdAt }) =>
    fillText(importTexts.keyLine, { name, door, at: w3cTime(createdAt) }),
  )
  return { lines: lines.length === 0 ? [importTexts.keyNone] : lines, code: 0 }
}
