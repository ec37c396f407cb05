import { readFileSync } from "node:fs"
import { cpus } from "node:os"

const packages = ["chevrotain", "@ucast/mongo2js", "sift", "mingo", "mitata"]

/** What the figures were measured on, and when. */
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
    "Times are of this machine; ratios are what can be compared. [README.md](README.md) says what is measured.",
  ].join("\n")
}
