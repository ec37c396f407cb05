import { readFileSync } from "node:fs"
import { cpus } from "node:os"

const packages = ["chevrotain", "@ucast/mongo2js", "sift", "mingo", "mitata"]

/** Describes the machine, the versions and the date of the measurements. */
export function machine(): string {
  const [cpu] = cpus()
  const versions = packages.map((name) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as {
      version: string
    }
    return `${name} ${version}`
  })
  return [
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpu?.model ?? "unknown"}, ${process.platform} ${process.arch},`,
    `Node ${process.versions.node} (V8 ${process.versions.v8}); ${versions.join(", ")}.`,
    "The times are from this machine; compare the ratios. [README.md](README.md) explains the measurements.",
  ].join("\n")
}
