import { execFile } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { promisify } from "node:util"
import { inject } from "vitest"

const execute = promisify(execFile)

/** A file of a tool that this folder installs. */
export const tool = (path: string) => join(import.meta.dirname, "node_modules", path)

/** The releases of Node that the package supports. The first is the oldest. */
export const nodes = ["20.19", "22", "24", "26"] as const
export const node = (version: (typeof nodes)[number]) => tool(`node-${version}/bin/node`)

/** Runs a program and returns what it prints. It fails with all output of the program. */
export async function run(
  [command = "", ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const path = [dirname(node(nodes[0])), process.env.PATH].join(delimiter)
  try {
    const { stdout } = await execute(command, args, { cwd, env: { ...process.env, PATH: path, ...env } })
    return stdout.trim()
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string }
    throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error })
  }
}

/** Makes a project with these files. */
export function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(inject("projects"), "project-"))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

/** Makes a project with the programs of consumers/. */
export function consumers(files: Readonly<Record<string, string>> = {}): string {
  const folder = project(files)
  cpSync(join(import.meta.dirname, "consumers"), folder, { recursive: true })
  return folder
}

/** Lets a project use the package and the tools of this folder. */
export function withModules(folder: string): string {
  symlinkSync(tool("."), join(folder, "node_modules"))
  return folder
}
