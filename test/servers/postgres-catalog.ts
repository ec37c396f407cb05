import { inspectMapping, postgres } from "../../src/sql.ts"
import type { InspectedDatabase } from "../inspection/provocation.ts"
import { createDatabase } from "./postgres.ts"
import type { ServerAddress } from "./start.ts"

/** A new database of a PostgreSQL server, to inspect mappings in. By default, of the server of the suite. */
export async function openPostgresCatalog(address?: ServerAddress): Promise<InspectedDatabase> {
  const { client, drop } = await createDatabase(address)
  return {
    execute: async (statement) => {
      await client.query(statement)
    },
    inspect: async (mapping) => {
      const run = async (text: string, values: unknown[]) => (await client.query(text, values)).rows
      return (await inspectMapping(postgres, mapping, run)).findings
    },
    close: drop,
  }
}
