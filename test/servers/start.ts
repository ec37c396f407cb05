import type { TestProject } from "vitest/node"
import { installChdb } from "./start/chdb.ts"
import { startMariadb } from "./start/mariadb.ts"
import { startPostgres } from "./start/postgres.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** The addresses of the servers. */
    readonly postgres: ServerAddress
    readonly mariadb: ServerAddress
    /** The folder of chdb. */
    readonly chdb: string
  }
}

/** A server that accepts connections. */
export interface ServerAddress {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password?: string
}

/** Finds or starts the servers of the suite, once. If it cannot, it fails and says what is missing. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  const mariadb = await startMariadb()
  project.provide("postgres", postgres.address)
  project.provide("mariadb", mariadb.address)
  project.provide("chdb", installChdb())
  return async () => {
    await postgres.stop()
    await mariadb.stop()
  }
}
