import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { run } from "./server.ts"

/** Installs chdb, which is ClickHouse in the process, beside this suite: half a gigabyte that nobody else needs. */
export function installChdb(): string {
  const folder = fileURLToPath(new URL("../chdb/", import.meta.url))
  if (!existsSync(`${folder}node_modules/chdb`))
    run("npm", "ci", "--prefix", folder, "--no-audit", "--no-fund")
  return folder
}
