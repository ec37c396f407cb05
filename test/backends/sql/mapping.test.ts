import { describe, expect, test, vi } from "vitest"
import { customers } from "../../../src/desk.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import { postgres, type SqlMapping, sqlite, sqlMapping, toSql, toSqlTemplate } from "../../../src/sql.ts"

const read = (text: string) => parseFilter(customers, text)
const ofPostgres = (text: string, mapping?: SqlMapping) => toSql(read(text), postgres, mapping)
const ofSqlite = (text: string, mapping?: SqlMapping) => toSql(read(text), sqlite, mapping)

describe("the alias of a related table", () => {
  const schema = defineSchema({ id: field.integer(), tags: field.many({ name: field.string() }) })
  const textFor = (table: string) =>
    toSql(
      parseFilter(schema, '{"tags.name":"a"}'),
      postgres,
      sqlMapping(schema, { table, relations: { tags: { table: "tags", on: { id: "item_id" } } } }),
    ).text

  // PostgreSQL truncates names to 63 bytes: an alias derived from the table's name could become that name.
  test.each(["t".repeat(63), `${"é".repeat(31)}x`, "t"])(
    "the alias of the related table differs from %s",
    (table) => {
      expect(textFor(table)).toBe(
        `EXISTS (SELECT 1 FROM "tags" AS "related" WHERE "related"."item_id" = "${table}"."id" AND "related"."name" = $1::text)`,
      )
    },
  )

  test.each(["related", "Related"])(
    "the alias of the related table differs from its default, %s",
    (table) => {
      expect(textFor(table)).toBe(
        `EXISTS (SELECT 1 FROM "tags" AS "related_rows" WHERE "related_rows"."item_id" = "${table}"."id" AND "related_rows"."name" = $1::text)`,
      )
    },
  )
})

describe("sqlMapping", () => {
  const mapping = sqlMapping(customers, {
    table: ["crm", "customers"],
    columns: { firstName: "first_name" },
    relations: {
      contacts: {
        table: ["crm", "contacts"],
        on: { id: "customer_id", tenant: "tenant" },
        columns: { value: "address" },
      },
    },
  })

  test("gives the names of tables and columns", () => {
    expect(ofPostgres('{"firstName":"a"}', mapping).text).toBe('"crm"."customers"."first_name" = $1::text')
    expect(ofPostgres('{"contacts.value":"a"}', mapping).text).toBe(
      'EXISTS (SELECT 1 FROM "crm"."contacts" AS "related" WHERE ' +
        '"related"."customer_id" = "crm"."customers"."id" AND ' +
        '"related"."tenant" = "crm"."customers"."tenant" AND ' +
        '"related"."address" = $1::text)',
    )
    expect(ofPostgres('{"contacts.value":{"$nin":["a",null]}}', mapping).text).toBe(
      'NOT EXISTS (SELECT 1 FROM "crm"."contacts" AS "related" WHERE ' +
        '"related"."customer_id" = "crm"."customers"."id" AND ' +
        '"related"."tenant" = "crm"."customers"."tenant" AND ' +
        '("related"."address" IS NULL OR "related"."address" = ANY($1::text[])))',
    )
  })

  test("rejects a relation that is not mapped", () => {
    expect(() => ofPostgres('{"companies.id":1}', mapping)).toThrow(/companies\.id.*mapping/)
    expect(() => ofPostgres('{"companies.id":1}')).toThrow(TypeError)
  })

  test("rejects a filter of another schema, even if the names are the same", () => {
    const other = defineSchema({
      id: field.string(),
      size: field.integer(),
      contacts: field.many({ value: field.string(), size: field.integer() }),
    })
    const reject = (text: string, message: string) => {
      const filter = parseFilter(other, text)
      // @ts-expect-error the mapping of another schema
      const toText = () => toSql(filter, postgres, mapping)
      expect(toText).toThrow(new TypeError(`The mapping is of another schema, which ${message}`))
      // @ts-expect-error the mapping of another schema
      expect(() => toSqlTemplate(filter, postgres, mapping)).toThrow(TypeError)
    }
    const pass = "pass a mapping of the schema of the filter"
    const make = "make the mapping and the filter with one schema object, of one copy of desk-filter"
    reject('{"id":"5"}', `has its own field "id": ${make}`)
    reject('{"size":5}', `has no field "size": ${pass}`)
    reject('{"contacts.value":"a"}', `has its own field "contacts.value": ${make}`)
    reject('{"contacts.size":5}', `has no field "contacts.size": ${pass}`)
  })

  test("rejects a filter of the same schema in another copy of the package", async () => {
    vi.resetModules()
    const copy = await import("../../../src/desk.ts")
    const other: SqlMapping = sqlMapping(copy.customers)
    expect(() => ofPostgres('{"id":1}', other)).toThrow(/one copy of desk-filter/)
    expect(() => ofPostgres('{"contacts.value":"a"}', other)).toThrow(/one copy of desk-filter/)
  })

  test("rejects datetimeStorage if the database has a type for date-times", () => {
    const epoch = sqlMapping(customers, { datetimeStorage: "epoch-millis" })
    expect(() => ofPostgres('{"createdAt":"2024-01-01"}', epoch)).toThrow(/timestamptz/)
  })

  test.each<readonly [storage: "epoch-seconds" | "epoch-millis" | "epoch-micros", value: unknown]>([
    ["epoch-seconds", 1709164800],
    ["epoch-millis", 1709164800000],
    ["epoch-micros", 1709164800000000],
  ])("%s of SQLite", (datetimeStorage, value) => {
    const epoch = sqlMapping(customers, { datetimeStorage })
    expect(ofSqlite('{"createdAt":{"$lt":"2024-02-29"}}', epoch)).toEqual({
      text: "`createdAt` < ?",
      values: [value],
    })
  })

  test.each<readonly [string, object]>([
    ["an unknown field", { columns: { fristName: "x" } }],
    ["a path, which belongs under relations", { columns: { "contacts.value": "x" } }],
    ["an unknown relation", { table: "t", relations: { friends: { table: "x", on: { a: "b" } } } }],
    [
      "a relation without the name of this table",
      { relations: { contacts: { table: "x", on: { a: "b" } } } },
    ],
    [
      "a relation without columns to join by",
      { table: "t", relations: { contacts: { table: "x", on: {} } } },
    ],
    [
      "a column of a field that the relation does not have",
      { table: "t", relations: { contacts: { table: "x", on: { a: "b" }, columns: { vaule: "x" } } } },
    ],
    [
      "an unknown collation",
      { columns: { state: { column: "state", collation: "nocase" } }, dialect: postgres },
    ],
    ["an empty expression", { columns: { state: { expression: " " } } }],
    ["inherited names", { table: "t", relations: { toString: { table: "x", on: { a: "b" } } } }],
  ])("rejects %s", (_, options) => {
    expect(() => sqlMapping(customers, options as never)).toThrow(TypeError)
  })
})

describe("an expression", () => {
  const expression = (text: string) => sqlMapping(customers, { columns: { jobTitle: { expression: text } } })
  const agents = parseFilter(customers, '{"jobTitle":"Agent"}')

  test("is compared in parentheses, as it stands", () => {
    expect(toSql(agents, postgres, expression("data ->> 'title'")).text).toBe("(data ->> 'title') = $1::text")
  })

  test("may end with a comment", () => {
    expect(toSql(agents, postgres, expression("title -- of the job")).text).toBe(
      "(title -- of the job\n) = $1::text",
    )
  })
})
