import type { Words } from './backend.ts'
import { faultOf } from './errors.ts'
import type { Fault } from './errors.ts'
import { fill } from './fill.ts'
import { field, lengthFaults, mediaFaults } from './read-report.ts'
import type { Fields } from './read-report.ts'
import { open311Texts } from './texts.ts'

/**
 * POST servicerequestupdates, as FixMyStreet sends it → which request, and what is added to it; or everything
 * that is wrong with it. The address of a picture is told to staff, and not fetched.
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
  const url = field(fields, 'media_url')
  const media = url === null ? [] : [fill(open311Texts.mediaNote, { client, url })]
  const own = field(fields, 'update_id')
  const sourceNumber = own === null ? null : `${client}:${own}`
  return { id, words: { text: [description, ...media].join('\n'), sourceNumber } }
}
