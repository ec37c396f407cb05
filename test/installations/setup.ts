import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  interface ProvidedContext {
    /** The packed package. */
    readonly tarball: string
    /** The folder for projects. It is outside of the repository, whose settings would apply otherwise. */
    readonly projects: string
  }
}

const here = import.meta.dirname
const root = join(here, "../..")

/** Packs the package, installs the tools of this folder, and puts the package beside them. */
export default function setup(project: TestProject): () => void {
  const modules = join(here, "node_modules")
  const age = (file: string) => statSync(join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (age("node_modules/.package-lock.json") <= age("package-lock.json"))
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], here)
  run("npm", ["run", "--silent", "build"], root)
  const [packed] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", modules], root),
  )
  const tarball = join(modules, packed.filename)
  const installed = join(modules, "desk-filter")
  rmSync(installed, { recursive: true, force: true })
  mkdirSync(installed)
  run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"], root)
  project.provide("tarball", tarball)
  const projects = mkdtempSync(join(tmpdir(), "desk-filter-"))
  project.provide("projects", projects)
  return () => rmSync(projects, { recursive: true })
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })
}
