import { describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import { type DialectName, dialects, sqlMapping, toSql } from "../../../src/sql.ts"

const schema = defineSchema({
  id: field.integer(),
  contacts: field.many({ value: field.string(), rank: field.integer() }),
  tags: field.many({ rank: field.integer() }),
  company: field.one({ size: field.integer() }),
})
const mapping = sqlMapping(schema, {
  table: "c",
  collation: "binary",
  relations: {
    contacts: { table: "contacts", on: { id: "c_id" } },
    tags: { table: "tags", on: { id: "c_id" } },
    company: { table: "companies", on: { company: "id" } },
  },
})
const limits = { maxLength: 100_000, maxNodes: 10_000, maxRelationConditions: 10_000 }
const names = Object.keys(dialects) as readonly DialectName[]
const compile = (name: DialectName, text: string) =>
  toSql<unknown>(parseFilter(schema, text, { limits }), dialects[name], mapping)
const postgres = (text: string) => compile("postgres", text).text

/** The subquery for two tests of one related row. */
const joined: Readonly<Record<DialectName, string>> = {
  postgres:
    'EXISTS (SELECT 1 FROM "contacts" AS "related" WHERE "related"."c_id" = "c"."id" AND ("related"."rank" = $1::bigint OR "related"."value" IS NULL))',
  mysql:
    "EXISTS (SELECT 1 FROM `contacts` AS `related` WHERE `related`.`c_id` = `c`.`id` AND (`related`.`rank` = CAST(? AS SIGNED) OR `related`.`value` IS NULL))",
  mariadb:
    "EXISTS (SELECT 1 FROM `contacts` AS `related` WHERE `related`.`c_id` = `c`.`id` AND (`related`.`rank` = CAST(? AS SIGNED) OR `related`.`value` IS NULL))",
  sqlite:
    "EXISTS (SELECT 1 FROM `contacts` AS `related` WHERE `related`.`c_id` = `c`.`id` AND (`related`.`rank` = ? OR `related`.`value` IS NULL))",
  duckdb:
    'EXISTS (SELECT 1 FROM "contacts" AS "related" WHERE "related"."c_id" = "c"."id" AND ("related"."rank" = $1::BIGINT OR "related"."value" IS NULL))',
  clickhouse:
    "ifNull(`c`.`id` GLOBAL IN (SELECT `related`.`c_id` FROM `contacts` AS `related` WHERE (`related`.`rank` = {p1:Int64} OR `related`.`value` IS NULL)), 0)",
}

describe("conditions on one relation to many", () => {
  test.each(names)("are one subquery in %s", (name) => {
    expect(compile(name, '{"$or":[{"contacts.rank":1},{"contacts.value":null}]}').text).toBe(joined[name])
    expect(compile(name, '{"contacts.rank":{"$ne":1},"contacts.value":{"$ne":null}}').text).toBe(
      `NOT ${joined[name]}`,
    )
  })

  test.each(names)("bind the values in the order of the text, in %s", (name) => {
    const { values } = compile(
      name,
      '{"$or":[{"contacts.rank":1},{"id":2},{"contacts.rank":3},{"tags.rank":4},{"contacts.rank":5},{"tags.rank":6}]}',
    )
    expect(Object.values(values as Record<string, unknown>).map(Number)).toEqual([1, 3, 5, 2, 4, 6])
  })

  test.each(names.flatMap((name) => [2, 10, 50, 400].map((count) => [name, count] as const)))(
    "are one subquery at every depth: %s, %i conditions",
    (name, count) => {
      const list = (condition: (index: number) => string) =>
        Array.from({ length: count }, (_, i) => condition(i)).join()
      const any = `{"$or":[${list((i) => `{"contacts.rank":${i}}`)}]}`
      const none = `{"$and":[${list((i) => `{"contacts.value":{"$ne":"${i}"}}`)}]}`
      const keyword = name === "clickhouse" ? "GLOBAL IN" : "EXISTS"
      const timesIn = (text: string) => compile(name, text).text.split(keyword).length - 1
      expect(timesIn(any)).toBe(1)
      expect(timesIn(none)).toBe(1)
      expect(timesIn(`{"$and":[{"id":1},${any}]}`)).toBe(1)
      expect(timesIn(`{"$or":[{"id":1},{"id":2,"$or":[{"id":4},${none}]},${any}]}`)).toBe(2)
      expect(timesIn(`{"$or":[{"id":1,"$and":[${any},${none}]},{"id":3}]}`)).toBe(2)
    },
  )
})

describe("joins no conditions", () => {
  const size = (text: string) => postgres(text).split("EXISTS").length - 1

  test("of which two related records may satisfy one each", () => {
    expect(size('{"contacts.rank":1,"contacts.value":"a"}')).toBe(2)
    expect(size('{"contacts.rank":{"$gt":1,"$lt":5}}')).toBe(2)
  })

  test("of which a record may satisfy one, and not the other", () => {
    expect(size('{"$or":[{"contacts.rank":{"$ne":1}},{"contacts.value":{"$ne":"a"}}]}')).toBe(2)
    expect(size('{"$or":[{"contacts.rank":1},{"contacts.value":{"$ne":"a"}}]}')).toBe(2)
    expect(size('{"contacts.rank":1,"contacts.value":{"$ne":"a"}}')).toBe(2)
  })

  test("on two relations", () => {
    expect(size('{"$or":[{"contacts.rank":1},{"tags.rank":1},{"contacts.rank":2},{"tags.rank":2}]}')).toBe(2)
    expect(size('{"contacts.rank":{"$ne":1},"tags.rank":{"$ne":1}}')).toBe(2)
  })

  test("on a relation to one that a missing record satisfies", () => {
    expect(size('{"$or":[{"company.size":1},{"company.size":{"$gt":5}}]}')).toBe(1)
    expect(size('{"$or":[{"company.size":1},{"company.size":null},{"company.size":2}]}')).toBe(2)
    expect(postgres('{"company.size":{"$ne":1,"$nin":[2]}}')).toBe(
      `(${postgres('{"company.size":{"$ne":1}}')} AND ${postgres('{"company.size":{"$nin":[2]}}').replace("$1", "$2")})`,
    )
  })
})
