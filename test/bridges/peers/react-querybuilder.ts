import type { RuleGroupType } from "react-querybuilder"
import { formatQuery } from "react-querybuilder/formatQuery"
import { formatQuery as formatQuery7 } from "react-querybuilder-7/formatQuery"
import type { Database, Parameters } from "./databases.ts"
import type { Form } from "./forms.ts"
import { onMingo } from "./in-memory.ts"
import type { MongoQuery } from "./mongo-query.ts"
import { onDatabase } from "./on-database.ts"
import type { Peer } from "./peer.ts"
import { ruleGroup } from "./rule-group.ts"

/** The formats that make SQL. */
export type SqlFormat = "sql" | "parameterized" | "parameterized_named"

/** What formatQuery returns: a text for `sql`, and a text with values for the others. */
export type SqlExport = string | { readonly sql: string; readonly params: Parameters }

/** A version of the package. */
export interface Version {
  readonly name: string
  sql(group: RuleGroupType, format: SqlFormat, database: Database["name"]): SqlExport
  mongo(group: RuleGroupType): MongoQuery
}

/** The package's own settings for each database. Its setting for SQLite quotes no names, and one column is named `count`. */
const settings = {
  SQLite: { preset: "sqlite", quoteFieldNamesWith: '"' },
  PostgreSQL: { preset: "postgresql" },
} as const satisfies Record<Database["name"], object>

export const version8: Version = {
  name: "react-querybuilder",
  sql: (group, format, database) =>
    formatQuery(group, { format, ...settings[database] } as object) as SqlExport,
  mongo: (group) => formatQuery(group, "mongodb_query"),
}

type Group7 = Parameters7[0]
type Parameters7 = globalThis.Parameters<typeof formatQuery7>

export const version7: Version = {
  name: "react-querybuilder 7",
  sql: (group, format, database) =>
    formatQuery7(
      group as unknown as Group7,
      { format, ...settings[database] } as object,
    ) as unknown as SqlExport,
  // This version has the format that is a text only.
  mongo: (group) => JSON.parse(formatQuery7(group as unknown as Group7, "mongodb")),
}

/** A SQL export of React Query Builder. */
export function exportedSql(version: Version, format: SqlFormat, database: Database): Peer {
  const names = { name: `${version.name}, ${format}`, short: `RQB ${format}`, family: "RQB SQL" }
  return onDatabase(database, names, {
    hasRelationsToMany: false,
    prepare(text) {
      const group = ruleGroup(text, database.form)
      return () => {
        const exported = version.sql(group, format, database.name)
        const { sql, params } = typeof exported === "string" ? { sql: exported, params: [] } : exported
        return { sql: `SELECT id FROM flat WHERE ${sql}`, values: params }
      }
    },
  })
}

/** The MongoDB export of React Query Builder. */
export function exportedMongo(version: Version): Peer {
  return onMingo(`${version.name}, mongodb_query, mingo`, "RQB mongodb", (text: string, form: Form) => {
    const group = ruleGroup(text, form)
    return () => version.mongo(group)
  })
}
