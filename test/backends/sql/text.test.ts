import initSqlJs from "sql.js"
import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../../src/builder.ts"
import { customers } from "../../../src/desk.ts"
import { defineSchema, FilterError, field, parseFilter } from "../../../src/index.ts"
import {
  clickhouse,
  type Dialect,
  duckdb,
  mariadb,
  mysql,
  postgres,
  type SqlMapping,
  sqlite,
  sqlMapping,
  toSql,
  toSqlTemplate,
} from "../../../src/sql.ts"

type DialectName = "postgres" | "mysql" | "mariadb" | "sqlite" | "duckdb" | "clickhouse"
const dialects: Readonly<Record<DialectName, Dialect<unknown>>> = {
  postgres,
  mysql,
  mariadb,
  sqlite,
  duckdb,
  clickhouse,
}

const read = (text: string) => parseFilter(customers, text)
const ofPostgres = (text: string, mapping?: SqlMapping) => toSql(read(text), postgres, mapping)
const ofSqlite = (text: string, mapping?: SqlMapping) => toSql(read(text), sqlite, mapping)

describe("toSql", () => {
  test.each<readonly [filter: string, postgres: [string, ...unknown[]], sqlite: [string, ...unknown[]]]>([
    ["{}", ["TRUE"], ["1 = 1"]],
    ['{"$or":[]}', ["FALSE"], ["1 = 0"]],
    ['{"id":5}', ['"id" = $1::bigint', 5], ["`id` = ?", 5]],
    ['{"id":"9007199254740993"}', ['"id" = $1::bigint', 9007199254740993n], ["`id` = ?", 9007199254740993n]],
    ['{"state":"a"}', ['"state" = $1::text', "a"], ["`state` = ? COLLATE BINARY", "a"]],
    ['{"state":null}', ['"state" IS NULL'], ["`state` IS NULL"]],
    ['{"state":{"$ne":null}}', ['"state" IS NOT NULL'], ["`state` IS NOT NULL"]],
    [
      '{"state":{"$ne":"a"}}',
      ['"state" IS DISTINCT FROM $1::text', "a"],
      ["`state` IS NOT ? COLLATE BINARY", "a"],
    ],
    ['{"trusted":true}', ['"trusted" = $1::boolean', true], ["`trusted` = ?", 1]],
    [
      '{"id":{"$in":[1,2]}}',
      ['"id" = ANY($1::bigint[])', [1, 2]],
      ["`id` IN (SELECT value FROM json_each(?))", "[1,2]"],
    ],
    ['{"id":{"$in":[]}}', ["FALSE"], ["1 = 0"]],
    ['{"id":{"$nin":[]}}', ["TRUE"], ["1 = 1"]],
    [
      '{"state":{"$in":["a",null]}}',
      ['("state" IS NULL OR "state" = ANY($1::text[]))', ["a"]],
      ["(`state` IS NULL OR `state` COLLATE BINARY IN (SELECT value FROM json_each(?)))", '["a"]'],
    ],
    [
      '{"state":{"$nin":["a"]}}',
      ['("state" IS NULL OR "state" <> ALL($1::text[]))', ["a"]],
      ["(`state` IS NULL OR `state` COLLATE BINARY NOT IN (SELECT value FROM json_each(?)))", '["a"]'],
    ],
    [
      '{"state":{"$nin":["a",null]}}',
      ['"state" <> ALL($1::text[])', ["a"]],
      ["`state` COLLATE BINARY NOT IN (SELECT value FROM json_each(?))", '["a"]'],
    ],
    ['{"state":{"$nin":[null]}}', ['"state" IS NOT NULL'], ["`state` IS NOT NULL"]],
    ['{"state":{"$gte":"a"}}', ['"state" ~>=~ $1::text', "a"], ["`state` >= ? COLLATE BINARY", "a"]],
    ['{"id":{"$lt":5}}', ['"id" < $1::bigint', 5], ["`id` < ?", 5]],
    ['{"state":{"$contains":"%"}}', ['strpos("state", $1::text) > 0', "%"], ["instr(`state`, ?) > 0", "%"]],
    [
      '{"createdAt":{"$gte":"2024-01-01"}}',
      ['"createdAt" >= $1::timestamptz', "2024-01-01T00:00:00.000000Z"],
      ["`createdAt` >= ? COLLATE BINARY", "2024-01-01T00:00:00.000Z"],
    ],
    // Finer than the column: rewritten, not rounded.
    [
      '{"createdAt":{"$gte":"2024-01-01T00:00:00.0000009Z"}}',
      ['"createdAt" > $1::timestamptz', "2024-01-01T00:00:00.000000Z"],
      ["`createdAt` > ? COLLATE BINARY", "2024-01-01T00:00:00.000Z"],
    ],
    ['{"createdAt":"2024-01-01T00:00:00.0000009Z"}', ["FALSE"], ["1 = 0"]],
    ['{"createdAt":{"$ne":"2024-01-01T00:00:00.0000009Z"}}', ["TRUE"], ["1 = 1"]],
    // Finer than a Date: sent as text, or a driver may make a Date of it.
    [
      '{"createdAt":{"$lte":"2024-01-01T00:00:00.000001Z"}}',
      ['"createdAt" <= $1::text::timestamptz', "2024-01-01T00:00:00.000001Z"],
      ["`createdAt` <= ? COLLATE BINARY", "2024-01-01T00:00:00.000Z"],
    ],
    [
      '{"createdAt":{"$in":["2024-01-01","2024-01-01T00:00:00.000001Z"]}}',
      [
        '"createdAt" = ANY($1::text[]::timestamptz[])',
        ["2024-01-01T00:00:00.000000Z", "2024-01-01T00:00:00.000001Z"],
      ],
      ["`createdAt` COLLATE BINARY IN (SELECT value FROM json_each(?))", '["2024-01-01T00:00:00.000Z"]'],
    ],
    // There is no year 0 in PostgreSQL.
    [
      '{"createdAt":{"$gt":"0000-02-29"}}',
      ['"createdAt" > $1::text::timestamptz', "0001-02-29T00:00:00.000000Z BC"],
      ["`createdAt` > ? COLLATE BINARY", "0000-02-29T00:00:00.000Z"],
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
      ["(`id` = ? AND (`id` = ? OR (`state` = ? COLLATE BINARY AND `trusted` = ?)))", 1, 2, "a", 0],
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
      { text: "`name` = ? COLLATE NOCASE", values: ["\u00c1B"] },
    ])
    expect(folded('{"name":{"$contains":"B"}}')).toEqual([
      { text: `strpos(${column}, $1::text) > 0`, values: ["b"] },
      { text: "instr(lower(`name`), ?) > 0", values: ["b"] },
    ])
  })

  test("numbers parameters from where the statement is", () => {
    const filter = read('{"id":{"$gt":1,"$lt":9}}')
    expect(toSql(filter, postgres, undefined, { firstParameter: 3 }).text).toBe(
      '("id" > $3::bigint AND "id" < $4::bigint)',
    )
    expect(toSql(filter, sqlite, undefined, { firstParameter: 3 }).text).toBe("(`id` > ? AND `id` < ?)")
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

describe("what each dialect writes", () => {
  /** By hand: the text, and the values to bind. Equality and order of strings are below, with hostile ones. */
  const written: Readonly<Record<string, Readonly<Record<DialectName, readonly [string, unknown]>>>> = {
    '{"id":"9007199254740993"}': {
      postgres: ['"id" = $1::bigint', [9007199254740993n]],
      mysql: ["`id` = CAST(? AS SIGNED)", [9007199254740993n]],
      mariadb: ["`id` = CAST(? AS SIGNED)", [9007199254740993n]],
      sqlite: ["`id` = ?", [9007199254740993n]],
      duckdb: ['"id" = $1::BIGINT', [9007199254740993n]],
      clickhouse: ["`id` = {p1:Int64}", { p1: 9007199254740993n }],
    },
    // A list of three is padded to four where every item is a parameter.
    '{"id":{"$in":[1,"2",3]}}': {
      postgres: ['"id" = ANY($1::bigint[])', [[1, 2, 3]]],
      mysql: [
        "`id` IN (CAST(? AS SIGNED), CAST(? AS SIGNED), CAST(? AS SIGNED), CAST(? AS SIGNED))",
        [1, 2, 3, 3],
      ],
      mariadb: [
        "`id` IN (CAST(? AS SIGNED), CAST(? AS SIGNED), CAST(? AS SIGNED), CAST(? AS SIGNED))",
        [1, 2, 3, 3],
      ],
      sqlite: ["`id` IN (SELECT value FROM json_each(?))", ["[1,2,3]"]],
      duckdb: ['"id" IN ($1::BIGINT, $2::BIGINT, $3::BIGINT, $4::BIGINT)', [1, 2, 3, 3]],
      clickhouse: ["`id` IN {p1:Array(Int64)}", { p1: [1, 2, 3] }],
    },
    '{"trusted":{"$ne":true}}': {
      postgres: ['"trusted" IS DISTINCT FROM $1::boolean', [true]],
      mysql: ["NOT (`trusted` <=> CAST(? AS SIGNED))", [1]],
      mariadb: ["NOT (`trusted` <=> CAST(? AS SIGNED))", [1]],
      sqlite: ["`trusted` IS NOT ?", [1]],
      duckdb: ['"trusted" IS DISTINCT FROM $1::BOOLEAN', [true]],
      clickhouse: ["(`trusted` IS NULL OR `trusted` <> {p1:Bool})", { p1: true }],
    },
    '{"createdAt":{"$gte":"2024-02-29T01:00:00.5+01:00"}}': {
      postgres: ['"createdAt" >= $1::timestamptz', ["2024-02-29T00:00:00.500000Z"]],
      mysql: ["`createdAt` >= CAST(? AS DATETIME(6))", ["2024-02-29 00:00:00.500000"]],
      mariadb: ["`createdAt` >= CAST(? AS DATETIME(6))", ["2024-02-29 00:00:00.500000"]],
      sqlite: ["`createdAt` >= ? COLLATE BINARY", ["2024-02-29T00:00:00.500Z"]],
      duckdb: ['"createdAt" >= $1::TIMESTAMPTZ', ["2024-02-29 00:00:00.500000Z"]],
      clickhouse: ["`createdAt` >= {p1:DateTime64(6, 'UTC')}", { p1: "2024-02-29 00:00:00.500000" }],
    },
    '{"trusted":{"$in":[true,false]},"id":{"$in":["9007199254740993",1]}}': {
      postgres: [
        '("trusted" = ANY(ARRAY[$1::boolean, $2::boolean]) AND "id" = ANY($3::bigint[]))',
        [true, false, ["9007199254740993", 1]],
      ],
      mysql: [
        "(`trusted` IN (CAST(? AS SIGNED), CAST(? AS SIGNED)) AND `id` IN (CAST(? AS SIGNED), CAST(? AS SIGNED)))",
        [1, 0, 9007199254740993n, 1],
      ],
      mariadb: [
        "(`trusted` IN (CAST(? AS SIGNED), CAST(? AS SIGNED)) AND `id` IN (CAST(? AS SIGNED), CAST(? AS SIGNED)))",
        [1, 0, 9007199254740993n, 1],
      ],
      sqlite: [
        "(`trusted` IN (SELECT value FROM json_each(?)) AND `id` IN (SELECT value FROM json_each(?)))",
        ["[1,0]", "[9007199254740993,1]"],
      ],
      duckdb: [
        '("trusted" IN ($1::BOOLEAN, $2::BOOLEAN) AND "id" IN ($3::BIGINT, $4::BIGINT))',
        [true, false, 9007199254740993n, 1],
      ],
      clickhouse: [
        "(`trusted` IN {p1:Array(Bool)} AND `id` IN {p2:Array(Int64)})",
        { p1: [true, false], p2: [9007199254740993n, 1] },
      ],
    },
    '{"createdAt":{"$nin":["2024-02-29",null]}}': {
      postgres: ['"createdAt" <> ALL($1::timestamptz[])', [["2024-02-29T00:00:00.000000Z"]]],
      mysql: ["`createdAt` NOT IN (CAST(? AS DATETIME(6)))", ["2024-02-29 00:00:00.000000"]],
      mariadb: ["`createdAt` NOT IN (CAST(? AS DATETIME(6)))", ["2024-02-29 00:00:00.000000"]],
      sqlite: [
        "`createdAt` COLLATE BINARY NOT IN (SELECT value FROM json_each(?))",
        ['["2024-02-29T00:00:00.000Z"]'],
      ],
      duckdb: ['"createdAt" NOT IN ($1::TIMESTAMPTZ)', ["2024-02-29 00:00:00.000000Z"]],
      clickhouse: [
        "(`createdAt` IS NOT NULL AND NOT has({p1:Array(DateTime64(6, 'UTC'))}, `createdAt`))",
        { p1: ["2024-02-29 00:00:00.000000"] },
      ],
    },
  }

  for (const [filter, texts] of Object.entries(written)) {
    test.each(Object.entries(texts))(`${filter} in %s`, (name, [text, values]) => {
      expect(toSql(read(filter), dialects[name as DialectName])).toEqual({ text, values })
    })
  }

  const score = defineSchema({ score: field.number() })
  test.each<readonly [Dialect<unknown>, string, unknown]>([
    [postgres, '"score" = ANY($1::double precision[])', [[0, 0.1]]],
    [mysql, "`score` IN (CAST(? AS DOUBLE), CAST(? AS DOUBLE))", [0, 0.1]],
    [mariadb, "`score` IN (CAST(? AS DOUBLE), CAST(? AS DOUBLE))", [0, 0.1]],
    [sqlite, "`score` IN (?, ?)", [0, 0.1]],
    [duckdb, '"score" IN ($1::DOUBLE, $2::DOUBLE)', ["0", "0.1"]],
    [
      clickhouse,
      "`score` IN ({p1:Float64}, {p2:Float64}, {p3:Float64}, {p4:Float64})",
      { p1: "0", p2: "-0", p3: "0.1", p4: "0.1" },
    ],
  ])("a list of doubles in $name", (dialect, text, values) => {
    expect(toSql(parseFilter(score, '{"score":{"$in":[0,0.1]}}'), dialect)).toEqual({ text, values })
  })

  const folding = defineSchema({ name: field.string({ caseSensitive: false }) })
  const replaced = (text: string) =>
    [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].reduce(
      (inner, letter) => `REPLACE(${inner}, '${letter}', '${letter.toLowerCase()}')`,
      text,
    )
  test.each<readonly [Dialect<unknown>, string]>([
    [
      mysql,
      `${replaced("CAST(CONVERT(`name` USING utf8mb4) AS BINARY)")} = CAST(CONVERT(? USING utf8mb4) AS BINARY)`,
    ],
    [mariadb, `${replaced("`name`")} = CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin`],
    [
      duckdb,
      `translate("name" COLLATE C, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') = $1::VARCHAR`,
    ],
    [clickhouse, "lower(`name`) = {p1:String}"],
  ])("folded ASCII letters in $name", (dialect, text) => {
    expect(toSql(parseFilter(folding, '{"name":"\u00c1B"}'), dialect)).toEqual({
      text,
      values: dialect === clickhouse ? { p1: "\u00c1b" } : ["\u00c1b"],
    })
  })

  /** A column that was declared to compare by bytes needs no more than a plain comparison. */
  const plain = sqlMapping(customers, { collation: "binary" })
  test.each<readonly [Dialect<unknown>, string, string, string]>([
    [postgres, '"state" = $1::text', '"state" < $1::text', 'strpos("state", $1::text) > 0'],
    [mysql, "`state` = ?", "`state` < ?", "LOCATE(?, `state`) > 0"],
    [duckdb, '"state" = $1::VARCHAR', '"state" < $1::VARCHAR', 'contains("state", $1::VARCHAR)'],
  ])("$name, a column of bytes", (dialect, equal, less, contains) => {
    expect(toSql(read('{"state":"a"}'), dialect, plain).text).toBe(equal)
    expect(toSql(read('{"state":{"$lt":"a"}}'), dialect, plain).text).toBe(less)
    expect(toSql(read('{"state":{"$contains":"a"}}'), dialect, plain).text).toBe(contains)
  })

  test("PostgreSQL, a column whose collation is nondeterministic", () => {
    const mapping = sqlMapping(customers, {
      columns: { state: { column: "status", collation: "nondeterministic" } },
    })
    const textOf = (text: string) => ofPostgres(text, mapping).text
    expect(textOf('{"state":"a"}')).toBe('("status" = $1::text AND "status" COLLATE "C" = $2::text)')
    expect(textOf('{"state":{"$ne":"a"}}')).toBe('"status" COLLATE "C" IS DISTINCT FROM $1::text')
    expect(textOf('{"state":{"$in":["a"]}}')).toBe(
      '("status" = ANY($1::text[]) AND "status" COLLATE "C" = ANY($2::text[]))',
    )
    expect(textOf('{"state":{"$nin":["a",null]}}')).toBe('"status" COLLATE "C" <> ALL($1::text[])')
    expect(textOf('{"state":{"$lt":"a"}}')).toBe('"status" ~<~ $1::text')
    expect(textOf('{"state":{"$contains":"a"}}')).toBe('strpos("status" COLLATE "C", $1::text) > 0')
    // The other columns are what they were.
    expect(textOf('{"jobTitle":"a","id":1}')).toBe('("jobTitle" = $1::text AND "id" = $2::bigint)')
  })

  test("SQLite, a column that ignores case", () => {
    const mapping = sqlMapping(customers, { collation: "nondeterministic" })
    expect(ofSqlite('{"state":"a"}', mapping)).toEqual({
      text: "(`state` = ? AND `state` = ? COLLATE BINARY)",
      values: ["a", "a"],
    })
    expect(ofSqlite('{"state":{"$in":["a"]},"id":1}', mapping)).toEqual({
      text: "((`state` IN (SELECT value FROM json_each(?)) AND `state` COLLATE BINARY IN (SELECT value FROM json_each(?))) AND `id` = ?)",
      values: ['["a"]', '["a"]', 1],
    })
  })

  test.each([
    ['{"createdAt":{"$gt":"0000-12-31"}}', "`createdAt` IS NOT NULL"],
    ['{"createdAt":{"$gte":"0000-12-31"}}', "`createdAt` IS NOT NULL"],
    ['{"createdAt":{"$lt":"0000-12-31"}}', "FALSE"],
    ['{"createdAt":{"$lte":"0000-12-31"}}', "FALSE"],
    ['{"createdAt":"0000-12-31"}', "FALSE"],
    ['{"createdAt":{"$ne":"0000-12-31"}}', "TRUE"],
    ['{"createdAt":{"$in":["0000-12-31"]}}', "FALSE"],
    ['{"createdAt":{"$nin":["0000-12-31"]}}', "TRUE"],
  ])("ClickHouse, which has no year 0: %s", (filter, text) => {
    expect(toSql(read(filter), clickhouse)).toEqual({ text, values: {} })
  })

  test("ClickHouse, a relation by two columns, which distributed tables answer too", () => {
    const mapping = sqlMapping(customers, {
      table: "customers",
      relations: { contacts: { table: "contacts", on: { id: "customer_id", tenant: "tenant" } } },
    })
    expect(toSql(read('{"contacts.value":{"$ne":"a"}}'), clickhouse, mapping)).toEqual({
      text:
        "NOT ifNull((`customers`.`id`, `customers`.`tenant`) GLOBAL IN " +
        "(SELECT `related`.`customer_id`, `related`.`tenant` FROM `contacts` AS `related` " +
        "WHERE `related`.`value` = {p1:String}), 0)",
      values: { p1: "a" },
    })
  })

  test("ClickHouse numbers its parameters by name", () => {
    const filter = read('{"id":{"$gt":1,"$lt":9}}')
    expect(toSql(filter, clickhouse, undefined, { firstParameter: 3 })).toEqual({
      text: "(`id` > {p3:Int64} AND `id` < {p4:Int64})",
      values: { p3: 1, p4: 9 },
    })
  })

  test("lists have few lengths, so that statements are few", () => {
    const lengths = Array.from({ length: 1024 }, (_, i) => {
      const filter = filterBuilder(customers).oneOf(
        "id",
        Array.from({ length: i + 1 }, (_, id) => id),
      )
      return toSql(filter, mysql).values.length
    })
    expect([...new Set(lengths)]).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024])
  })
})

describe("a relation to the rows of a table", () => {
  const schema = defineSchema({ id: field.integer(), tags: field.many({ name: field.string() }) })
  const textFor = (table: string) =>
    toSql(
      parseFilter(schema, '{"tags.name":"a"}'),
      postgres,
      sqlMapping(schema, { table, relations: { tags: { table: "tags", on: { id: "item_id" } } } }),
    ).text

  // PostgreSQL cuts names to 63 bytes: an alias made of the table's name could become that name itself.
  test.each(["t".repeat(63), `${"é".repeat(31)}x`, "t"])(
    "%s is never called as the table itself",
    (table) => {
      expect(textFor(table)).toBe(
        `EXISTS (SELECT 1 FROM "tags" AS "related" WHERE "related"."item_id" = "${table}"."id" AND "related"."name" = $1::text)`,
      )
    },
  )

  test.each(["related", "Related"])("%s, which is the usual name of the others", (table) => {
    expect(textFor(table)).toBe(
      `EXISTS (SELECT 1 FROM "tags" AS "related_rows" WHERE "related_rows"."item_id" = "${table}"."id" AND "related_rows"."name" = $1::text)`,
    )
  })
})

describe("what nests deeper than SQLite bears", () => {
  const nested = (levels: number, operands: number): string =>
    levels === 0 ? "{}" : `{"$or":[${nested(levels - 1, operands)}${",{}".repeat(operands)}],"state":"s"}`

  test("is joined in groups, so that what the limits allow is answered", async () => {
    const { Database } = await initSqlJs()
    const database = new Database()
    database.run("CREATE TABLE c (state TEXT); INSERT INTO c VALUES ('s'), ('t')")
    const { text, values } = toSql(read(nested(15, 300)), sqlite)
    expect(database.exec(`SELECT state FROM c WHERE ${text}`, values as string[])[0]?.values).toEqual([["s"]])
    database.close()
  })

  test("is refused before the database sees it", () => {
    const filter = parseFilter(customers, nested(100, 300), {
      limits: { maxDepth: 256, maxNodes: 1e6, maxLength: 1e6 },
    })
    expect(() => toSql(filter, sqlite)).toThrow(FilterError)
    expect(() => toSql(filter, sqlite)).toThrow(/The statement would nest \d+ deep, and SQLite takes 1000/)
    expect(() => toSql(filter, postgres)).not.toThrow()
  })
})

test("a column that is not there is an error in SQLite, and no text", async () => {
  const { Database } = await initSqlJs()
  const database = new Database()
  database.run("CREATE TABLE c (id INTEGER); INSERT INTO c VALUES (1)")
  for (const text of ['{"state":"state"}', '{"state":{"$ne":"deleted"}}', '{"deletedAt":{"$ne":null}}']) {
    const condition = toSql(read(text), sqlite)
    expect(() => database.exec(`SELECT id FROM c WHERE ${condition.text}`, condition.values as [])).toThrow(
      /no such column/,
    )
  }
})

describe("toSqlTemplate", () => {
  test("is the arguments of a template tag", () => {
    const { strings, values } = toSqlTemplate(read('{"id":{"$gt":1,"$lt":9}}'), postgres)
    expect([...strings]).toEqual(['("id" > ', '::bigint AND "id" < ', "::bigint)"])
    expect(strings.raw).toEqual([...strings])
    expect(values).toEqual([1, 9])
    expect(Object.isFrozen(strings)).toBe(true)
  })

  test("is not for a database that binds by name", () => {
    expect(() => toSqlTemplate(read('{"id":1}'), clickhouse as never)).toThrow(/ClickHouse binds by name/)
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
      text: "`createdAt` < ?",
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
    ["a collation that is not one", { columns: { state: { column: "state", collation: "nocase" } } }],
    ["inherited names", { table: "t", relations: { toString: { table: "x", on: { a: "b" } } } }],
  ])("refuses %s", (_, options) => {
    expect(() => sqlMapping(customers, options as never)).toThrow(TypeError)
  })
})

describe("no text from outside is ever SQL", () => {
  const hostile = `x"'\`\\; DROP TABLE customers; -- {p1:String} $1 ?`
  const binary = (text: string) => `CAST(CONVERT(${text} USING utf8mb4) AS BINARY)`
  const nopad = "CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin"

  /** What each dialect makes of a filter with a value from outside: written by hand, and without the value. */
  const values: Readonly<Record<string, Readonly<Record<DialectName, string>>>> = {
    '{"state":"$"}': {
      postgres: '"state" = $1::text',
      mysql: `(\`state\` = ? AND ${binary("`state`")} = ${binary("?")})`,
      mariadb: `\`state\` = ${nopad}`,
      sqlite: "`state` = ? COLLATE BINARY",
      duckdb: '"state" COLLATE C = $1::VARCHAR',
      clickhouse: "`state` = {p1:String}",
    },
    '{"state":{"$ne":"$"}}': {
      postgres: '"state" IS DISTINCT FROM $1::text',
      mysql: `NOT (${binary("`state`")} <=> ${binary("?")})`,
      mariadb: `NOT (\`state\` <=> ${nopad})`,
      sqlite: "`state` IS NOT ? COLLATE BINARY",
      duckdb: '"state" COLLATE C IS DISTINCT FROM $1::VARCHAR',
      clickhouse: "(`state` IS NULL OR `state` <> {p1:String})",
    },
    '{"state":{"$gt":"$"}}': {
      postgres: '"state" ~>~ $1::text',
      mysql: `${binary("`state`")} > ${binary("?")}`,
      mariadb: `\`state\` > ${nopad}`,
      sqlite: "`state` > ? COLLATE BINARY",
      duckdb: '"state" COLLATE C > $1::VARCHAR',
      clickhouse: "`state` > {p1:String}",
    },
    '{"state":{"$in":["$"]}}': {
      postgres: '"state" = ANY($1::text[])',
      mysql: `(\`state\` IN (?) AND ${binary("`state`")} IN (${binary("?")}))`,
      mariadb: `\`state\` IN (${nopad})`,
      sqlite: "`state` COLLATE BINARY IN (SELECT value FROM json_each(?))",
      duckdb: '"state" COLLATE C IN ($1::VARCHAR)',
      clickhouse: "`state` IN {p1:Array(String)}",
    },
    '{"state":{"$nin":["$",null]}}': {
      postgres: '"state" <> ALL($1::text[])',
      mysql: `${binary("`state`")} NOT IN (${binary("?")})`,
      mariadb: `\`state\` NOT IN (${nopad})`,
      sqlite: "`state` COLLATE BINARY NOT IN (SELECT value FROM json_each(?))",
      duckdb: '"state" COLLATE C NOT IN ($1::VARCHAR)',
      clickhouse: "`state` NOT IN {p1:Array(String)}",
    },
    '{"state":{"$contains":"$"}}': {
      postgres: 'strpos("state", $1::text) > 0',
      mysql: `LOCATE(${binary("?")}, ${binary("`state`")}) > 0`,
      mariadb: `LOCATE(${nopad}, \`state\`) > 0`,
      sqlite: "instr(`state`, ?) > 0",
      duckdb: 'contains("state" COLLATE C, $1::VARCHAR)',
      clickhouse: "position(`state`, {p1:String}) > 0",
    },
  }

  for (const [filter, texts] of Object.entries(values)) {
    test.each(Object.entries(texts))(`the value of ${filter} in %s`, (name, expected) => {
      const text = filter.replace('"$"', () => JSON.stringify(hostile))
      const dialect = dialects[name as DialectName]
      expect(toSql(read(text), dialect).text).toBe(expected)
    })
  }

  /** The hostile name in each dialect's quotes. */
  const inDoubleQuotes = `"x""'\`\\; DROP TABLE customers; -- {p1:String} $1 ?"`
  const inBackticks = `\`x"'\`\`\\; DROP TABLE customers; -- {p1:String} $1 ?\``
  const names: Readonly<Record<DialectName, readonly [quoted: string, value: string]>> = {
    postgres: [inDoubleQuotes, "$1::bigint"],
    mysql: [inBackticks, "CAST(? AS SIGNED)"],
    mariadb: [inBackticks, "CAST(? AS SIGNED)"],
    // In double quotes SQLite would take a name for a text.
    sqlite: [inBackticks, "?"],
    duckdb: [inDoubleQuotes, "$1::BIGINT"],
    // Here a backslash would escape the quote.
    clickhouse: [`\`x"'\`\`\\\\; DROP TABLE customers; -- {p1:String} $1 ?\``, "{p1:Int64}"],
  }

  test.each(Object.entries(names))(
    "names of fields, columns, tables and relations in %s",
    (name, [quoted, value]) => {
      const dialect = dialects[name as DialectName]
      const schema = defineSchema({
        [hostile]: field.integer(),
        [`${hostile}r`]: field.many({ [hostile]: field.integer() }),
      })
      const mapping = sqlMapping(schema, {
        table: hostile,
        relations: { [`${hostile}r`]: { table: [hostile, hostile], on: { [hostile]: hostile } } },
      } as never)
      const byName = parseFilter(schema, `{${JSON.stringify(hostile)}:1}`)
      const byPath = parseFilter(schema, `{${JSON.stringify(`${hostile}r.${hostile}`)}:1}`)
      expect(toSql(byName, dialect).text).toBe(`${quoted} = ${value}`)
      expect(toSql(byName, dialect, mapping).text).toBe(`${quoted}.${quoted} = ${value}`)
      const quote = quoted.slice(-1)
      const alias = `${quote}related${quote}`
      const here = `${quoted}.${quoted}`
      const there = `${alias}.${quoted}`
      expect(toSql(byPath, dialect, mapping).text).toBe(
        dialect === clickhouse
          ? `ifNull(${here} GLOBAL IN (SELECT ${there} FROM ${here} AS ${alias} WHERE ${there} = ${value}), 0)`
          : `EXISTS (SELECT 1 FROM ${here} AS ${alias} WHERE ${there} = ${here} AND ${there} = ${value})`,
      )
    },
  )
})
