import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../../src/builder.ts"
import { customers } from "../../../src/desk.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import {
  clickhouse,
  type DialectName,
  dialects,
  mysql,
  postgres,
  type SqlMapping,
  sqlite,
  sqlMapping,
  toSql,
} from "../../../src/sql.ts"

const names = Object.keys(dialects) as readonly DialectName[]
const read = (text: string) => parseFilter(customers, text)
const ofPostgres = (text: string, mapping?: SqlMapping) => toSql(read(text), postgres, mapping)
const ofSqlite = (text: string, mapping?: SqlMapping) => toSql(read(text), sqlite, mapping)
const compileFor = (name: DialectName, text: string) => toSql<unknown>(read(text), dialects[name])

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
    // Finer than the column: the condition is rewritten, not rounded.
    [
      '{"createdAt":{"$gte":"2024-01-01T00:00:00.0000009Z"}}',
      ['"createdAt" > $1::timestamptz', "2024-01-01T00:00:00.000000Z"],
      ["`createdAt` > ? COLLATE BINARY", "2024-01-01T00:00:00.000Z"],
    ],
    ['{"createdAt":"2024-01-01T00:00:00.0000009Z"}', ["FALSE"], ["1 = 0"]],
    ['{"createdAt":{"$ne":"2024-01-01T00:00:00.0000009Z"}}', ["TRUE"], ["1 = 1"]],
    // Finer than a Date: the cast to text keeps drivers from making a Date of it.
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

  test("folds ASCII letters if the field ignores case", () => {
    const schema = defineSchema({ name: field.string({ caseSensitive: false }) })
    const folded = (text: string) =>
      [postgres, sqlite].map((dialect) => toSql(parseFilter(schema, text), dialect))
    const column = 'lower("name" COLLATE "C")'
    expect(folded('{"name":"\u00c1B"}')).toEqual([
      { text: `${column} = $1::text`, values: ["\u00c1b"] },
      { text: "`name` = ? COLLATE NOCASE", values: ["\u00c1B"] },
    ])
    expect(folded('{"name":{"$contains":"B"}}')).toEqual([
      { text: `strpos(${column}, $1::text) > 0`, values: ["b"] },
      { text: "instr(lower(`name`), ?) > 0", values: ["b"] },
    ])
  })

  test("rejects a filter that was not checked", () => {
    expect(() => toSql({ kind: "and", operands: [] } as never, postgres)).toThrow(TypeError)
  })
})

