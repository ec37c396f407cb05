import { PGlite } from "@electric-sql/pglite"
import { citext } from "@electric-sql/pglite/contrib/citext"
import { afterAll, describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../../../src/index.ts"
import { inspectMapping, postgres, sqlMapping, toSql } from "../../../../src/sql.ts"

const ROWS = 100_000

const schema = defineSchema({
  text: field.string(),
  folded: field.string({ caseSensitive: false }),
  in_c: field.string(),
  vague: field.string(),
  varchar: field.string(),
  padded: field.string(),
  citext: field.string(),
  citext_folded: field.string({ caseSensitive: false }),
  name: field.string(),
  state: field.enum(["rare", "usual"]),
  known: field.enum(["rare", "usual"]),
  uuid: field.uuid(),
  uuid_text: field.uuid(),
  uuid_string: field.string(),
  inet: field.string(),
  smallint: field.integer(),
  integer: field.integer(),
  bigint: field.integer(),
  oid: field.integer(),
  number_of_integer: field.number(),
  price: field.number(),
  digits: field.number(),
  amount: field.decimal(),
  double: field.number(),
  timestamp: field.datetime(),
  timestamptz: field.datetime(),
  date: field.date(),
  day: field.datetime(),
})
type Name = Parameters<(typeof schema)["fields"]["get"]>[0]

/** The type of each column, and its value in the row of number g. */
const columns: Readonly<Record<Name, readonly [type: string, value: string]>> = {
  text: ["text", "'n' || g"],
  folded: ["text", "'N' || g"],
  in_c: ['text COLLATE "C"', "'n' || g"],
  vague: ["text COLLATE vague", "'n' || g"],
  varchar: ["varchar(20)", "'n' || g"],
  padded: ["char(20)", "'n' || g"],
  citext: ["citext", "'n' || g"],
  citext_folded: ["citext", "'N' || g"],
  name: ["name", "'n' || g"],
  state: ["state", "(CASE WHEN g % 1000 = 0 THEN 'rare' ELSE 'usual' END)::state"],
  known: ["known", "(CASE WHEN g % 1000 = 0 THEN 'rare' ELSE 'usual' END)::state"],
  uuid: ["uuid", "lpad(g::text, 32, '0')::uuid"],
  uuid_text: ["text", "lpad(g::text, 32, '0')::uuid::text"],
  uuid_string: ["uuid", "lpad(g::text, 32, '0')::uuid"],
  inet: ["inet", "'10.0.0.0'::inet + g"],
  smallint: ["smallint", "(g % 30000)::smallint"],
  integer: ["integer", "g"],
  bigint: ["bigint", "g"],
  oid: ["oid", "g::oid"],
  number_of_integer: ["integer", "g"],
  price: ["numeric(10,2)", "g / 100.0"],
  digits: ["numeric", "g / 100.0"],
  amount: ["numeric(10,2)", "g / 100.0"],
  double: ["double precision", "g"],
  timestamp: ["timestamp", "'2024-01-01'::timestamp + g * interval '1 second'"],
  timestamptz: ["timestamptz", "'2024-01-01Z'::timestamptz + g * interval '1 second'"],
  date: ["date", "'2024-01-01'::date + g / 10"],
  day: ["date", "'2024-01-01'::date + g / 10"],
}

const id = "00000000-0000-0000-0000-000000000007"

/** A value with few equal ones, and one with few values below and one with few values above it. */
const operands: readonly (readonly [
  names: readonly Name[],
  equal: unknown,
  low?: unknown,
  high?: unknown,
])[] = [
  [["text", "folded", "in_c", "vague", "varchar", "padded"], "n77", "n1001", "n9998"],
  [["citext", "citext_folded", "name"], "n77", "n1001", "n9998"],
  [["state", "known"], "rare"],
  [["uuid", "uuid_text"], id],
  [["uuid_string"], id, id, "00000000-0000-0000-0000-000000099990"],
  [["inet"], "10.0.0.7", "10.0.0.10", "10.0.99.98"],
  [["smallint"], 7, 3, 29_998],
  [["integer", "bigint", "oid", "number_of_integer", "double"], 7, 7, 99_990],
  [["price", "amount", "digits"], 1.1, 1.1, 999.5],
  [
    ["timestamp", "timestamptz"],
    "2024-01-01T00:00:07Z",
    "2024-01-01T00:00:07.000001Z",
    "2024-01-02T03:46:30Z",
  ],
  [["date", "day"], "2024-01-07", "2024-01-02", "2051-05-01"],
]

const conditions = operands.flatMap(([names, equal, low, high]) =>
  names.flatMap((name) => {
    const order = low === undefined ? [] : [{ $lt: low }, { $lte: low }, { $gt: high }, { $gte: high }]
    return [{ $eq: equal }, { $in: [equal, equal] }, ...order].map((condition) => ({
      filter: JSON.stringify({ [name]: condition }),
    }))
  }),
)

describe("PostgreSQL (PGlite), with the indexes that inspectMapping proposes, uses one for", async () => {
  const database = await PGlite.create({ extensions: { citext } })
  afterAll(() => database.close())
  const entries = Object.entries(columns)
  await database.exec(`
    CREATE EXTENSION citext;
    CREATE TYPE state AS ENUM ('rare', 'usual');
    CREATE DOMAIN known AS state;
    CREATE COLLATION vague (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
    CREATE COLLATION english (provider = icu, locale = 'en');
    CREATE TABLE t (${entries.map(([name, [type]]) => `"${name}" ${type}`).join(", ")});
    ALTER TABLE t ALTER "text" TYPE text COLLATE english;
    INSERT INTO t SELECT ${entries.map(([, [, value]]) => value).join(", ")} FROM generate_series(1, ${ROWS}) g`)

  const run = async (text: string, values: unknown[]) => (await database.query(text, values)).rows
  const inspect = () => inspectMapping(postgres, sqlMapping(schema, { table: "t" }), run)
  const { findings } = await inspect()
  const statements = findings.flatMap(({ code, hint }) => (code === "no-index" && hint ? [hint] : []))
  for (const statement of new Set(statements)) await database.exec(statement)
  await database.exec("ANALYZE t")
  const inspected = await inspect()

  test("each condition: nothing is left to propose", () => {
    expect(statements.length).toBeGreaterThan(Object.keys(columns).length)
    expect(inspected.findings.map(({ code }) => code)).toEqual(["loose-collation"])
  })

  const planOf = async (filter: string, mapping: NonNullable<typeof inspected.mapping>) => {
    const { text, values } = toSql(parseFilter(schema, filter), postgres, mapping)
    const rows = (await run(`EXPLAIN SELECT 1 FROM t WHERE ${text}`, values)) as { "QUERY PLAN": string }[]
    return rows.map((row) => row["QUERY PLAN"]).join("\n")
  }

  test.each(conditions)("$filter", async ({ filter }) => {
    expect(inspected.mapping).toBeDefined()
    if (inspected.mapping !== undefined) expect(await planOf(filter, inspected.mapping)).toMatch(/Index Cond/)
  })

  const declared = sqlMapping(schema, { table: "t", columns: { state: { type: "state" } } })
  test.each([{ filter: '{"state":"rare"}' }, { filter: '{"state":{"$in":["rare"]}}' }])(
    "$filter, before the labels are known",
    async ({ filter }) => expect(await planOf(filter, declared)).toMatch(/Index Cond/),
  )
})
