import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync } from "node:fs"
import { createConnection } from "mysql2/promise"
import type { ServerAddress } from "../start.ts"
import { background, failureOf, freePort, isRoot, run, type Server, whenItAccepts } from "./server.ts"

/** Connects to MariaDB at MYSQL_HOST, MYSQL_TCP_PORT, MYSQL_USER and MYSQL_PWD, or at the standard port. Otherwise starts it. */
export async function startMariadb(): Promise<Server> {
  const { MYSQL_HOST = "127.0.0.1", MYSQL_TCP_PORT = "3306", MYSQL_USER = "root", MYSQL_PWD } = process.env
  const address: ServerAddress = {
    host: MYSQL_HOST,
    port: Number(MYSQL_TCP_PORT),
    user: MYSQL_USER,
    ...(MYSQL_PWD !== undefined && { password: MYSQL_PWD }),
  }
  const reason = await failureOf(connect(address))
  if (reason === undefined) {
    await loadTimeZone(address)
    return { address, stop: async () => {} }
  }

  if (!isRoot || !existsSync("/usr/sbin/mariadbd")) {
    throw new Error(
      `MariaDB is missing: none at ${MYSQL_HOST}:${MYSQL_TCP_PORT} (${reason}). Set MYSQL_HOST, MYSQL_TCP_PORT and MYSQL_USER, or install Debian's package mariadb-server and run as root.`,
    )
  }
  const folder = mkdtempSync("/tmp/desk-filter-mariadb-")
  run("chown", "mysql", folder)
  run(
    "mariadb-install-db",
    "--no-defaults",
    `--datadir=${folder}/data`,
    "--user=mysql",
    "--auth-root-authentication-method=normal",
  )
  const port = await freePort()
  const stop = background(
    "mysql",
    "/usr/sbin/mariadbd",
    "--no-defaults",
    `--datadir=${folder}/data`,
    `--socket=${folder}/socket`,
    `--pid-file=${folder}/pid`,
    "--bind-address=127.0.0.1",
    `--port=${port}`,
  )
  const server = await whenItAccepts({ host: "127.0.0.1", port, user: "root" }, connect, stop, folder)
  await loadTimeZone(server.address)
  return server
}

/** A zone with summer time, which sessions of tests have. A new server knows no names of zones. */
export const TIME_ZONE = "America/New_York"

async function loadTimeZone(address: ServerAddress): Promise<void> {
  if (await knowsTimeZone(address)) return
  const { status, stdout, error } = spawnSync(
    "mariadb-tzinfo-to-sql",
    [`/usr/share/zoneinfo/${TIME_ZONE}`, TIME_ZONE],
    { encoding: "utf8" },
  )
  if (status !== 0) throw new Error(`The time zone ${TIME_ZONE} cannot be read: ${error?.message ?? status}`)
  const connection = await createConnection({ ...address, database: "mysql", multipleStatements: true })
  await connection.query(stdout)
  await connection.end()
}

async function knowsTimeZone(address: ServerAddress): Promise<boolean> {
  const connection = await createConnection({ ...address })
  const reason = await failureOf(connection.query(`SET time_zone = '${TIME_ZONE}'`).then(() => {}))
  await connection.end()
  return reason === undefined
}

async function connect(address: ServerAddress): Promise<void> {
  const connection = await createConnection({ ...address })
  await connection.end()
}
