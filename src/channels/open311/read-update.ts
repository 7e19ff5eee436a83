import type { Words } from './backend.ts'
import { faultOf } from './errors.ts'
import type { Fault } from './errors.ts'
import { field, lengthFaults, mediaFaults } from './read-report.ts'
import type { Fields } from './read-report.ts'
import { mediaNotes, unusedNote } from './unused.ts'

/** Fields that are read. Of pictures all are. */
const read: ReadonlySet<string> = new Set(['service_request_id', 'description', 'update_id'])

/**
 * POST servicerequestupdates, as FixMyStreet sends it → which request, and what is added to it; or everything
 * that is wrong with it. Addresses of pictures are told to staff, and not fetched; so is
 * whatever else came and is not read (a status, a time), of personal fields only that they came.
 */
export function readUpdate(
  fields: Fields,
  client: string,
): { readonly id: string; readonly words: Words } | readonly Fault[] {
  const id = field(fields, 'service_request_id')
  const description = field(fields, 'description')
  const faults = [
    ...(id === null ? [faultOf('no-update-target')] : []),
    ...(description === null ? [faultOf('no-description')] : []),
    ...lengthFaults(fields),
    ...mediaFaults(fields),
  ]
  if (id === null || description === null || faults.length > 0) return faults
  const unused = unusedNote(fields, client, { used: read, discreet: true })
  const more = [...mediaNotes(fields, client), ...(unused === null ? [] : [unused])]
  const own = field(fields, 'update_id')
  const sourceNumber = own === null ? null : `${client}:${own}`
  return { id, words: { text: [description, ...more].join('\n'), sourceNumber } }
}
