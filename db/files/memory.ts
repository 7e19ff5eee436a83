import type { Files } from './files.ts'

/** Files that live as long as the process: for a database that does, too. */
export function memoryFiles(): Files {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly at: number }>()
  return {
    write: (key, bytes) => {
      kept.set(key, { bytes: bytes.slice(), at: Date.now() })
      return Promise.resolve()
    },
    read: (key, from, to) => Promise.resolve(kept.get(key)?.bytes.slice(from, to) ?? null),
    remove: (key) => {
      kept.delete(key)
      return Promise.resolve()
    },
    list: () =>
      Promise.resolve({
        files: [...kept].map(([key, { at }]) => ({ key, at })),
        next: null,
      }),
  }
}
