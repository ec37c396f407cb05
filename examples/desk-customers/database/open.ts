import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { type Dialect, PostgresDialect } from "kysely"
import pg from "pg"
import { Database } from "./database.ts"
import { lockFolder } from "./folder-lock.ts"
import { listenEmbedded } from "./listen-embedded.ts"
import { listenOnServer } from "./listen-on-server.ts"
import { PGliteDialect } from "./pglite-dialect.ts"

/** Where the data is: on a server, in a folder, or, without either, in memory. */
export interface DatabaseOptions {
  /** `postgres://user:password@host/database` */
  readonly url?: string | undefined
  readonly folder?: string | undefined
  /** How long a statement may run on a server, in milliseconds. Default: 10,000. The embedded database has no such limit. */
  readonly statementTimeout?: number
}

export async function openDatabase({
  url,
  folder,
  statementTimeout = 10_000,
}: DatabaseOptions): Promise<Database> {
  if (url === undefined) return embedded(folder)
  return new Database(onServer(url, statementTimeout), listenOnServer(url))
}

function onServer(url: string, statementTimeout: number): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    statement_timeout: statementTimeout,
    types: {
      // All ids of these tables are far below 2^53. By default, the driver returns them as strings.
      getTypeParser: ((oid: number, format?: "text") =>
        oid === pg.types.builtins.INT8
          ? Number
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  })
  // The pool replaces an idle connection that breaks. Without this listener, the error would end the process.
  pool.on("error", ({ message }) => console.error(`The connection to the database was lost: ${message}`))
  return new PostgresDialect({ pool })
}

async function embedded(folder: string | undefined): Promise<Database> {
  const unlock = folder === undefined ? () => {} : lockFolder(folder)
  const database = await PGlite.create(folder === undefined ? {} : { dataDir: join(folder, "postgres") })
  const dialect = new PGliteDialect(database, async () => {
    await database.close()
    unlock()
  })
  return new Database(dialect, listenEmbedded(database))
}
