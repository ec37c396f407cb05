import { describe, expect, test } from "vitest"
import { defineSchema, field } from "../../../../src/index.ts"
import { duckdb, type Finding, inspectMapping, sqlMapping } from "../../../../src/sql.ts"

const tickets = defineSchema({
  id: field.integer({ nullable: false }),
  state: field.enum(["open", "closed"]),
  title: field.string(),
  ref: field.uuid(),
  users: field.many({ name: field.string() }),
})
const users = { table: "people", on: { id: "ticket_id" } }
const related = sqlMapping(tickets, {
  table: ["main", "tickets"],
  columns: { ref: { type: "UUID" }, title: { type: "TEXT", collation: "NOCASE" } },
  relations: { users },
})

const column = (name: string, type: string, collation = "") => ({
  name,
  type,
  nullable: name !== "id",
  collation,
})
const people = [column("name", "VARCHAR"), column("ticket_id", "BIGINT")]

/** What DuckDB answers. */
interface Database {
  /** By the name of the table as a statement has it. A statement fails for a view without columns. */
  readonly columns: Readonly<Record<string, readonly object[]>>
  readonly views?: readonly string[]
  readonly indexes?: readonly object[]
  readonly collation?: string
}

const database: Database = {
  columns: {
    '"main"."tickets"': [
      column("id", "INTEGER"),
      column("state", "ENUM('open', 'it''s')"),
      column("title", "VARCHAR"),
      column("ref", "VARCHAR"),
    ],
    '"people"': people,
  },
  views: ["people"],
  indexes: [
    { name: "tickets_pkey", keys: "[id]" },
    { name: "quoted", keys: `['"title"']` },
    { name: "two", keys: "[ref, id]" },
    { name: "Tickets_State", keys: "[state, id]" },
  ],
}

function runOn({ columns, views = [], indexes = [], collation = "" }: Database) {
  return (text: string, [first, second]: readonly unknown[]): object[] => {
    if (text.includes("default_collation")) return [{ collation }]
    if (text.includes("duckdb_indexes")) return [...indexes]
    if (text.includes("pragma_table_info")) {
      const found = columns[String(second)]
      if (found === undefined) throw new Error("Catalog Error")
      return [...found]
    }
    const names = [...Object.keys(columns).map((name) => name.replaceAll('"', "")), ...views]
    return names.includes(String(first))
      ? [{ oid: "1", sql: views.includes(String(first)) ? null : "CREATE TABLE" }]
      : []
  }
}

test("a mapping is compared with the catalog of DuckDB", async () => {
  const { findings, mapping } = await inspectMapping(duckdb, related, runOn(database))
  expect(findings.map(({ code, message }) => [code, message])).toEqual([
    ["enum-value-missing", expect.stringContaining('"closed"')],
    ["type-differs", expect.stringContaining('"UUID"')],
    ["enum-value-unlisted", expect.stringContaining(`"it's"`)],
    ["no-index", "No index serves $eq, $in"],
  ])
  expect(findings.at(-1)?.hint).toBe('CREATE INDEX "tickets_state_2" ON "main"."tickets" ("state")')
  expect([...(mapping?.columns ?? [])].map(([{ name }, { type }]) => [name, type])).toEqual([
    ["id", "INTEGER"],
    ["state", "ENUM('open', 'it''s')"],
    ["title", "VARCHAR"],
    ["ref", "VARCHAR"],
    ["users.name", "VARCHAR"],
  ])
})

