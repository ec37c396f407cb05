import initSqlJs from "sql.js"
import { describe, expect, test } from "vitest"
import { filterBuilder } from "../src/builder.ts"
import { customers } from "../src/desk.ts"
import { defineSchema, field, parseFilter } from "../src/index.ts"
import { postgres, type SqlMapping, sqlite, sqlMapping, toSql, toSqlTemplate } from "../src/sql.ts"

const read = (text: string) => parseFilter(customers, text)
const ofPostgres = (text: string, mapping?: SqlMapping) => toSql(read(text), postgres, mapping)
const ofSqlite = (text: string, mapping?: SqlMapping) => toSql(read(text), sqlite, mapping)

describe("toSql", () => {
  test.each<readonly [filter: string, postgres: [string, ...unknown[]], sqlite: [string, ...unknown[]]]>([
    ["{}", ["TRUE"], ["1 = 1"]],
    ['{"$or":[]}', ["FALSE"], ["1 = 0"]],
    ['{"id":5}', ['"id" = $1::bigint', 5], ['"id" = ?', 5]],
    ['{"id":"9007199254740993"}', ['"id" = $1::bigint', 9007199254740993n], ['"id" = ?', 9007199254740993n]],
    ['{"state":"a"}', ['"state" = $1::text', "a"], ['"state" = ? COLLATE BINARY', "a"]],
    ['{"state":null}', ['"state" IS NULL'], ['"state" IS NULL']],
    ['{"state":{"$ne":null}}', ['"state" IS NOT NULL'], ['"state" IS NOT NULL']],
    [
      '{"state":{"$ne":"a"}}',
      ['"state" IS DISTINCT FROM $1::text', "a"],
      ['"state" IS NOT ? COLLATE BINARY', "a"],
    ],
    ['{"trusted":true}', ['"trusted" = $1::boolean', true], ['"trusted" = ?', 1]],
    [
      '{"id":{"$in":[1,2]}}',
      ['"id" = ANY($1::bigint[])', [1, 2]],
      ['"id" IN (SELECT value FROM json_each(?))', "[1,2]"],
    ],
    ['{"id":{"$in":[]}}', ["FALSE"], ["1 = 0"]],
    ['{"id":{"$nin":[]}}', ["TRUE"], ["1 = 1"]],
    [
      '{"state":{"$in":["a",null]}}',
      ['("state" IS NULL OR "state" = ANY($1::text[]))', ["a"]],
      ['("state" IS NULL OR "state" COLLATE BINARY IN (SELECT value FROM json_each(?)))', '["a"]'],
    ],
    [
      '{"state":{"$nin":["a"]}}',
      ['("state" IS NULL OR "state" <> ALL($1::text[]))', ["a"]],
      ['("state" IS NULL OR "state" COLLATE BINARY NOT IN (SELECT value FROM json_each(?)))', '["a"]'],
    ],
    [
      '{"state":{"$nin":["a",null]}}',
      ['"state" <> ALL($1::text[])', ["a"]],
      ['"state" COLLATE BINARY NOT IN (SELECT value FROM json_each(?))', '["a"]'],
    ],
    ['{"state":{"$nin":[null]}}', ['"state" IS NOT NULL'], ['"state" IS NOT NULL']],
    ['{"state":{"$gte":"a"}}', ['"state" ~>=~ $1::text', "a"], ['"state" >= ? COLLATE BINARY', "a"]],
    ['{"id":{"$lt":5}}', ['"id" < $1::bigint', 5], ['"id" < ?', 5]],
    ['{"state":{"$contains":"%"}}', ['strpos("state", $1::text) > 0', "%"], ['instr("state", ?) > 0', "%"]],
    [
      '{"createdAt":{"$gte":"2024-01-01"}}',
      ['"createdAt" >= $1::timestamptz', "2024-01-01T00:00:00.000000Z"],
      ['"createdAt" >= ? COLLATE BINARY', "2024-01-01T00:00:00.000Z"],
    ],
    // Finer than the column: rewritten, not rounded.
    [
      '{"createdAt":{"$gte":"2024-01-01T00:00:00.0000009Z"}}',
      ['"createdAt" > $1::timestamptz', "2024-01-01T00:00:00.000000Z"],
      ['"createdAt" > ? COLLATE BINARY', "2024-01-01T00:00:00.000Z"],
    ],
    ['{"createdAt":"2024-01-01T00:00:00.0000009Z"}', ["FALSE"], ["1 = 0"]],
    ['{"createdAt":{"$ne":"2024-01-01T00:00:00.0000009Z"}}', ["TRUE"], ["1 = 1"]],
    // There is no year 0 in PostgreSQL.
    [
      '{"createdAt":{"$gt":"0000-02-29"}}',
      ['"createdAt" > $1::timestamptz', "0001-02-29T00:00:00.000000Z BC"],
      ['"createdAt" > ? COLLATE BINARY', "0000-02-29T00:00:00.000Z"],
    ],
    [
      '{"id":1,"$or":[{"id":2},{"state":"a","trusted":false}]}',
      [
        '("id" = $1::bigint AND ("id" = $2::bigint OR ("state" = $3::text AND "trusted" = $4::boolean)))',
        1,
        2,
        "a",
        false,
      ],
      ['("id" = ? AND ("id" = ? OR ("state" = ? COLLATE BINARY AND "trusted" = ?)))', 1, 2, "a", 0],
    ],
  ])("%s", (text, [postgresText, ...postgresValues], [sqliteText, ...sqliteValues]) => {
    expect(ofPostgres(text)).toEqual({ text: postgresText, values: postgresValues })
    expect(ofSqlite(text)).toEqual({ text: sqliteText, values: sqliteValues })
  })

  test("folds ASCII letters where the field says so", () => {
    const schema = defineSchema({ name: field.string({ caseSensitive: false }) })
    const folded = (text: string) =>
      [postgres, sqlite].map((dialect) => toSql(parseFilter(schema, text), dialect))
    const column = `translate("name", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')`
    expect(folded('{"name":"\u00c1B"}')).toEqual([
      { text: `${column} = $1::text`, values: ["\u00c1b"] },
      { text: '"name" = ? COLLATE NOCASE', values: ["\u00c1B"] },
    ])
    expect(folded('{"name":{"$contains":"B"}}')).toEqual([
      { text: `strpos(${column}, $1::text) > 0`, values: ["b"] },
      { text: 'instr(lower("name"), ?) > 0', values: ["b"] },
    ])
  })

  test("numbers parameters from where the statement is", () => {
    const filter = read('{"id":{"$gt":1,"$lt":9}}')
    expect(toSql(filter, postgres, undefined, { firstParameter: 3 }).text).toBe(
      '("id" > $3::bigint AND "id" < $4::bigint)',
    )
    expect(toSql(filter, sqlite, undefined, { firstParameter: 3 }).text).toBe('("id" > ? AND "id" < ?)')
  })

  test("joins a thousand conditions in groups, as SQLite bears chains of 1000 at most", async () => {
    const { Database } = await initSqlJs()
    const database = new Database()
    database.run("CREATE TABLE customers (id INTEGER); INSERT INTO customers VALUES (0), (500), (5000)")
    const { and, or, eq, ne } = filterBuilder(customers)
    const ids = Array.from({ length: 5000 }, (_, i) => i)
    for (const [filter, found] of [
      [or(...ids.map((id) => eq("id", id))), [[0], [500]]],
      [and(...ids.map((id) => ne("id", id))), [[5000]]],
    ] as const) {
      const { text: where, values } = toSql(filter, sqlite)
      expect(values).toHaveLength(5000)
      const [result] = database.exec(`SELECT id FROM customers WHERE ${where}`, values as number[])
      expect(result?.values).toEqual(found)
    }
    database.close()
  })

  test("refuses a filter that nobody has checked", () => {
    expect(() => toSql({ kind: "and", operands: [] } as never, postgres)).toThrow(TypeError)
  })
})

