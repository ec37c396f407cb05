/**
 * Checks that `npm publish` would release this version. Every check runs, so that you see all problems. Only the
 * real command can check what needs an account or the identity of a CI run.
 */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { releaseOf } from "./changelog.ts"

const root = join(import.meta.dirname, "../..")
const read = (file: string) => readFileSync(join(root, file), "utf8")

/** Runs a program. Returns its status, and what it printed. */
function run(command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" })
  return { status, stdout, stderr }
}

const manifest = JSON.parse(read("package.json"))
const { version } = manifest

/** The checks. Each returns what is wrong, if anything. */
const checks: Readonly<Record<string, () => string | undefined>> = {
  version() {
    if (!/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version)) return `${version} is not a version`
    const commit = run("git", "rev-parse", "--quiet", "--verify", `v${version}^{commit}`).stdout
    const isElsewhere = commit !== "" && commit !== run("git", "rev-parse", "HEAD").stdout
    return isElsewhere ? `the tag v${version} is on another commit: raise the version` : undefined
  },
  changelog() {
    if (releaseOf(read("CHANGELOG.md"), version) !== undefined) return undefined
    return `CHANGELOG.md needs a section with a text: ## [${version}] - YYYY-MM-DD`
  },
  commit() {
    const changed = run("git", "status", "--porcelain").stdout.trim()
    return changed === "" ? undefined : `commit first:\n${changed}`
  },
  repository() {
    return manifest.repository?.url ? undefined : "npm writes no provenance if package.json has no repository"
  },
  publish() {
    const args = ["--dry-run", "--provenance", "--ignore-scripts", "--fetch-retries=0"]
    const { status, stderr } = run("npm", "publish", ...args)
    const isCorrected = stderr.includes("npm auto-corrected")
    return status === 0 && !isCorrected ? undefined : stderr.replaceAll(/^npm notice.*\n/gm, "")
  },
}

console.log(`desk-filter ${version}`)
for (const [name, check] of Object.entries(checks)) {
  const problem = check()
  console.log(`${name}: ${problem ?? "ok"}`)
  if (problem !== undefined) process.exitCode = 1
}
