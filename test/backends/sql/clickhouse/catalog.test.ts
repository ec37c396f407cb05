import { describe, expect, test } from "vitest"
import { defineSchema, field } from "../../../../src/index.ts"
import { clickhouse, inspectMapping, type MappingOptions, sqlMapping } from "../../../../src/sql.ts"

const people = defineSchema({
  id: field.integer(),
  name: field.string({ caseSensitive: false }),
  state: field.enum(["a", "it's"]),
  "odd name": field.date(),
  emails: field.many({ address: field.string() }),
})

/** What a server answers, by the table that it is asked for. Test suites with a server ask it. */
interface Server {
  readonly columns: Readonly<Record<string, string>>
  /** The expressions of columns that are aliases. */
  readonly aliases?: Readonly<Record<string, string>>
  /** That of the table. A temporary table has none. */
  readonly database?: string
  readonly engine?: string
  readonly sorting?: string
  readonly skipping?: readonly { readonly name: string; readonly type: string; readonly expr: string }[]
  readonly settings?: Readonly<Record<string, string>>
}

const columns = {
  id: "Int64",
  name: "LowCardinality(Nullable(String))",
  state: "Enum8('a' = 1, 'it\\'s' = 2)",
  "odd name": "Date",
}

function inspect(server: Server, options: MappingOptions<typeof people> = {}) {
  const mapping = sqlMapping(people, { table: "people", ...options })
  return inspectMapping(clickhouse, mapping, (text, values) => {
    const asked = (Object.values(values) as unknown[]).map(String)
    if (text.includes("system.settings")) return [{ value: server.settings?.[asked[0] ?? ""] ?? "0" }]
    if (text.includes("system.columns"))
      return Object.entries(server.columns).map(([name, type]) => ({
        name,
        type,
        alias: server.aliases?.[name] ?? null,
      }))
    if (text.includes("system.tables")) {
      if (Object.keys(server.columns).length === 0) return []
      const { database = "crm", engine = "MergeTree", sorting = "id" } = server
      return [{ database, engine, sorting }]
    }
    return server.skipping ?? []
  })
}