describe("toSqlTemplate", () => {
  test("is the arguments of a template tag", () => {
    const { strings, values } = toSqlTemplate(read('{"id":{"$gt":1,"$lt":9}}'), postgres)
    expect([...strings]).toEqual(['("id" > ', '::bigint AND "id" < ', "::bigint)"])
    expect(strings.raw).toEqual([...strings])
    expect(values).toEqual([1, 9])
    expect(Object.isFrozen(strings)).toBe(true)
  })

  test("has one text when there is no value", () => {
    expect([...toSqlTemplate(read("{}"), postgres).strings]).toEqual(["TRUE"])
  })
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

  test("names tables and columns", () => {
    expect(ofPostgres('{"firstName":"a"}', mapping).text).toBe('"crm"."customers"."first_name" = $1::text')
    expect(ofPostgres('{"contacts.value":"a"}', mapping).text).toBe(
      'EXISTS (SELECT 1 FROM "crm"."contacts" AS "customers_contacts" WHERE ' +
        '"customers_contacts"."customer_id" = "crm"."customers"."id" AND ' +
        '"customers_contacts"."tenant" = "crm"."customers"."tenant" AND ' +
        '"customers_contacts"."address" = $1::text)',
    )
    expect(ofPostgres('{"contacts.value":{"$nin":["a",null]}}', mapping).text).toBe(
      'NOT EXISTS (SELECT 1 FROM "crm"."contacts" AS "customers_contacts" WHERE ' +
        '"customers_contacts"."customer_id" = "crm"."customers"."id" AND ' +
        '"customers_contacts"."tenant" = "crm"."customers"."tenant" AND ' +
        '("customers_contacts"."address" IS NULL OR "customers_contacts"."address" = ANY($1::text[])))',
    )
  })

  test("refuses a relation that is not in it", () => {
    expect(() => ofPostgres('{"companies.id":1}', mapping)).toThrow(/companies\.id.*mapping/)
    expect(() => ofPostgres('{"companies.id":1}')).toThrow(TypeError)
  })

  test("refuses a filter of another schema, even if the names are the same", () => {
    const other = defineSchema({ id: field.string() })
    expect(() => toSql(parseFilter(other, '{"id":"5"}'), postgres, mapping)).toThrow(TypeError)
  })

  test("refuses to store date-times otherwise where the database has a type for them", () => {
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
      text: '"createdAt" < ?',
      values: [value],
    })
  })

  test.each<readonly [string, object]>([
    ["a field that is not the schema's", { columns: { fristName: "x" } }],
    ["a path, which belongs to its relation", { columns: { "contacts.value": "x" } }],
    [
      "a relation that is not the schema's",
      { table: "t", relations: { friends: { table: "x", on: { a: "b" } } } },
    ],
    ["a relation without a table to belong to", { relations: { contacts: { table: "x", on: { a: "b" } } } }],
    [
      "a relation without columns to join by",
      { table: "t", relations: { contacts: { table: "x", on: {} } } },
    ],
    [
      "a column of a field that the relation has not",
      { table: "t", relations: { contacts: { table: "x", on: { a: "b" }, columns: { vaule: "x" } } } },
    ],
    ["inherited names", { table: "t", relations: { toString: { table: "x", on: { a: "b" } } } }],
  ])("refuses %s", (_, options) => {
    expect(() => sqlMapping(customers, options as never)).toThrow(TypeError)
  })
})

