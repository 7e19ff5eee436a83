import type { ImportMap } from './import-map.ts'
import type { NumberedRow } from './import-orders.ts'

/** What became of a row: its line in the file, its ticket, or why there is none. */
export type ImportedRow = {
  readonly line: number
  readonly outcome: 'opened' | 'known' | 'changed' | 'bad' | 'refused'
  /** Our number of its ticket. */
  readonly number: string | null
}

/** A spreadsheet that somebody has handed in, read but for its rows. */
export type ImportFile = {
  readonly id: string
  /** The account that handed it in: nobody else sees it. */
  readonly by: string
  /** UTC milliseconds. */
  readonly at: number
  readonly name: string
  readonly header: readonly string[]
  readonly rows: number
  /** How its columns are read; null until somebody has said. */
  readonly map: ImportMap | null
}

/** Rows that are imported in one go. */
export type ImportPart = { readonly index: number; readonly rows: readonly NumberedRow[] }

export type SavedMap = { readonly name: string; readonly map: ImportMap }

/** Spreadsheets on their way in, sealed, and the ways to read them that were kept. */
export type ImportFiles = {
  readonly put: (file: ImportFile, parts: readonly (readonly NumberedRow[])[]) => Promise<void>
  /** null when unknown or forgotten. */
  readonly get: (id: string) => Promise<ImportFile | null>
  readonly ofAccount: (by: string, limit: number) => Promise<readonly ImportFile[]>
  readonly setMap: (id: string, map: ImportMap) => Promise<void>
  /** In the order of the file. */
  readonly parts: (id: string) => Promise<readonly ImportPart[]>
  /** What became of the rows that have been imported, in the order of the file; their words stay sealed. */
  readonly outcomes: (id: string) => Promise<readonly ImportedRow[]>
  /** The first part that has not been imported; null when all have. */
  readonly nextPart: (id: string) => Promise<ImportPart | null>
  readonly finishPart: (
    id: string,
    index: number,
    outcomes: readonly ImportedRow[],
  ) => Promise<void>
  readonly drop: (id: string) => Promise<void>
  /** Forgets files handed in before `at`. */
  readonly forget: (at: number) => Promise<void>
  readonly maps: () => Promise<readonly SavedMap[]>
  /** Keeps a map under a name; the one that had the name is replaced. */
  readonly saveMap: (
    saved: SavedMap & { readonly by: string; readonly at: number },
  ) => Promise<void>
}
