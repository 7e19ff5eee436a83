/** The disk is full or the database locked: the edge answers 503 and the channel delivers again. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
}
