import type { TestProject } from "vitest/node"
import { startMariadb } from "../servers/start/mariadb.ts"
import { startPostgres } from "../servers/start/postgres.ts"

/** Finds or starts the servers of the suite. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  const mariadb = await startMariadb()
  project.provide("postgres", postgres.address)
  project.provide("mariadb", mariadb.address)
  return async () => {
    await postgres.stop()
    await mariadb.stop()
  }
}
