import type { PGlite } from "@electric-sql/pglite"
import { guard } from "@ucast/mongo2js"
import { Query } from "mingo"
import siftModule from "sift"
import { beforeAll, describe, expect, test } from "vitest"
import { parseFilter, type Schema, safeParseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { postgres, type SqlMapping, toSql } from "../../src/sql.ts"
import { examplesOf, pageOf } from "./docs.ts"
import { codeOf, type Table, tablesOf } from "./tables.ts"
import { valueAfter } from "./value-after.ts"

// sift is CommonJS. Node's default import is the function itself, although the types say otherwise.
const sift = siftModule as unknown as typeof siftModule.default

type Json = Record<string, unknown>
type Matches = (record: Json) => boolean

/** How each library of the page compiles a filter. */
const libraries: Readonly<Record<string, (filter: Json) => Matches>> = {
  sift: (filter) => sift(filter),
  mingo: (filter) => {
    const query = new Query(filter)
    return (record) => query.test(record)
  },
  ucast: (filter) => guard(filter) as unknown as Matches,
}

const page = pageOf("migrating.md")
const examples = examplesOf("migrating.md")
const tables = tablesOf(page)

/** The libraries that the heading of a column names. */
const named = (heading = "") => heading.split(/, | and /)

function theirMark(library: string, filter: string, record: string): string {
  try {
    return libraries[library]?.(JSON.parse(filter))(JSON.parse(record)) ? "✓" : "–"
  } catch {
    return "error"
  }
}

function ourMark(schema: Schema, filter: string, record: string): string {
  const result = safeParseFilter(schema, filter)
  if (!result.ok) return `\`${result.error.diagnostics[0]?.code}\``
  try {
    return toPredicate(result.filter)(JSON.parse(record)) ? "✓" : "–"
  } catch (error) {
    return `\`${(error as Error).name}\``
  }
}

const rowsOf = (selected: readonly Table[]) => selected.flatMap(({ rows }) => rows)

describe("differences from other libraries", () => {
  let tickets: Schema
  beforeAll(async () => {
    tickets = (await valueAfter(
      examples.get("Compare both libraries on your data") ?? "",
      "tickets",
    )) as Schema
  })

  const differences = tables
    .filter(({ head }) => head[1] === "record")
    .flatMap(({ head, rows }) =>
      rows.map(([filter = "", record = "", theirs, ours]) => ({
        libraries: named(head[2]),
        filter: codeOf(filter),
        record: codeOf(record),
        theirs,
        ours,
      })),
    )

  test.each(differences)("$filter of $record: $theirs in $libraries, $ours here", (row) => {
    expect(row.theirs).not.toBe(row.ours)
    for (const library of row.libraries) expect(theirMark(library, row.filter, row.record)).toBe(row.theirs)
    expect(ourMark(tickets, row.filter, row.record)).toBe(row.ours)
  })

  test("each library has a table", () => {
    expect(new Set(differences.flatMap(({ libraries }) => libraries))).toEqual(
      new Set(Object.keys(libraries)),
    )
  })

  /** Each property with each of its values, and without one. */
  const records = [
    {},
    ...[null, 4, 5, 6].map((hours) => ({ hours, urgent: hours === 6 })),
    ...[null, "Re", "Re: 100%", "1000 Re", "Rf", "re"].map((subject) => ({ subject })),
    ...[[], ["vip"], ["eu"], ["vip", "eu"], ["us"]].map((names) => ({
      tags: names.map((name) => ({ name })),
    })),
  ]
  const translations = rowsOf(tables.filter(({ head }) => head[0] === "sift and mingo"))

  test.each(translations.map(([theirs = "", ours = ""]) => [codeOf(theirs), codeOf(ours)]))(
    "%s finds the same records as %s",
    (theirs, ours) => {
      const expected = records.map((record) => ourMark(tickets, ours, JSON.stringify(record)))
      expect(new Set(expected)).toEqual(new Set(["✓", "–"]))
      for (const library of ["sift", "mingo"])
        expect(records.map((record) => theirMark(library, theirs, JSON.stringify(record)))).toEqual(expected)
    },
  )

  test("has translations", () => {
    expect(translations.length).toBeGreaterThan(5)
  })
})

describe("hand-written WHERE", () => {
  let database: PGlite
  let tickets: Schema
  let mapping: SqlMapping
  beforeAll(async () => {
    const all = await valueAfter(
      `${examples.get("Hand-written WHERE")}\nconst all = { database, tickets, mapping }`,
      "all",
    )
    ;({ database, tickets, mapping } = all as {
      database: PGlite
      tickets: Schema
      mapping: SqlMapping
    })
  })

  const found = async (rest: string, values: unknown[] = []) => {
    const sql = `SELECT tickets.id FROM tickets ${rest} ORDER BY 1`
    const result = await database.query<{ id: number }>(sql, values).catch(() => undefined)
    return result === undefined ? "error" : result.rows.map(({ id }) => id).join(", ") || "nothing"
  }
  const rows = rowsOf(tables.filter(({ head }) => head[1] === "finds"))

  test.each(rows)("%s finds %s, and %s finds %s", async (theirs = "", before, filter = "", after) => {
    expect(before).not.toBe(after)
    expect(await found(codeOf(theirs))).toBe(before)
    const { text, values } = toSql(parseFilter(tickets, codeOf(filter)), postgres, mapping)
    expect(await found(`WHERE ${text}`, values)).toBe(after)
  })

  test("has conditions", () => {
    expect(rows.length).toBeGreaterThan(5)
  })
})
