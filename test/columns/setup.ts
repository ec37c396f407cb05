import type { TestProject } from "vitest/node"
import { installChdb } from "../servers/start/chdb.ts"
import { startMariadb } from "../servers/start/mariadb.ts"
import { startPostgres } from "../servers/start/postgres.ts"
import type { Server } from "../servers/start/server.ts"
import type { ServerAddress } from "../servers/start.ts"
import { startPostgres18 } from "./start-postgres-18.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** The address of PostgreSQL 18. */
    readonly postgres18: ServerAddress
  }
}

/** Finds or starts the servers of the tables that run, once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const files = process.env.COLUMNS_FILES?.split(",").filter(Boolean) ?? []
  const runs = (table: string) => files.length === 0 || files.some((file) => file.includes(table))
  const servers: Server[] = []
  if (runs("postgres")) {
    const postgres = await startPostgres()
    const postgres18 = await startPostgres18()
    project.provide("postgres", postgres.address)
    project.provide("postgres18", postgres18.address)
    servers.push(postgres, postgres18)
  }
  if (runs("mariadb")) {
    const mariadb = await startMariadb()
    project.provide("mariadb", mariadb.address)
    servers.push(mariadb)
  }
  if (runs("clickhouse")) project.provide("chdb", installChdb())
  return async () => {
    for (const { stop } of servers) await stop()
  }
}
