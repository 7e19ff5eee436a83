export type TableFaultCode =
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyLines'
  | 'tooManyColumns'
  | 'tooFar'
  | 'cellTooLong'
  | 'tooMuch'
  | 'tooGreedy'
  | 'bomb'
  | 'oldXls'
  | 'notTable'
  | 'noSheet'
  | 'empty'
  | 'noRows'
  | 'encoding'

/** Why a file is no table; `slots` are for the sentence that says so. */
export type TableFault = {
  readonly fault: TableFaultCode
  readonly slots: Readonly<Record<string, string>>
}

export function faultOf(
  fault: TableFaultCode,
  slots: Readonly<Record<string, string | number>> = {},
): TableFault {
  const words = Object.entries(slots).map(([name, value]) => [name, String(value)])
  return { fault, slots: Object.fromEntries(words) }
}

/** A fault met where nothing can be returned: inside a parser's callback. */
export class Greedy extends Error {
  constructor(readonly found: TableFault) {
    super(found.fault)
  }
}
