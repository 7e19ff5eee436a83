import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileHandle } from 'node:fs/promises'
import type { Files, StoredFile } from './files.ts'

const ownerOnly = { folder: 0o700, file: 0o600 } as const
/** A key, or what was broken off while it was being written. */
const nameForm = /^[0-9a-f]{64}(\.[0-9a-f]{16}\.part)?$/

/** Files in a folder, spread over 256 more by the beginning of their keys; made when the first one comes. */
export function diskFiles(folder: string): Files {
  const shard = (key: string) => join(folder, key.slice(0, 2))
  const path = (key: string) => {
    if (!nameForm.test(key)) throw new RangeError('not a key of a file')
    return join(shard(key), key)
  }
  return {
    write: (key, bytes) => write({ folder: shard(key), path: path(key), root: folder }, bytes),
    read: async (key, from, to) => readRange(path(key), from, to),
    remove: async (key) => rm(path(key), { force: true }),
    list: (after) => list(folder, after),
  }
}

type Target = { readonly root: string; readonly folder: string; readonly path: string }

/** Written beside, made durable, then renamed: a crash leaves either nothing or the whole file. */
async function write({ root, folder, path }: Target, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: ownerOnly.folder })
  const beside = `${path}.${randomBytes(8).toString('hex')}.part`
  try {
    const file = await open(beside, 'wx', ownerOnly.file)
    await withHandle(file, async () => {
      await file.writeFile(bytes)
      await file.sync()
    })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  for (const one of [folder, root]) await syncFolder(one)
}

/** A rename outlives a power cut only when its folder is on the disk, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await withHandle(handle, () => handle.sync())
}

async function withHandle<T>(handle: FileHandle, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await handle.close()
  }
}

async function readRange(path: string, from: number, to: number): Promise<Uint8Array | null> {
  const file = await unlessMissing(open(path, 'r'))
  if (file === null) return null
  return withHandle(file, async () => {
    const bytes = new Uint8Array(to - from)
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  })
}

/** One shard a page. What was broken off while being written is listed as well. */
async function list(folder: string, after: string | null) {
  const shards = ((await unlessMissing(readdir(folder))) ?? []).sort()
  const shard = shards.find((name) => after === null || name > after)
  if (shard === undefined) return { files: [], next: null }
  const names = (await unlessMissing(readdir(join(folder, shard)))) ?? []
  const found = await Promise.all(names.map((name) => storedFile(join(folder, shard), name)))
  return { files: found.filter((file) => file !== null), next: shard }
}

async function storedFile(folder: string, name: string): Promise<StoredFile | null> {
  if (!nameForm.test(name)) return null
  const found = await unlessMissing(stat(join(folder, name)))
  return found === null ? null : { key: name, at: found.mtimeMs }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
