import { readFileSync } from "node:fs"
import { Query } from "mingo"
import { beforeAll, describe, expect, test } from "vitest"
import { parseFilter } from "../../src/index.ts"
import { groups } from "../conformance/cases.ts"
import { people } from "../conformance/people.ts"
import { integersByValue } from "./peers/by-value.ts"
import { outcomeOf, refusalOf } from "./peers/compare.ts"
import { openPostgres, openSqlite } from "./peers/databases.ts"
import { documentsOf } from "./peers/documents.ts"
import { documents, documentsWithTexts, holds, postgresRows, sqliteRows } from "./peers/forms.ts"
import { freshPage } from "./peers/fresh-page.ts"
import { code, idList } from "./peers/markdown.ts"
import { mongoQuery } from "./peers/mongo-query.ts"
import { version7, version8 } from "./peers/react-querybuilder.ts"
import { ruleGroup } from "./peers/rule-group.ts"

const written = readFileSync(new URL("../../docs/peers.md", import.meta.url), "utf8")
const [, date = ""] = /wrote this page on (\S+), and/.exec(written) ?? []

describe("docs/peers.md", () => {
  let fresh = ""
  beforeAll(async () => {
    fresh = await freshPage(date)
  }, 600_000)

  test("has the answers of the installed packages: npm run peers writes it", () => {
    expect(written).toBe(fresh)
  })

  test("names each case in the table of all cases, or counts it where every library answers as defined", () => {
    const rows = written.slice(written.indexOf("## Every case")).split("\n")
    const parts = rows.flatMap((row) => {
      const [, signs = "", filters = ""] = /^\| ((?:[=+±−×·] \| )+)(.*) \|$/.exec(row) ?? []
      return filters.split("<br>").map((part) => ({ signs, part }))
    })
    for (const { name, cases } of groups) {
      const compared = cases.filter(([, , options]) => options === undefined)
      const ofGroup = parts.filter(({ part }) => part.startsWith(`${name}: `))
      const numbers = ofGroup.filter(({ part }) => /: \d+ cases?$/.test(part))
      for (const { signs } of numbers) expect(signs).toMatch(/^(?:= \| )+$/)
      const named = ofGroup.filter((each) => !numbers.includes(each)).map(({ part }) => `${part} `)
      const others = compared.filter(([filter]) => !named.some((part) => part.includes(` ${code(filter)} `)))
      const counted = numbers.map(({ part }) => Number(/(\d+) cases?$/.exec(part)?.[1]))
      expect(
        counted.reduce((sum, number) => sum + number, 0),
        name,
      ).toBe(others.length)
    }
  })

  test("says how many differences of mongodb_query are those of mingo", () => {
    const [, all, shared, own] =
      /Of its (\d+) differences, (\d+) are those of mingo.* The other (\d+) are its own/.exec(written) ?? []
    const [, cells = ""] = /^\| .*mongodb_query, mingo \| RQB mongodb \| (.*) \|$/m.exec(written) ?? []
    const [asDefined = 0, , , , , leftOut = 0, cases = 0] = cells.split(" | ").map(Number)
    expect(Number(all)).toBe(cases - asDefined - leftOut)
    expect(Number(shared) + Number(own)).toBe(Number(all))
  })

  test("has the rows with the most cases first", () => {
    const tables = written
      .split(/^## /m)
      .filter((section) => /^(?:Wider|Both|Narrower|Refused)/.test(section))
    expect(tables.length).toBe(4)
    for (const section of tables) {
      const numbers = [...section.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number))
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
    }
  })
})

describe("an answer", () => {
  test.each([
    [[1, 2], "same"],
    [[1, 2, 3], "wider"],
    [[1], "narrower"],
    [[], "narrower"],
    [[1, 3], "both"],
  ] as const)("%j instead of 1, 2 is called %s", (ids, outcome) => {
    expect(outcomeOf({ ids }, [1, 2])).toBe(outcome)
  })

  test("an error is called a refusal", () => {
    expect(outcomeOf({ error: "no" }, [1, 2])).toBe("refuses")
  })

  test.each([
    [new Error("no such column"), "no such column"],
    [new (class NoColumn extends Error {})("no such column"), "no such column"],
    [new TypeError("Do not know how to serialize a BigInt"), "TypeError"],
    [new SyntaxError("Invalid regular expression"), "SyntaxError"],
    [new RangeError("Maximum call stack size exceeded"), "RangeError"],
    ["no", "no"],
  ])("the error %o is written as %s: the engine's texts are not those of a library", (error, text) => {
    expect(refusalOf(error)).toBe(text)
  })
})

