import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, statSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { chromiumPath } from "./chromium.ts"

const playground = fileURLToPath(new URL("../../examples/playground/", import.meta.url))

/**
 * Installs the playground's packages if they are missing or older than its lock file, checks the types of the page and of
 * this suite, which `npm run typecheck` leaves out, and builds the page.
 */
export function setup(): void {
  if (!existsSync(chromiumPath)) throw new Error(`${chromiumPath} is missing: apt-get install chromium`)
  mkdirSync(new URL("screenshots", import.meta.url), { recursive: true })
  if (!isInstalled()) run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"])
  run("npx", ["tsc", "--noEmit"])
  run("npx", ["tsc", "--noEmit", "--project", fileURLToPath(new URL("tsconfig.json", import.meta.url))])
  run("npx", ["vite", "build", "--logLevel", "error"])
}

function isInstalled(): boolean {
  const installed = `${playground}node_modules/.package-lock.json`
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${playground}package.json`).mtimeMs
}

function run(command: string, args: readonly string[]): void {
  // Vitest sets NODE_ENV to test, and React would be built for development.
  const env = { ...process.env, NODE_ENV: "production" }
  execFileSync(command, args, { cwd: playground, env, stdio: ["ignore", "inherit", "inherit"] })
}
