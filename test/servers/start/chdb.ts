import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { run } from "./server.ts"

/** Installs chdb, which is ClickHouse in the process. It has half a gigabyte, so only this suite installs it. */
export function installChdb(): string {
  const folder = fileURLToPath(new URL("../chdb/", import.meta.url))
  if (!existsSync(`${folder}node_modules/chdb`))
    run("npm", "ci", "--prefix", folder, "--no-audit", "--no-fund")
  return folder
}
