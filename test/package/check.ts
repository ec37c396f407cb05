/**
 * Tests the package as users get it: packs it, lints the tarball, resolves its types under each setting of
 * TypeScript, and imports every entry from a separate project.
 */
import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import { publicNames } from "./entries.ts"

const root = new URL("../../", import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), "desk-filter-"))
const run = (command: string, args: readonly string[], cwd = root) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })

try {
  run("npm", ["run", "--silent", "build"])
  const [packed] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]),
  )
  const tarball = join(folder, packed.filename)
  console.log(`${packed.filename}: ${packed.entryCount} files, ${packed.unpackedSize} bytes`)
  if (packed.unpackedSize > 4_200_000) throw new Error("The package is larger than 4.2 MB")

  // A project with the package only, without any other file of this repository.
  const project = join(folder, "project")
  const installed = join(project, "node_modules", "desk-filter")
  mkdirSync(installed, { recursive: true })
  run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"])

  const { messages } = await publint({ pkgDir: installed, strict: true, pack: false })
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"))
  for (const message of messages) console.error(formatMessage(message, manifest))
  if (messages.length > 0) throw new Error("publint reports problems")
  console.log("publint: no problems")

  const attw = (...options: readonly string[]) => run("npx", ["attw", tarball, "--no-emoji", ...options])
  console.log(attw("--exclude-entrypoints", "grammar"))
  // Its peer is an ES module only.
  console.log(attw("--entrypoints", "grammar", "--profile", "esm-only"))

  const importing = (entries: Readonly<Record<string, readonly string[]>>) =>
    `for (const [entry, names] of Object.entries(${JSON.stringify(entries)})) {
  const found = Object.keys(await import(entry)).sort()
  if (String(found) !== String(names)) throw new Error(entry + " exports " + found)
}
`
  const {
    "desk-filter/grammar": ofGrammar = [],
    "desk-filter/codemirror": ofCodeMirror = [],
    "desk-filter/ucast": ofUcast = [],
    ...withoutPeer
  } = publicNames
  writeFileSync(
    join(project, "index.mjs"),
    `${importing(withoutPeer)}
const { parseFilter } = await import("desk-filter")
const { customers } = await import("desk-filter/desk")
const { toSql, sqlite } = await import("desk-filter/sql")
console.log(toSql(parseFilter(customers, '{"id":{"$in":[1,2]}}'), sqlite).text)
`,
  )
  console.log(run("node", ["index.mjs"], project))

  // The entries that need peers, with the peers and what these need.
  const packages = [
    ...["chevrotain", "@chevrotain", "lodash-es"],
    ...["@codemirror", "@lezer", "@marijn", "crelt", "style-mod", "w3c-keyname"],
    "@ucast",
  ]
  for (const name of packages)
    symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name))
  writeFileSync(
    join(project, "peers.mjs"),
    `${importing({ "desk-filter/grammar": ofGrammar, "desk-filter/codemirror": ofCodeMirror, "desk-filter/ucast": ofUcast })}
const { FilterGrammar } = await import("desk-filter/grammar")
console.log(new FilterGrammar().parse('{"id":5}').tree.entries[0].name.text)
`,
  )
  console.log(run("node", ["peers.mjs"], project))

  // The command, linked as npm links it.
  const command = join(project, "node_modules", ".bin", "desk-filter")
  mkdirSync(join(project, "node_modules", ".bin"))
  symlinkSync(join(installed, manifest.bin["desk-filter"]), command)
  console.log(
    run(command, ["sql", "--schema", "customers", "--dialect", "sqlite", '{"id":{"$in":[1,2]}}'], project),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
