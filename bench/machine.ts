import { existsSync, readFileSync } from "node:fs"
import { cpus } from "node:os"

/** What a file of results says about its origin. */
interface Origin {
  /** The command that writes the file. */
  readonly command: string
  /** The folders in which the packages are installed. */
  readonly folders: readonly string[]
  readonly packages: readonly string[]
  /** The path from the file to the explanation of the measurements. */
  readonly readme: string
}

const bench: Origin = {
  command: "npm run bench",
  folders: ["."],
  packages: ["chevrotain", "@ucast/mongo2js", "sift", "mingo", "mitata"],
  readme: "README.md",
}

/** Describes the machine, the versions and the date of the measurements. */
export function machine({ command, folders, packages, readme }: Origin = bench): string {
  const [cpu] = cpus()
  const versions = packages.map((name) => `${name} ${versionOf(name, folders)}`)
  return [
    `Written by \`${command}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpu?.model ?? "unknown"}, ${process.platform} ${process.arch},`,
    `Node ${process.versions.node} (V8 ${process.versions.v8}); ${versions.join(", ")}.`,
    `The times are from this machine; compare the ratios. [README.md](${readme}) explains the measurements.`,
  ].join("\n")
}

function versionOf(name: string, folders: readonly string[]): string {
  const files = folders.map((folder) => `${folder}/node_modules/${name}/package.json`)
  const file = files.find((file) => existsSync(file))
  if (file === undefined) return "(not installed)"
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version
}
