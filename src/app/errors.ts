/** The disk is full or the database locked: the edge answers 503 and the channel delivers again. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
}

/** What is stored was written by a newer version than this code: going on would misread it. */
export class NewerData extends Error {
  override readonly name = 'NewerData'
}

/** The database was made before the first release: nothing reads it any more. */
export class TrialData extends Error {
  override readonly name = 'TrialData'
}
