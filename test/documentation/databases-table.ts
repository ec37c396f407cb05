import { type Dialect, type DialectName, dialects } from "../../src/sql.ts"
import type { Verdict } from "../conformance/case.ts"
import { groups } from "../conformance/cases.ts"
import { engines } from "../engines/engines.ts"

const BEGIN = "<!-- databases: made from the registry of dialects by `npm run readme` -->\n"
const END = "<!-- /databases -->"

/** docs/databases.md with the table of the registry's dialects. */
export function withDatabasesTable(page: string): string {
  const start = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  if (start === -1 || end < start) throw new Error("docs/databases.md has no comments around the table")
  return page.slice(0, start + BEGIN.length) + databasesTable() + page.slice(end)
}

const VALUES: Readonly<Record<Dialect["binding"], string>> = { position: "list", name: "object" }

function databasesTable(): string {
  const rows = Object.entries<Dialect<unknown>>(dialects).map(
    ([name, { binding, placeholder }]) =>
      `| \`${name}\` | ${testedOn(verdictsOf(name as DialectName))} | \`${placeholder(1, "Type")}\` | ${VALUES[binding]} |\n`,
  )
  return `| dialect | tested on | placeholders | values |\n|---|---|---|---|\n${rows.join("")}`
}

function verdictsOf(name: DialectName): readonly Verdict[] {
  return groups.map(({ backends }) => backends[name])
}

/** The engines that answer cases of the dialect, or why there is none, from its verdict about each group. */
export function testedOn(verdicts: readonly Verdict[]): string {
  const named = verdicts.flatMap((verdict) => ("on" in verdict ? verdict.on : []))
  if (named.length > 0) return [...new Set(named)].map((engine) => engines[engine].label).join(", ")
  const reasons = verdicts.flatMap((verdict) => ("on" in verdict ? [] : verdict.notSupported))
  return `not tested: ${[...new Set(reasons)].join("; ")}`
}
