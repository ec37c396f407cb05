import { readFileSync, writeFileSync } from "node:fs"
import { nameOf } from "./test/columns/row.ts"
const e = process.argv[2] as string
const table = (await import(`./test/columns/tables/${e}.ts`))[e]
const lines = readFileSync(`/tmp/wt/gen/${e}.list`, "utf8").split("\n").filter((l) => l && !l.startsWith("# "))
const names = table.rows.map(nameOf)
if (names.length !== lines.length) throw new Error(`${names.length} ${lines.length}`)
const dup = names.filter((n: string, i: number) => names.indexOf(n) !== i)
if (dup.length) console.log("duplicates", dup)
const json = JSON.parse(readFileSync(`/tmp/wt/gen/${e}.json`, "utf8"))
const bad = new Map<string, string>()
for (const f of json.testResults) for (const t of f.assertionResults) if (t.status !== "passed") bad.set(t.title, `${t.ancestorTitles.join(" ")}: ${t.failureMessages.join("").split("\n    at ")[0]}`)
writeFileSync(`/tmp/wt/gen/${e}.bad`, lines.filter((_, i) => bad.has(names[i])).join("\n"))
writeFileSync(`/tmp/wt/gen/${e}.why`, [...bad].map(([n, w]) => `## ${n}\n${w}\n`).join("\n"))
console.log(e, "rows", lines.length, "failing", lines.filter((_, i) => bad.has(names[i])).length)
