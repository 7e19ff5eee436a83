import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { ImportFiles, ImportPart } from '#app/import/import-files-port.ts'
import type { NumberedRow } from '#app/import/import-orders.ts'
import type { Database, Db } from './database.ts'
import { importFiles, importMaps, importParts } from './schema.ts'
import { openJson, sealJson } from './seal.ts'
import type { Seal } from './seal.ts'

/** The port of spreadsheets on their way in: rows hold what citizens said, so they are sealed. */
export function createImportFiles(database: Database, seal: Seal): ImportFiles {
  const { db, commit } = database
  return {
    put: async (file, parts) => {
      const rows = await Promise.all(
        parts.map(async (part, index) => ({
          fileId: file.id,
          index,
          sealedRows: await sealJson(seal, 'import-rows', part),
        })),
      )
      await commit([
        db.insert(importFiles).values(file),
        ...rows.map((row) => db.insert(importParts).values(row)),
      ])
    },
    get: async (id) => {
      const [row] = await db.select().from(importFiles).where(eq(importFiles.id, id))
      return row ?? null
    },
    ofAccount: (by, limit) =>
      db
        .select()
        .from(importFiles)
        .where(eq(importFiles.by, by))
        .orderBy(desc(importFiles.at))
        .limit(limit),
    setMap: async (id, map) => {
      await db.update(importFiles).set({ map }).where(eq(importFiles.id, id))
    },
    ...createParts(db, seal),
    drop: (id) =>
      commit([
        db.delete(importParts).where(eq(importParts.fileId, id)),
        db.delete(importFiles).where(eq(importFiles.id, id)),
      ]),
    forget: async (at) => {
      const old = db.select({ id: importFiles.id }).from(importFiles).where(lt(importFiles.at, at))
      await commit([
        db.delete(importParts).where(inArray(importParts.fileId, old)),
        db.delete(importFiles).where(lt(importFiles.at, at)),
      ])
    },
    ...createMaps(db),
  }
}

function createMaps(db: Db): Pick<ImportFiles, 'maps' | 'saveMap'> {
  return {
    maps: () =>
      db
        .select({ name: importMaps.name, map: importMaps.map })
        .from(importMaps)
        .orderBy(importMaps.name),
    saveMap: async (saved) => {
      await db
        .insert(importMaps)
        .values(saved)
        .onConflictDoUpdate({ target: importMaps.name, set: saved })
    },
  }
}

type Row = typeof importParts.$inferSelect

function createParts(
  db: Db,
  seal: Seal,
): Pick<ImportFiles, 'parts' | 'outcomes' | 'nextPart' | 'finishPart'> {
  const opened = async ({ index, sealedRows }: Row): Promise<ImportPart> => {
    const rows = await openJson<readonly NumberedRow[]>(seal, 'import-rows', sealedRows)
    return { index, rows }
  }
  return {
    parts: async (id) => {
      const rows = await db
        .select()
        .from(importParts)
        .where(eq(importParts.fileId, id))
        .orderBy(asc(importParts.index))
      return Promise.all(rows.map(opened))
    },
    outcomes: async (id) => {
      const rows = await db
        .select({ outcomes: importParts.outcomes })
        .from(importParts)
        .where(eq(importParts.fileId, id))
        .orderBy(asc(importParts.index))
      return rows.flatMap(({ outcomes }) => outcomes ?? [])
    },
    nextPart: async (id) => {
      const [row] = await db
        .select()
        .from(importParts)
        .where(and(eq(importParts.fileId, id), isNull(importParts.outcomes)))
        .orderBy(asc(importParts.index))
        .limit(1)
      return row === undefined ? null : opened(row)
    },
    finishPart: async (id, index, outcomes) => {
      await db
        .update(importParts)
        .set({ outcomes })
        .where(and(eq(importParts.fileId, id), eq(importParts.index, index)))
    },
  }
}