describe("the SQL of each dialect", () => {
  /** The expected text and values. Equality and order of strings are in hostile.test.ts. */
  const written: Readonly<Record<string, Readonly<Record<DialectName, readonly [string, unknown]>>>> = {
    '{"id":"9007199254740993"}': {
      postgres: ['"id" = $1::bigint', [9007199254740993n]],
      mysql: ["`id` = CAST(? AS SIGNED)", [9007199254740993n]],
      mariadb: ["`id` = CAST(? AS SIGNED)", [9007199254740993n]],
      sqlite: ["`id` = ?", [9007199254740993n]],
      duckdb: ['"id" = $1::BIGINT', [9007199254740993n]],
      clickhouse: ["`id` = {p1:Int64}", { p1: 9007199254740993n }],
    },
    // A list of three is padded to four if every item is a parameter.
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
        "`createdAt`::Nullable(DateTime64(6, 'UTC')) NOT IN {p1:Array(DateTime64(6, 'UTC'))}",
        { p1: ["2024-02-29 00:00:00.000000"] },
      ],
    },
  }

  for (const [filter, texts] of Object.entries(written)) {
    test.each(names)(`${filter} in %s`, (name) => {
      const [text, values] = texts[name]
      expect(compileFor(name, filter)).toEqual({ text, values })
    })
  }

  const score = defineSchema({ score: field.number() })
  const doubles: Readonly<Record<DialectName, readonly [text: string, values: unknown]>> = {
    postgres: ['"score" = ANY($1::double precision[])', [[0, 0.1]]],
    mysql: ["`score` IN (CAST(? AS DOUBLE), CAST(? AS DOUBLE))", [0, 0.1]],
    mariadb: ["`score` IN (CAST(? AS DOUBLE), CAST(? AS DOUBLE))", [0, 0.1]],
    sqlite: ["`score` IN (?, ?)", [0, 0.1]],
    duckdb: ['"score" IN ($1::DOUBLE, $2::DOUBLE)', ["0", "0.1"]],
    clickhouse: ["toFloat64(`score`) IN {p1:Array(Float64)}", { p1: "[0,-0,0.1]" }],
  }
  test.each(names)("a list of doubles in %s", (name) => {
    const [text, values] = doubles[name]
    const filter = parseFilter(score, '{"score":{"$in":[0,0.1]}}')
    expect(toSql<unknown>(filter, dialects[name])).toEqual({ text, values })
  })

  const folding = defineSchema({ name: field.string({ caseSensitive: false }) })
  /** The column and the value, which SQLite compares under a collation that folds. */
  const foldedColumns: Readonly<Record<DialectName, readonly [text: string, value: string]>> = {
    postgres: ['lower("name" COLLATE "C") = $1::text', "\u00c1b"],
    mysql: [
      "LOWER(CONVERT(CAST(CONVERT(`name` USING utf8mb4) AS BINARY) USING hebrew)) = CAST(CONVERT(? USING utf8mb4) AS BINARY)",
      "\u00c1b",
    ],
    mariadb: [
      "LOWER(CONVERT(CAST(CONVERT(`name` USING utf8mb4) AS BINARY) USING hebrew)) = CAST(CONVERT(? USING utf8mb4) AS BINARY)",
      "\u00c1b",
    ],
    sqlite: ["`name` = ? COLLATE NOCASE", "\u00c1B"],
    duckdb: [
      `CASE WHEN strlen("name") = length("name") THEN lower("name") ELSE translate("name", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') END COLLATE C = $1::VARCHAR`,
      "\u00c1b",
    ],
    clickhouse: ["lower(`name`) = {p1:String}", "\u00c1b"],
  }
  test.each(names)("folded ASCII letters in %s", (name) => {
    const [text, value] = foldedColumns[name]
    const dialect = dialects[name]
    expect(toSql<unknown>(parseFilter(folding, '{"name":"\u00c1B"}'), dialect)).toEqual({
      text,
      values: dialect.binding === "name" ? { p1: value } : [value],
    })
  })

  /** A column that compares by bytes needs only a plain comparison. */
  const plain = sqlMapping(customers, { collation: "binary" })
  const plainTexts: Readonly<Record<DialectName, readonly [equal: string, less: string, contains: string]>> =
    {
      postgres: ['"state" = $1::text', '"state" < $1::text', 'strpos("state", $1::text) > 0'],
      mysql: ["`state` = ?", "`state` < ?", "LOCATE(?, `state`) > 0"],
      mariadb: [
        "`state` = CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin",
        "`state` < CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin",
        "LOCATE(CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin, `state`) > 0",
      ],
      sqlite: ["`state` = ? COLLATE BINARY", "`state` < ? COLLATE BINARY", "instr(`state`, ?) > 0"],
      duckdb: ['"state" = $1::VARCHAR', '"state" < $1::VARCHAR', 'instr("state", $1::VARCHAR) > 0'],
      clickhouse: ["`state` = {p1:String}", "`state` < {p1:String}", "position(`state`, {p1:String}) > 0"],
    }
  test.each(names)("%s, a column of bytes", (name) => {
    const [equal, less, contains] = plainTexts[name]
    const textOf = (text: string) => toSql<unknown>(read(text), dialects[name], plain).text
    expect(textOf('{"state":"a"}')).toBe(equal)
    expect(textOf('{"state":{"$lt":"a"}}')).toBe(less)
    expect(textOf('{"state":{"$contains":"a"}}')).toBe(contains)
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
    expect(textOf('{"state":{"$lt":"a"}}')).toBe('"status" COLLATE "C" < $1::text')
    expect(textOf('{"state":{"$contains":"a"}}')).toBe('strpos("status" COLLATE "C", $1::text) > 0')
    // The other columns do not change.
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

  // ClickHouse reads no text of the year 0, and columns in UTC hold none of it.
  test.each([
    ['{"createdAt":{"$gt":"0000-12-31T23:59:59.999999Z"}}', { text: "`createdAt` IS NOT NULL", values: {} }],
    ['{"createdAt":{"$lt":"0000-12-31"}}', { text: "FALSE", values: {} }],
    [
      '{"createdAt":{"$gt":"0001-01-01"}}',
      { text: "`createdAt` > {p1:DateTime64(6, 'UTC')}", values: { p1: "0001-01-01 00:00:00.000000" } },
    ],
  ])("ClickHouse, in the year 0: %s", (filter, sql) => {
    expect(toSql(read(filter), clickhouse)).toEqual(sql)
  })

  test("ClickHouse, a relation by two columns, in a form that distributed tables accept", () => {
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

  test("ClickHouse, a list of date-times, whose type a column of days or seconds does not have", () => {
    expect(toSql(read('{"createdAt":{"$in":["2024-01-01","2024-01-02"]}}'), clickhouse)).toEqual({
      text: "`createdAt`::Nullable(DateTime64(6, 'UTC')) IN {p1:Array(DateTime64(6, 'UTC'))}",
      values: { p1: ["2024-01-01 00:00:00.000000", "2024-01-02 00:00:00.000000"] },
    })
  })

  test("lists have few lengths, so that there are few statements", () => {
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
