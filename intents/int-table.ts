/** Whole numbers up to 32 bits → whole numbers above zero, in typed arrays: read by the inner loops. */
export type IntTable = {
  readonly keys: Int32Array
  /** 0: nothing stored here. */
  readonly values: Int32Array
  readonly mask: number
}

/** An empty table with room for `count` keys. */
export function makeIntTable(count: number): IntTable {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, count * 3)))
  return { keys: new Int32Array(size), values: new Int32Array(size), mask: size - 1 }
}

/** Stores a value above zero; a key stored twice keeps its last value. The caller keeps to the room asked for. */
export function store(table: IntTable, key: number, value: number): void {
  const at = placeOf(table, key | 0)
  table.keys[at] = key
  table.values[at] = value
}

/** The value of a key; 0 when it has none. */
export function lookUp(table: IntTable, key: number): number {
  return table.values[placeOf(table, key | 0)]!
}

/** Where a key is or would be: the first free place from its hash on. */
function placeOf({ keys, values, mask }: IntTable, key: number): number {
  let at = Math.imul(key ^ (key >>> 15), 0x9e3779b1)
  at = (at ^ (at >>> 13)) & mask
  while (values[at] !== 0 && keys[at] !== key) at = (at + 1) & mask
  return at
}
