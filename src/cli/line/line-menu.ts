import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { messagingApi } from '@line/bot-sdk'
import { lineTexts } from './line-texts.ts'

/** LINE's size of a menu of one row, in pixels. */
export const menuSize = { width: 2500, height: 843 } as const
export const menuImagePath = new URL('menu.png', import.meta.url)

/** Menus of ours are known by how their names begin; the rest names this very menu. */
export const menuPrefix = 'huiying '

export type Menu = { readonly request: messagingApi.RichMenuRequest; readonly image: Uint8Array }

/**
 * The rich menu: three fields side by side that say for the citizen what they would type. Its name carries a hash
 * of all it is, so that a changed menu or picture is another menu.
 */
export function richMenu(): Menu {
  const image = new Uint8Array(readFileSync(menuImagePath))
  const { fields, chatBar: chatBarText } = lineTexts.menu
  const width = Math.floor(menuSize.width / fields.length)
  const areas = fields.map(({ label, text }, index) => ({
    bounds: { x: index * width, y: 0, width, height: menuSize.height },
    action: { type: 'message' as const, label, text },
  }))
  const look = { size: menuSize, selected: true, chatBarText, areas }
  const hash = createHash('sha256').update(JSON.stringify(look)).update(image).digest('hex')
  return { request: { ...look, name: menuPrefix + hash.slice(0, 16) }, image }
}
