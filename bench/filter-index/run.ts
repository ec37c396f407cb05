import { execFileSync, spawnSync } from "node:child_process"
import { statSync } from "node:fs"
import { join } from "node:path"

const here = import.meta.dirname
const root = join(here, "../..")
const arguments_ = process.argv.slice(2)

/** Installs the packages of this folder, unless they are there already. */
function install(): void {
  const age = (file: string) => statSync(join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (age("node_modules/.package-lock.json") > age("package-lock.json")) return
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" })
}

// A quick run compares with nothing that this folder installs.
if (!arguments_.includes("--quick")) install()
// The program lies beside the packages of this folder, and finds those of the root above.
const program = join(here, "node_modules/.cache/index.mjs")
execFileSync(
  join(root, "node_modules/.bin/esbuild"),
  [
    join(here, "index.ts"),
    "--bundle",
    "--platform=node",
    "--format=esm",
    "--packages=external",
    `--outfile=${program}`,
    "--log-level=error",
  ],
  { cwd: root, stdio: "inherit" },
)
const { status } = spawnSync(process.execPath, ["--expose-gc", program, ...arguments_], {
  cwd: root,
  stdio: "inherit",
})
process.exitCode = status ?? 1
