import type Sqlite from 'better-sqlite3'

/** So many texts of statements are kept compiled; what is written with other values has the same text. */
const mostKept = 500

/**
 * Compiles each text once: a third of a message's time went into compiling the same few dozen statements again.
 * Drizzle asks for a statement's rows as lists by `raw()`, which stays with the statement; so that one is another.
 */
export function withCompiledOnce(sqlite: Sqlite.Database): Sqlite.Database {
  const compile = sqlite.prepare.bind(sqlite)
  const kept = new Map<string, Sqlite.Statement>()
  const find = (text: string, raw: boolean): Sqlite.Statement => {
    const key = raw ? `raw ${text}` : text
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = compile(text)
    if (raw) made.raw()
    const [oldest] = kept.size < mostKept ? [] : kept.keys()
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(key, made)
    return made
  }
  const prepare = (text: string) => {
    const plain = find(text, false)
    return {
      run: plain.run.bind(plain),
      get: plain.get.bind(plain),
      all: plain.all.bind(plain),
      raw: () => find(text, true),
    }
  }
  let current: unknown = prepare
  return new Proxy(sqlite, {
    // Whoever listens to what is asked puts a function of their own in its place.
    set: (target, name, value) => {
      if (name !== 'prepare') return Reflect.set(target, name, value, target)
      current = value
      return true
    },
    get: (target, name) => {
      if (name === 'prepare') return current
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}