describe("the catalog of ClickHouse", () => {
  test("completes types and labels", async () => {
    const { mapping, findings } = await inspect({ columns })
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([])
    const facts = [...(mapping?.columns ?? [])].map(([{ name }, { type, labels }]) => [name, type, labels])
    expect(facts).toEqual([
      ["id", "Int64", undefined],
      ["name", "LowCardinality(Nullable(String))", undefined],
      ["state", "Enum8('a' = 1, 'it\\'s' = 2)", ["a", "it's"]],
      ["odd name", "Date", undefined],
    ])
  })

  test("a table that the server does not have", async () => {
    const { findings, mapping } = await inspect({ columns: {} })
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ["missing-table", 'The database has no table or view "people", or its user may not see it'],
    ])
    expect(mapping).toBeUndefined()
  })

  test("a driver that changes the names of an answer's columns", async () => {
    const schema = defineSchema({ v: field.string() })
    const mapping = sqlMapping(schema, { table: "t" })
    const inspection = await inspectMapping(clickhouse, mapping, (text) =>
      text.includes("system.columns") ? [{ NAME: "v", TYPE: "String" }] : [{ ENGINE: "MergeTree" }],
    )
    expect(inspection.findings.map(({ code }) => code)).toEqual(["missing-column"])
    expect(inspection.mapping).toBeUndefined()
  })

  test("a database in the name of the table", async () => {
    const { findings } = await inspect({ columns }, { table: ["crm", "people"] })
    expect(findings.map(({ column }) => column)).toContain("crm.people.name")
  })

  test("indexes by key, and those that skip rows", async () => {
    const missing = async (server: Partial<Server>) =>
      (await inspect({ columns, ...server })).findings.map(({ field, message }) => `${field}: ${message}`)
    const day = "odd name: No index serves $eq, $lt, $lte, $gt, $gte, $in"
    expect(await missing({})).toEqual([
      "name: No index serves $eq, $in",
      "name: No index serves $lt, $lte, $gt, $gte",
      "state: No index serves $eq, $in",
      day,
    ])
    const skipping = [
      { name: "n", type: "set", expr: "(lower(name), state)" },
      { name: "m", type: "minmax", expr: "lower(name)" },
      { name: "s", type: "bloom_filter", expr: "state" },
    ]
    expect(await missing({ skipping, sorting: "`odd name`, id" })).toEqual([
      "id: No index serves $eq, $lt, $lte, $gt, $gte, $in",
    ])
    // Their rows, if they store any, are in other tables.
    expect(await missing({ engine: "Distributed", sorting: "" })).toEqual([])
    // The catalog does not have them.
    expect(await missing({ database: "" })).toEqual([])
    const aliases = { name: "concat(a, b)", state: "'it\\'s'" }
    const computed = [{ name: "c", type: "minmax", expr: "lower(concat(a, b))" }]
    expect(await missing({ aliases, skipping: computed, sorting: "`odd name`" })).toEqual([
      "id: No index serves $eq, $lt, $lte, $gt, $gte, $in",
      "state: No index serves $eq, $in",
    ])
  })

  test("comparisons are exact, whatever collation the mapping declares", async () => {
    const { findings } = await inspect({ columns }, { collation: "nondeterministic" })
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([])
  })

  test("a hint has a name that no index of the table has", async () => {
    const skipping = ["odd name_minmax", "odd name_minmax_2"].map((name) => ({
      name,
      type: "set",
      expr: "id",
    }))
    const { findings } = await inspect({ columns, skipping })
    expect(findings.at(-1)?.hint).toContain("ADD INDEX `odd name_minmax_3` `odd name`")
  })

  test("quotes the names in its hints", async () => {
    const { findings } = await inspect({ columns })
    expect(findings.at(-1)?.hint).toBe(
      "ALTER TABLE `people` ADD INDEX `odd name_minmax` `odd name` TYPE minmax, MATERIALIZE INDEX `odd name_minmax`",
    )
  })

  test.each([
    ["Decimal(18, 2)", "Decimal64(2)"],
    ["DateTime('UTC')", "Nullable(DateTime)"],
    ["DateTime64(3, 'UTC')", "DateTime64"],
    ["Enum8('a' = 1)", "Enum('a')"],
    ["Decimal(10,2)", "LowCardinality(Decimal(10, 2))"],
  ])("%s is %s", async (type, declared) => {
    const schema = defineSchema({ v: field.opaque() })
    const mapping = sqlMapping(schema, { table: "t", columns: { v: { type: declared } } })
    const { findings } = await inspectMapping(clickhouse, mapping, (text) =>
      text.includes("system.columns") ? [{ name: "v", type }] : [{ database: "crm" }],
    )
    expect(findings).toEqual([])
  })

  test("settings that change answers", async () => {
    const settings = { transform_null_in: "1", input_format_tsv_enum_as_number: "1" }
    const { findings } = await inspect({ columns, settings })
    expect(findings.filter(({ code }) => code === "session-mode").map(({ hint }) => hint)).toEqual([
      "SET transform_null_in = 0",
      "SET input_format_tsv_enum_as_number = 0",
    ])
  })

  test("a setting for enums changes nothing without one", async () => {
    const schema = defineSchema({ v: field.string() })
    const { findings } = await inspectMapping(clickhouse, sqlMapping(schema, { table: "t" }), (text) => {
      if (text.includes("system.columns")) return [{ name: "v", type: "String" }]
      return text.includes("system.settings") ? [{ value: "1" }] : [{ database: "crm" }]
    })
    expect(findings.map(({ hint }) => hint)).toEqual(["SET transform_null_in = 0"])
  })

  test.each([
    ["Int64", "UInt32", 0],
    ["Int64", "String", 1],
    ["FixedString(3)", "LowCardinality(String)", 0],
    ["String", "FixedString(3)", 0],
    ["FixedString(5)", "FixedString(3)", 1],
    ["DateTime('UTC')", "DateTime64(3)", 0],
    ["DateTime('UTC')", "DateTime('Asia/Tokyo')", 0],
    ["DateTime64(3, 'UTC')", "DateTime64(3)", 0],
    ["DateTime64(3)", "DateTime64(6)", 1],
    ["Decimal(18, 2)", "Decimal64(2)", 0],
    ["Enum8('a' = 1)", "Enum8('a' = 1)", 0],
    ["Enum8('a' = 1)", "Enum8('a' = 2)", 1],
  ])("a key of type %s and one of type %s", async (own, foreign, count) => {
    const keys = { ...columns, key: own, person_id: foreign, address: "String" }
    const emails = { table: "emails", on: { key: "person_id" } }
    const { findings } = await inspect({ columns: keys }, { relations: { emails } })
    expect(findings.filter(({ code }) => code === "relation-keys")).toHaveLength(count)
  })
})
