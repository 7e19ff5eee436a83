import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { lineTexts } from './line-texts.ts'
import { menuImagePath, menuSize } from './line-menu.ts'

/** Draws the rich menu's picture anew from its page; only needed when the page was changed. */
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? 'chromium' })
try {
  const page = await browser.newPage({ viewport: menuSize })
  await page.goto(new URL('menu.html', import.meta.url).href)
  await page.screenshot({ path: fileURLToPath(menuImagePath) })
  console.log(lineTexts.menuDrawn)
} finally {
  await browser.close()
}
