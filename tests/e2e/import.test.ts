import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readTable } from '#doors/spreadsheet/read.ts'
import { mediaTypes, writeTable } from '#doors/spreadsheet/write.ts'
import { anOrder, header } from '#tests/cli/import/import-world.ts'
import { sees, signsIn } from './acts.ts'
import { faultsOf } from './audit.ts'
import { openBrowserWorld, sharedBrowser } from './browser-world.ts'

const browser = sharedBrowser()

const patience = { timeout: 60_000 }

test(
  'a spreadsheet is handed in, checked, imported to its end, and what is not in taken home',
  patience,
  async () => {
    const world = await openBrowserWorld(browser())
    const { page, troubles } = await world.onPhone({ viewport: { width: 320, height: 640 } })
    await signsIn(page, await world.hire({ username: 'operator', role: 'operator', unit: null }))
    await page.goto('/desk/import')
    const faults = [...(await faultsOf(page))]
    const rows = [
      anOrder(1, { 受理时间: '昨天' }),
      ...[...Array(120).keys()].map((n) => anOrder(n + 2)),
    ]
    const buffer = Buffer.from(await writeTable('xlsx', { header, rows }))
    await page.getByLabel('选择文件').setInputFiles({
      name: '日报.xlsx',
      mimeType: mediaTypes.xlsx,
      buffer,
    })
    await page.getByRole('button', { name: '上传并核对' }).press('Enter')
    await sees(page, '共 121 行：可以导入 120 行，有问题 1 行。')
    faults.push(...(await faultsOf(page)))
    await page.getByRole('button', { name: '导入 120 行' }).press('Enter')
    await sees(page, '改正后可以直接上传这份文件')
    faults.push(...(await faultsOf(page)))
    const link = page.getByRole('link', { name: '下载没有导入的行' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.press('Enter')])
    const table = await readTable(await readFile(await download.path()))
    expect(download.suggestedFilename()).toBe('日报.bad.xlsx')
    expect('rows' in table && table.rows.map(({ cells }) => cells['原因'])).toEqual([
      '“受理时间”不是有效的时间：昨天',
    ])
    const { total } = await world.house.ports.readers.list({ sort: 'newest', limit: 1, offset: 0 })
    expect(total).toBe(120)
    expect([...faults, ...troubles]).toEqual([])
  },
)
