import type { Collation, DatetimeStorage } from "../../src/sql.ts"
import { sqlMapping } from "../../src/sql.ts"
import { type Person, people } from "../conformance/people.ts"

/** The tables of the records, and their columns by type. */
export const tables = {
  people: {
    id: "integer",
    count: "integer",
    score: "number",
    full_name: "string",
    label: "string",
    active: "boolean",
    role: "string",
    seen_at: "datetime",
    owner: "integer",
    secret: "string",
  },
  // The names of columns are those of the people on purpose: a condition must not take one for another.
  tags: {
    id: "integer",
    person: "integer",
    name: "string",
    label: "string",
    rank: "integer",
    at: "datetime",
  },
  companies: { id: "integer", name: "string", size: "integer" },
} as const

export type ColumnType = "integer" | "number" | "string" | "boolean" | "datetime"
type Table = keyof typeof tables

export function mappingOf(datetimeStorage?: DatetimeStorage, collation?: Collation) {
  return sqlMapping(people, {
    table: "people",
    columns: { name: "full_name", seenAt: "seen_at" },
    relations: {
      tags: { table: "tags", on: { id: "person" } },
      company: { table: "companies", on: { id: "id" } },
    },
    ...(datetimeStorage !== undefined && { datetimeStorage }),
    ...(collation !== undefined && { collation }),
  })
}

/** The rows of the records, with the values in the order of the columns; date-times are ISO texts still, with T and Z as databases want them. */
export function rowsOf(records: readonly Person[]): Record<Table, unknown[][]> {
  return {
    people: records.map(({ owner, ...person }) => [
      person.id,
      person.count,
      person.score,
      person.name,
      person.label,
      person.active,
      person.role,
      person.seenAt?.toUpperCase(),
      typeof owner === "object" ? owner?.id : owner,
      person.secret,
    ]),
    tags: records.flatMap(({ id, tags = [] }) =>
      tags.map((tag, i) => [id * 100 + i, id, tag.name, tag.label, tag.rank, tag.at?.toUpperCase()]),
    ),
    companies: records.flatMap(({ id, company }) => (company ? [[id, company.name, company.size]] : [])),
  }
}

/** The tables of the records by column: its type, and the values as texts. */
export function columnArrays(records: readonly Person[]) {
  const rows = rowsOf(records)
  return (Object.keys(tables) as Table[]).map((table) => {
    const columns = Object.values(tables[table]).map((type: ColumnType, i) => ({
      type,
      values: rows[table].map((row) => text(row[i])),
    }))
    return [table, columns] as const
  })
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null
  // String drops the sign of a negative zero.
  return Object.is(value, -0) ? "-0" : String(value)
}