describe("integers on mingo as on MongoDB", () => {
  const document = { id: 1, count: 9007199254740993n, score: 1.5, tags: [{ rank: 7 }, { rank: null }] }

  test.each([
    [{ count: 9007199254740993n }, true],
    [{ count: 9007199254740992 }, false],
    [{ count: { $gt: 9007199254740992 } }, true],
    [{ count: { $lt: 2 ** 63 } }, true],
    [{ count: { $gte: -9223372036854775808n, $ne: 5 } }, true],
    [{ $and: [{ score: { $gt: 1 } }, { "tags.rank": { $in: [7, 8] } }] }, true],
    [{ $and: [{ $expr: true }] }, true],
  ])("%o: %s", (query, expected) => {
    expect(new Query(integersByValue(query)).test(integersByValue(document))).toBe(expected)
  })
})

describe("a query of MongoDB", () => {
  test.each([
    ["{}", {}],
    ['{"$or":[{}]}', { $or: [{}] }],
    ['{"count":"42","$and":[{"id":{"$gt":1,"$lte":3}}]}', { count: 42, $and: [{ id: { $gt: 1, $lte: 3 } }] }],
    ['{"count":{"$in":[9007199254740993,-0,null]}}', { count: { $in: [9007199254740993n, 0, null] } }],
    ['{"name":"9007199254740993"}', { name: "9007199254740993" }],
    ['{"name":"a\\"1"}', { name: 'a"1' }],
    ['{"name":{"$contains":"1.5*"}}', { name: { $regex: "1\\.5\\*" } }],
    ['{"label":"\\u00c1B"}', { label: "\u00c1b" }],
    ['{"seenAt":"2024-02-29"}', { seenAt: new Date("2024-02-29T00:00:00Z") }],
    ['{"owner":{"$ne":"8"}}', { owner: { $ne: 8 } }],
  ])("%s", (text, query) => {
    expect(mongoQuery(text, documents)).toEqual(query)
  })
})

describe("rules", () => {
  test.each([
    ["{}", { combinator: "and", rules: [] }],
    ['{"$or":[]}', { combinator: "or", rules: [] }],
    ['{"id":1}', { combinator: "and", rules: [{ field: "id", operator: "=", value: 1 }] }],
    ['{"count":null}', { combinator: "and", rules: [{ field: "count", operator: "null", value: null }] }],
    [
      '{"count":{"$ne":null}}',
      { combinator: "and", rules: [{ field: "count", operator: "notNull", value: null }] },
    ],
    [
      '{"$or":[{"count":{"$nin":[5,null]}},{"name":{"$contains":"%"},"id":{"$lte":3}}]}',
      {
        combinator: "or",
        rules: [
          { field: "count", operator: "notIn", value: [5, null] },
          {
            combinator: "and",
            rules: [
              { field: "name", operator: "contains", value: "%" },
              { field: "id", operator: "<=", value: 3 },
            ],
          },
        ],
      },
    ],
    [
      '{"seenAt":"2024-02-29"}',
      { combinator: "and", rules: [{ field: "seenAt", operator: "=", value: "2024-02-29T00:00:00.000Z" }] },
    ],
  ])("%s", (text, group) => {
    expect(ruleGroup(text, documentsWithTexts)).toEqual(group)
  })
})

