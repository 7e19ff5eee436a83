import { HTTPFetchError, messagingApi } from '@line/bot-sdk'
import { menuPrefix } from './line-menu.ts'
import type { Menu } from './line-menu.ts'

export type Line = {
  readonly api: messagingApi.MessagingApiClient
  readonly files: messagingApi.MessagingApiBlobClient
}

/** LINE's API and the part of it that takes files. */
export function openApi(config: {
  readonly channelAccessToken: string
  readonly apiUrl: string
  readonly dataUrl: string
}): Line {
  const { channelAccessToken, apiUrl, dataUrl } = config
  return {
    api: new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiUrl }),
    files: new messagingApi.MessagingApiBlobClient({ channelAccessToken, baseURL: dataUrl }),
  }
}

/** Sets the address LINE calls, if it is another. */
export async function setWebhook(
  { api }: Line,
  endpoint: string,
): Promise<{ readonly changed: boolean; readonly active: boolean }> {
  const known = await found(api.getWebhookEndpoint())
  const changed = known?.endpoint !== endpoint
  if (changed) await api.setWebhookEndpoint({ endpoint })
  const now = changed ? await found(api.getWebhookEndpoint()) : known
  return { changed, active: now?.active ?? false }
}

export type MenuSet = {
  readonly outcome: 'made' | 'mended' | 'kept'
  /** Menus of ours that were there besides. */
  readonly removed: number
}

/**
 * Leaves this menu as the default one and no other of ours; menus of others stay. What an earlier run left
 * half-done is finished. Citizens are never without a menu: the old ones go last.
 */
export async function setMenu(line: Line, { request, image }: Menu): Promise<MenuSet> {
  const { api, files } = line
  const menus = (await api.getRichMenuList()).richmenus
  const ours = menus.filter(({ name }) => name.startsWith(menuPrefix))
  const known = ours.find(({ name }) => name === request.name)?.richMenuId
  const id = known ?? (await api.createRichMenu(request)).richMenuId
  const pictured = known !== undefined && (await hasImage(line, id))
  if (!pictured) {
    await files.setRichMenuImage(id, new Blob([image.slice()], { type: 'image/png' }))
  }
  const wasDefault = await makeDefault(line, id)
  const others = ours.filter(({ richMenuId }) => richMenuId !== id)
  for (const { richMenuId } of others) await api.deleteRichMenu(richMenuId)
  const removed = others.length
  if (known === undefined) return { outcome: 'made', removed }
  return { outcome: pictured && wasDefault ? 'kept' : 'mended', removed }
}

/** Returns whether it was the default one already. */
async function makeDefault({ api }: Line, id: string): Promise<boolean> {
  const known = await found(api.getDefaultRichMenuId())
  if (known?.richMenuId === id) return true
  await api.setDefaultRichMenu(id)
  return false
}

async function hasImage({ files }: Line, id: string): Promise<boolean> {
  const image = await found(files.getRichMenuImage(id))
  image?.destroy()
  return image !== null
}

export type Quota = { readonly limit: number | null; readonly used: number }

/** Messages that may be pushed this month (null: any number), and those that were. */
export async function readQuota({ api }: Line): Promise<Quota> {
  const { type, value } = await api.getMessageQuota()
  const { totalUsage } = await api.getMessageQuotaConsumption()
  return { limit: type === 'limited' ? (value ?? 0) : null, used: totalUsage }
}

/** What is there; null when LINE knows of none. */
async function found<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof HTTPFetchError && error.status === 404) return null
    throw error
  }
}
