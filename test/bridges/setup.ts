import { execFileSync } from "node:child_process"
import { statSync } from "node:fs"
import { join } from "node:path"

const here = import.meta.dirname

/** Installs the tools of this folder, unless they are there already. */
export function setup(): void {
  const age = (file: string) => statSync(join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (age("node_modules/.package-lock.json") > age("package-lock.json")) return
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" })
}