describe("records", () => {
  test("have relations inside, and leave out what is missing", () => {
    const [person] = documentsOf(
      [
        {
          id: 1,
          count: "9007199254740993",
          label: "A\u00c1",
          seenAt: "2024-03-01t00:00:00z",
          owner: { id: 8, type: "users" },
          company: null,
          tags: [{ name: null, rank: "7" }, {}],
        },
      ],
      documents,
    )
    expect(person).toEqual({
      id: 1,
      count: 9007199254740993n,
      label: "a\u00c1",
      seenAt: new Date("2024-03-01T00:00:00Z"),
      owner: 8,
      company: null,
      tags: [{ name: null, rank: 7 }, {}],
    })
  })

  test.each([
    ['{"price":1}', [false, false, true]],
    ['{"id":1,"price":{"$in":[1]}}', [false, false, true]],
    ['{"seenAt":"2024-02-29T00:00:00.001Z"}', [true, true, true]],
    ['{"seenAt":{"$in":["2024-02-29T00:00:00.000001Z",null]}}', [false, false, true]],
    ['{"$or":[{"tags.at":"2024-02-29T00:00:00.0000001Z"}]}', [false, false, false]],
    ['{"name":"1.0000000"}', [true, true, true]],
  ])("the forms have the values of %s, or do not", (text, expected) => {
    const filter = parseFilter(people, text)
    expect([documents, sqliteRows, postgresRows].map((form) => holds(form, filter))).toEqual(expected)
  })

  test.each([openSqlite, openPostgres])(
    "%o has a row for each record, in the first century too",
    async (open) => {
      const database = await open()
      const records = [
        { id: 1, born: "0000-02-29", seenAt: "0000-01-01T00:00:00Z" },
        { id: 2, company: { name: "a", size: 1 }, tags: [{ name: "b" }, { name: "c" }] },
      ]
      for (let times = 0; times < 2; times++) await database.load(records)
      expect(await database.ids("SELECT id FROM flat ORDER BY id", [])).toEqual([1, 2])
      expect(await database.ids('SELECT id FROM flat WHERE "company.size" = 1', [])).toEqual([2])
      expect(await database.ids("SELECT person AS id FROM tags", [])).toEqual([2, 2])
      await database.close()
    },
  )
})

describe("the exports of React Query Builder that change a meaning", () => {
  const nothing = { combinator: "or", rules: [] }
  const rule = (operator: string, value: unknown) => ({
    combinator: "and",
    rules: [{ field: "name", operator, value }],
  })
  const formats = ["sql", "parameterized", "parameterized_named"] as const
  const versions = [version8, version7]

  test.each(versions)("$name: an or without rules matches everything", (version) => {
    expect(formats.map((format) => version.sql(nothing, format, "PostgreSQL"))).toEqual([
      "(1 = 1)",
      { sql: "(1 = 1)", params: [] },
      { sql: "(1 = 1)", params: {} },
    ])
    expect(version.mongo(nothing)).toEqual({ $and: [{ $expr: true }] })
  })

  test.each([
    [version8, "(1 = 1)"],
    [version7, "()"],
  ])("%o: in with an empty list", (version, sql) => {
    expect(formats.map((format) => version.sql(rule("in", []), format, "PostgreSQL"))).toEqual([
      sql,
      { sql, params: [] },
      { sql, params: {} },
    ])
    expect(version.mongo(rule("in", []))).toEqual({ name: { $in: [] } })
  })

  test.each(versions)("$name: patterns are not escaped", (version) => {
    expect(formats.map((format) => version.sql(rule("contains", "%_"), format, "PostgreSQL"))).toEqual([
      `("name" like '%%_%')`,
      { sql: '("name" like $1)', params: ["%%_%"] },
      { sql: '("name" like $name_1)', params: { name_1: "%%_%" } },
    ])
    expect(version.mongo(rule("contains", "*"))).toEqual({ name: { $regex: "*" } })
  })

  test.each(versions)("$name: a null in a list is a text in sql only", (version) => {
    expect(formats.map((format) => version.sql(rule("in", ["a", null]), format, "PostgreSQL"))).toEqual([
      `("name" in ('a', 'null'))`,
      { sql: '("name" in ($1, $2))', params: ["a", null] },
      { sql: '("name" in ($name_1, $name_2))', params: { name_1: "a", name_2: null } },
    ])
  })
})

describe("a cell", () => {
  test.each([
    [[], "none"],
    [[1, 2, 4, 5, 6, 8], "1, 2, 4–6, 8"],
  ])("ids %j", (ids, text) => {
    expect(idList(ids)).toBe(text)
  })

  test.each([
    ["a|b", "`a\\|b`"],
    ["a\nb", "`a\\nb`"],
    ["a`b", "`` a`b ``"],
    ["\u00e1\u{1F600}", "`\\u00e1\\ud83d\\ude00`"],
  ])("code %j", (text, cell) => {
    expect(code(text)).toBe(cell)
  })
})
