import type { PGlite } from "@electric-sql/pglite"
import type { Listen } from "./listen.ts"

/** Listens in the embedded database. It is in this process, so no connection can be lost. */
export function listenEmbedded(database: PGlite): Listen {
  return async (channel, { heard }) => {
    const stop = await database.listen(channel, heard)
    return () => stop()
  }
}