describe("the catalog of DuckDB", () => {
  const inspect = async (type: string | undefined, columns: readonly object[]) => {
    const mapping = sqlMapping(defineSchema({ v: field.opaque() }), {
      table: "t",
      columns: { v: type === undefined ? {} : { type } },
    })
    const inspection = await inspectMapping(duckdb, mapping, runOn({ columns: { '"t"': columns } }))
    return { ...inspection, codes: inspection.findings.map(({ code }) => code) }
  }

  test.each([
    ["a table that the database does not have", []],
    ["a view that DuckDB cannot read", ["t"]],
  ])("%s", async (_, views) => {
    const mapping = sqlMapping(defineSchema({ v: field.opaque() }), { table: "t" })
    const inspection = await inspectMapping(duckdb, mapping, runOn({ columns: {}, views }))
    expect(inspection.findings.map(({ code, message }) => [code, message])).toEqual([
      ["missing-table", 'The database has no table or view "t", or its user may not see it'],
    ])
    expect(inspection.mapping).toBeUndefined()
  })

  test("a driver that changes the names of an answer's columns", async () => {
    const { codes, mapping } = await inspect(undefined, [{ NAME: "v", TYPE: "BLOB" }])
    expect(codes).toEqual(["missing-column"])
    expect(mapping).toBeUndefined()
  })

  test.each([
    ["blob", "BLOB", []],
    ["BIT", "BLOB", ["type-differs"]],
    ["VARCHAR", "BLOB", ["type-differs"]],
    ["BLOB", "VARCHAR", ["type-differs"]],
    ["TEXT", "VARCHAR", []],
  ])("the type %s is declared for a column of type %s", async (declared, actual, codes) => {
    expect((await inspect(declared, [column("v", actual)])).codes).toEqual(codes)
  })

  /** What is found about a key of these columns and about the session. */
  const findKey = async (own: object, foreign: object, collation = "") => {
    const [, ...others] = database.columns['"main"."tickets"'] ?? []
    const columns = { '"main"."tickets"': [own, ...others], '"people"': [column("name", "VARCHAR"), foreign] }
    const schema = defineSchema({ users: field.many({ name: field.string() }) })
    const mapping = sqlMapping(schema, { table: ["main", "tickets"], relations: { users } })
    return (await inspectMapping(duckdb, mapping, runOn({ columns, views: ["people"], collation }))).findings
  }
  const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code)

  test.each([
    ["INTEGER", "BIGINT", []],
    ["INTEGER", "UTINYINT", []],
    ["HUGEINT", "UBIGINT", []],
    ["BIGINT", "UHUGEINT", ["relation-keys"]],
    ["UHUGEINT", "UHUGEINT", []],
    ["BIGINT", "VARCHAR", ["relation-keys"]],
    ["BIGINT", "DOUBLE", ["relation-keys"]],
    ["BIGINT", "DECIMAL(38,30)", ["relation-keys"]],
    ["DECIMAL(18,3)", "DECIMAL(18,3)", []],
    ["DECIMAL(18,3)", "DECIMAL(18,2)", ["relation-keys"]],
    ["INTEGER", "INTERVAL", ["relation-keys"]],
    ["VARCHAR", "ENUM('a')", []],
    ["ENUM('b', 'a')", "ENUM('a')", []],
    ["INTEGER", "UUID", ["relation-keys"]],
  ])("a key of type %s and one of type %s", async (own, foreign, codes) => {
    expect(codesOf(await findKey(column("id", own), column("ticket_id", foreign)))).toEqual(codes)
  })

  test.each([
    ["NOCASE", "NOCASE", []],
    ["NOCASE", "NOACCENT", ["relation-keys"]],
    ["NOCASE", "", ["relation-keys"]],
    ["C", "", []],
  ])("a key of the collation %s and one of %s", async (own, foreign, codes) => {
    const pair = [column("id", "VARCHAR", own), column("ticket_id", "VARCHAR", foreign)] as const
    expect(codesOf(await findKey(...pair))).toEqual(codes)
  })

  test("a column of another collation is not compared as binary", async () => {
    const mapping = sqlMapping(defineSchema({ v: field.string() }), { table: "t", collation: "binary" })
    const columns = { '"t"': [column("v", "VARCHAR", "NOCASE")] }
    const inspection = await inspectMapping(duckdb, mapping, runOn({ columns }))
    expect(codesOf(inspection.findings)).toContain("collation-differs")
    const [completed] = inspection.mapping?.columns.values() ?? []
    expect(completed?.collation).toBeUndefined()
  })

  test.each([
    ["NOCASE", ["session-mode"]],
    ["", []],
    ["Binary", []],
  ])("the default collation %j", async (collation, codes) => {
    const [id, key] = [column("id", "BIGINT"), column("ticket_id", "BIGINT")]
    expect(codesOf(await findKey(id, key, collation))).toEqual(codes)
  })

  test.each([
    [`['("t ""1"."state")']`, []],
    [`['(tickets.state)']`, []],
    [`['(lower(tickets.state))']`, ["no-index"]],
    [`['("t"."state")', '("t"."id")']`, ["no-index"]],
  ])("the index %s", async (keys, codes) => {
    const mapping = sqlMapping(defineSchema({ state: field.enum(["open", "it's"]) }), {
      table: ["main", "tickets"],
    })
    const { findings } = await inspectMapping(
      duckdb,
      mapping,
      runOn({ ...database, indexes: [{ name: "i", keys }] }),
    )
    expect(codesOf(findings)).toEqual(codes)
  })
})
