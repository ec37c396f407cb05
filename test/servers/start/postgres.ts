import { existsSync, mkdtempSync } from "node:fs"
import { userInfo } from "node:os"
import pg from "pg"
import type { ServerAddress } from "../start.ts"
import {
  background,
  failureOf,
  freePort,
  isRoot,
  postgresPrograms,
  run,
  type Server,
  whenItAccepts,
} from "./server.ts"

/** Connects to PostgreSQL at PGHOST, PGPORT, PGUSER and PGPASSWORD, or at the standard port. Otherwise starts it. */
export async function startPostgres(): Promise<Server> {
  const { PGHOST = "127.0.0.1", PGPORT = "5432", PGUSER = userInfo().username, PGPASSWORD } = process.env
  const address: ServerAddress = {
    host: PGHOST,
    port: Number(PGPORT),
    user: PGUSER,
    ...(PGPASSWORD !== undefined && { password: PGPASSWORD }),
  }
  const reason = await failureOf(connect(address))
  if (reason === undefined) return { address, stop: async () => {} }

  const programs = postgresPrograms()
  if (!isRoot || programs === undefined || !existsSync(`${programs}/initdb`)) {
    throw new Error(
      `PostgreSQL is missing: none at ${PGHOST}:${PGPORT} (${reason}). Set PGHOST, PGPORT and PGUSER, or install Debian's package postgresql and run as root.`,
    )
  }
  const folder = mkdtempSync("/tmp/desk-filter-postgres-")
  run("chown", "postgres", folder)
  run(
    "runuser",
    "-u",
    "postgres",
    "--",
    `${programs}/initdb`,
    "-D",
    `${folder}/data`,
    "-U",
    "postgres",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
  )
  const port = await freePort()
  const stop = background(
    "postgres",
    `${programs}/postgres`,
    "-D",
    `${folder}/data`,
    "-p",
    String(port),
    "-k",
    folder,
  )
  return whenItAccepts({ host: "127.0.0.1", port, user: "postgres" }, connect, stop, folder)
}

async function connect(address: ServerAddress): Promise<void> {
  const client = new pg.Client({ ...address, database: "postgres" })
  await client.connect()
  await client.end()
}
