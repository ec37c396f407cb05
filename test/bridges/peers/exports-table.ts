import type { RuleGroupType } from "react-querybuilder"
import { code, table } from "./markdown.ts"
import { type SqlFormat, type Version, version7, version8 } from "./react-querybuilder.ts"

const formats: readonly SqlFormat[] = ["sql", "parameterized", "parameterized_named"]

const rule = (field: string, operator: string, value: unknown): RuleGroupType => ({
  combinator: "and",
  rules: [{ field, operator, value }],
})

/** Rules whose meaning some export changes. */
const exportedRules: readonly (readonly [shown: string, rules: RuleGroupType])[] = [
  ["an `or` without rules", { combinator: "or", rules: [] }],
  ["`id in []`", rule("id", "in", [])],
  ['`name in ["a", null]`', rule("name", "in", ["a", null])],
  ['`name in ["a "]`', rule("name", "in", ["a "])],
  ["`active in [true]`", rule("active", "in", [true])],
  ['`name contains "%_"`', rule("name", "contains", "%_")],
  ['`name contains "*"`', rule("name", "contains", "*")],
  ['`name = "a\\n"`', rule("name", "=", "a\n")],
]

/** What the exports write for PostgreSQL, and for MongoDB. */
export function exportsTable(): string {
  const rows = exportedRules.flatMap(([shown, group]) => {
    const [now = [], before = []] = [version8, version7].map((version) => cellsOf(version, group))
    return String(now) === String(before)
      ? [[shown, "8, 7", ...now]]
      : [
          [shown, "8", ...now],
          [shown, "7", ...before],
        ]
  })
  return table(["rules", "version", ...formats, "mongodb_query"], rows)
}

function cellsOf(version: Version, group: RuleGroupType): string[] {
  const sql = formats.map((format) => {
    const exported = version.sql(group, format, "PostgreSQL")
    return typeof exported === "string" ? exported : `${exported.sql} ${JSON.stringify(exported.params)}`
  })
  return [...sql, JSON.stringify(version.mongo(group))].map(code)
}
