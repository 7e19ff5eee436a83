import { describe, expect, it } from 'vitest'
import { readReport } from '#channels/open311/read-report.ts'
import { readUpdate } from '#channels/open311/read-update.ts'

const form = {
  service_code: 'catering-fumes',
  description: '楼下饭店油烟直排。',
  address_string: '果园西里3号楼底商',
}
const fields = (more: Readonly<Record<string, readonly string[]>>) =>
  new Map<string, readonly string[]>([
    ...Object.entries(form).map(([name, value]) => [name, [value]] as const),
    ...Object.entries(more),
  ])
const envelope = { client: 'fixmystreet', now: 0, newId: () => 'own' }

/** Every field of the standard and of FixMyStreet that a report may bring, and some that nobody knows. */
const sent = {
  jurisdiction_id: null,
  api_key: null,
  email: 'note',
  device_id: 'note',
  account_id: 'note',
  address_id: 'note',
  media_url: 'note',
  title: 'note',
  status: 'note',
  requested_datetime: 'note',
  zipcode: 'note',
  'attribute[colour]': 'note',
  'attribute[when]': 'when',
  'attribute[place]': 'note',
  'attribute[fixmystreet_id]': 'sourceNumber',
  'attribute[external_id]': 'sourceNumber',
  phone: 'person',
  'media（文件，未保存）': 'note',
  whatever: 'note',
} as const

describe('What a client of Open311 sends', () => {
  it.each(Object.entries(sent))('in %s is not lost: %s', (name, where) => {
    const value = name === 'media_url' ? 'https://photos.example.org/1.jpg' : '13800138000'
    const report = readReport(fields({ [name]: [value] }), envelope)
    if (!('note' in report)) throw new Error(JSON.stringify(report))
    const kept = JSON.stringify(where === null ? null : report[where])
    expect(kept.includes(value)).toBe(where !== null)
  })

  it('more than once is noted each time', () => {
    const urls = ['https://a.example/1.jpg', 'https://a.example/2.jpg']
    const report = readReport(fields({ media_url: urls, description: ['一', '二'] }), envelope)
    expect(report).toMatchObject({ note: expect.stringContaining('description：二') as string })
    for (const url of urls)
      expect(report).toMatchObject({ note: expect.stringContaining(url) as string })
  })

  it('as a name without a way to the person is noted', () => {
    const report = readReport(fields({ last_name: ['张'], first_name: ['伟'] }), envelope)
    expect(report).toMatchObject({ person: null, note: expect.stringContaining('张') as string })
  })

  it('is no note when all of it is read', () => {
    expect(readReport(fields({}), envelope)).toMatchObject({ note: null })
  })

  it('with an update is told too, of personal fields only that they came', () => {
    const update = readUpdate(
      fields({
        service_request_id: ['MY1'],
        update_id: ['7'],
        status: ['CLOSED'],
        updated_datetime: ['2026-11-23T09:00:00Z'],
        email: ['li@example.org'],
        media_url: ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
      }),
      'fixmystreet',
    )
    if (!('words' in update)) throw new Error(JSON.stringify(update))
    const { text } = update.words
    expect(text).toContain('status：CLOSED')
    expect(text).toContain('updated_datetime：')
    expect(text).toContain('1.jpg')
    expect(text).toContain('2.jpg')
    expect(text).toContain('email')
    expect(text).not.toContain('li@example.org')
  })
})