describe("no text from outside is ever SQL", () => {
  const hostile = `x"'\`; DROP TABLE customers; --`

  test.each([
    ["a value", '{"state":"$"}', '"state" = $1::text', '"state" = ? COLLATE BINARY'],
    [
      "an operand of $contains",
      '{"state":{"$contains":"$"}}',
      'strpos("state", $1::text) > 0',
      'instr("state", ?) > 0',
    ],
    [
      "an item of a list",
      '{"state":{"$in":["$"]}}',
      '"state" = ANY($1::text[])',
      '"state" COLLATE BINARY IN (SELECT value FROM json_each(?))',
    ],
  ])("%s", (_, filter, postgresText, sqliteText) => {
    const text = filter.replace('"$"', () => JSON.stringify(hostile))
    expect(ofPostgres(text).text).toBe(postgresText)
    expect(ofSqlite(text).text).toBe(sqliteText)
  })

  test("names of fields, columns, tables and relations stay names", () => {
    const schema = defineSchema({ [hostile]: field.integer(), r: field.many({ [hostile]: field.integer() }) })
    const quoted = `"x""'\`; DROP TABLE customers; --"`
    const mapping = sqlMapping(schema, {
      table: hostile,
      relations: { r: { table: [hostile, hostile], on: { [hostile]: hostile } } },
    } as never)
    const byName = parseFilter(schema, `{${JSON.stringify(hostile)}:1}`)
    const byPath = parseFilter(schema, `{${JSON.stringify(`r.${hostile}`)}:1}`)
    for (const [dialect, placeholder] of [
      [postgres, "$1::bigint"],
      [sqlite, "?"],
    ] as const) {
      expect(toSql(byName, dialect).text).toBe(`${quoted} = ${placeholder}`)
      expect(toSql(byName, dialect, mapping).text).toBe(`${quoted}.${quoted} = ${placeholder}`)
      const alias = `"x""'\`; DROP TABLE customers; --_r"`
      expect(toSql(byPath, dialect, mapping).text).toBe(
        `EXISTS (SELECT 1 FROM ${quoted}.${quoted} AS ${alias} WHERE ${alias}.${quoted} = ${quoted}.${quoted} AND ${alias}.${quoted} = ${placeholder})`,
      )
    }
  })
})
