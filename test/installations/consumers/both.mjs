// Prints the public names for which import and require give different objects.
import { createRequire } from "node:module"

const require = createRequire(import.meta.url)
const manifest = require("desk-filter/package.json")

const entries = Object.entries(manifest.exports)
  .filter(([, targets]) => targets.require !== undefined)
  .map(([path]) => path.replace(".", "desk-filter"))
const copied = []
for (const entry of entries) {
  const imported = await import(entry)
  const required = require(entry)
  const names = Object.keys(imported)
  if (names.length === 0) throw new Error(`${entry} has no names`)
  copied.push(...names.filter((name) => imported[name] !== required[name]))
}
console.log(JSON.stringify(copied))
