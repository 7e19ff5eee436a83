import { getTableColumns, getTableName } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { keeping, tables } from '#db/keeping.ts'
import type { TableName } from '#db/keeping.ts'
import { read, rowsOf, sectionOf } from '#tests/support/papers.ts'

// Safe because the keys of a literal are what it was written with.
const names = Object.keys(keeping) as TableName[]
const told = rowsOf(sectionOf(read('docs/data.md'), '保留和清除')).slice(2)

describe.each(names)('%s', (name) => {
  const {
    open,
    goes,
  }: { readonly open: 'all' | readonly string[]; readonly goes: readonly string[] } = keeping[name]
  const personal = Object.keys(getTableColumns(tables[name])).filter(
    (column) => open !== 'all' && !open.includes(column),
  )

  it('goes some day if it says anything of anybody, and only then', () => {
    expect(goes).not.toEqual([])
    expect(goes.includes('never')).toBe(personal.length === 0)
    expect(goes.includes('never') && goes.length > 1).toBe(false)
  })

  it('opens no column that is sealed', () => {
    const all = Object.keys(getTableColumns(tables[name]))
    const sealed = all.filter((column) => column.startsWith('sealed'))
    expect(sealed.filter((column) => !personal.includes(column))).toEqual([])
  })

  it('is told in the papers', () => {
    const own = told.filter(([which = '']) =>
      which.split('、').includes(getTableName(tables[name])),
    )
    expect(own).toHaveLength(1)
  })
})

describe('the tables', () => {
  it('are all of the schema', () => {
    expect(names.toSorted()).toEqual(Object.keys(tables).toSorted())
  })
})
