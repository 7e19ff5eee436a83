/** One stored file, as a sweep sees it. `at`: when it was written, UTC milliseconds. */
export type StoredFile = { readonly key: string; readonly at: number }

/** Keeps bytes under keys that nobody can guess; what they are, and whose, is the database's to know. */
export type Files = {
  /** Durable and whole once it resolves; a file that was broken off is never seen. */
  readonly write: (key: string, bytes: Uint8Array) => Promise<void>
  /** Bytes [from, to), fewer where the file ends before; null: there is no such file. */
  readonly read: (key: string, from: number, to: number) => Promise<Uint8Array | null>
  /** Removing what is not there is no error. */
  readonly remove: (key: string) => Promise<void>
  /** A page of all files; `next` is given back for the following page, null after the last. */
  readonly list: (
    after: string | null,
  ) => Promise<{ readonly files: readonly StoredFile[]; readonly next: string | null }>
}

/** 256 random bits as hexadecimal digits. */
export function newFileKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const keyForm = /^[0-9a-f]{64}$/

/** Whether a name is a key of ours: nothing else is ever touched. */
export function isFileKey(name: string): boolean {
  return keyForm.test(name)
}
