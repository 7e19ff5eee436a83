export type TableFaultCode =
  | 'tooLarge'
  | 'tooManyRows'
  | 'bomb'
  | 'oldXls'
  | 'notTable'
  | 'noSheet'
  | 'empty'
  | 'noRows'
  | 'doubleColumns'
  | 'encoding'

/** Why a file is no table; `slots` are for the sentence that says so. */
export type TableFault = {
  readonly fault: TableFaultCode
  readonly slots: Readonly<Record<string, string>>
}

export function faultOf(fault: TableFaultCode, slots: TableFault['slots'] = {}): TableFault {
  return { fault, slots }
}
