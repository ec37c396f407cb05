import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, statSync } from "node:fs"
import { join } from "node:path"

const here = import.meta.dirname
const root = join(here, "../..")
const node = join(here, "node_modules/node-24/bin/node")

/** Installs the packages of this folder, unless they are there already. */
function install(): void {
  const age = (file: string) => statSync(join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (age("node_modules/.package-lock.json") > age("package-lock.json")) return
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" })
}

/** Generates Prisma's client. The generator wants the path of a program that it does not run, or downloads it. */
function generatePrismaClient(): void {
  if (existsSync(join(here, "generated/prisma/client.ts"))) return
  execFileSync(node, ["node_modules/prisma/build/index.js", "generate"], {
    cwd: here,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: node, PRISMA_HIDE_UPDATE_MESSAGE: "true" },
    stdio: ["ignore", "ignore", "inherit"],
  })
}

// Some of the drivers need a newer Node than the package.
install()
generatePrismaClient()
const vitest = [
  join(root, "node_modules/vitest/vitest.mjs"),
  "run",
  "--config",
  join(here, "vitest.config.ts"),
]
const { status } = spawnSync(node, [...vitest, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" })
process.exitCode = status ?? 1
