import { PGlite } from "@electric-sql/pglite"

let empty: ReturnType<PGlite["dumpDataDir"]> | undefined

async function dumpOfEmptyDatabase(): ReturnType<PGlite["dumpDataDir"]> {
  const database = await PGlite.create()
  const dump = await database.dumpDataDir("none")
  await database.close()
  return dump
}

/**
 * PGlite, which starts from a copy of an empty database. Creating that database takes most of the time that
 * PGlite needs to start, so each process of the suite does it once.
 */
export async function copiedPglite(): Promise<new () => PGlite> {
  empty ??= dumpOfEmptyDatabase()
  const loadDataDir = await empty
  return class extends PGlite {
    constructor() {
      super({ loadDataDir })
    }

    /** The inherited one would make a database from nothing. */
    static override create(): ReturnType<typeof PGlite.create> {
      return ready(new this()) as ReturnType<typeof PGlite.create>
    }
  }
}

/** An in-memory PostgreSQL with its own empty database. */
export async function freshPglite(): Promise<PGlite> {
  const Pglite = await copiedPglite()
  return ready(new Pglite())
}

async function ready(database: PGlite): Promise<PGlite> {
  await database.waitReady
  return database
}
