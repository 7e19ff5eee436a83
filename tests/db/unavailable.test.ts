import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { StorageUnavailable } from '#app/errors.ts'
import { withTypedErrors } from '#db/unavailable.ts'

function failing(error: Error) {
  return withTypedErrors({ call: () => Promise.reject(error) })
}

describe('errors of the database', () => {
  it.each([
    'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
    'D1_ERROR: Network connection lost.',
    'D1_ERROR: Exceeded maximum DB size: SQLITE_FULL',
    'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
    "D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.",
    'D1_ERROR: database is locked: SQLITE_BUSY',
  ])('of a D1 that cannot serve now are storage being unavailable: %s', async (message) => {
    const error = new DrizzleQueryError('select 1', [], new Error(message))
    await expect(failing(error).call()).rejects.toThrow(StorageUnavailable)
  })

  it('keep their cause', async () => {
    const error = new Error('D1_ERROR: Network connection lost.')
    await expect(failing(error).call()).rejects.toMatchObject({ cause: error })
  })

  it.each(['D1_ERROR: no such table: events: SQLITE_ERROR', 'a sealed text was altered'])(
    'of a mistake of ours stay what they are: %s',
    async (message) => {
      const error = new Error(message)
      await expect(failing(error).call()).rejects.toBe(error)
    },
  )

  it('are not made of words somebody wrote', async () => {
    const real = new Error('UNIQUE constraint failed: outbox_messages.id')
    const error = new DrizzleQueryError('insert', ['database is locked'], real)
    await expect(failing(error).call()).rejects.toBe(error)
  })
})
