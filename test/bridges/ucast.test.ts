import { createRequire } from "node:module"
import {
  allInterpreters,
  allParsingInstructions,
  CompoundCondition,
  type Condition,
  createFactory,
  FieldCondition,
} from "@ucast/mongo2js"
import {
  createDialects,
  createSqlInterpreter,
  type Query,
  allInterpreters as sqlInterpreters,
} from "@ucast/sql"
import fc from "fast-check"
import initSqlJs from "sql.js"
import { describe, expect, test } from "vitest"
import { type Filter, FilterError, isFilter, parseFilter, pick } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { stringify } from "../../src/query-string.ts"
import { fromUcast, toUcast } from "../../src/ucast.ts"
import { filterTextOf } from "../arbitraries/filters.ts"
import { records } from "../arbitraries/people.ts"
import { datetime, decimal } from "../arbitraries/values.ts"
import { people } from "../conformance/people.ts"
import { runs } from "../properties/runs.ts"
import { isNumber, jsRecord } from "../ucast/js-records.ts"

const values = {
  datetime: datetime(3).map((value) => JSON.stringify(value)),
  decimal: decimal(10, 28)
    .filter(isNumber)
    .map((value) => JSON.stringify(value)),
}

/** The condition, unless records of JavaScript cannot hold a value of the filter. */
function conditionOf(filter: Filter): Condition | undefined {
  try {
    return toUcast(filter)
  } catch (error) {
    expect(error).toBeInstanceOf(FilterError)
    return undefined
  }
}

/** The guard of @ucast/mongo2js, with an operator that takes a condition as it is. */
const guard = createFactory(
  {
    ...allParsingInstructions,
    $condition: { type: "document", parse: (_: unknown, condition: Condition) => condition },
  },
  allInterpreters,
)

test("the guard of @ucast/mongo2js answers as the predicate", () => {
  fc.assert(
    fc.property(filterTextOf(people.fields.values(), values), records(3), (text, persons) => {
      const filter = parseFilter(people, text)
      const condition = conditionOf(filter)
      if (condition === undefined) return
      const allows = guard({ $condition: condition } as never)
      for (const person of persons) {
        const record = jsRecord(person)
        expect(allows(record), text).toBe(toPredicate(filter)(record as never))
      }
    }),
    runs(2000),
  )
})

test("what @ucast/mongo2js parses is read, whichever copy of @ucast/core made it", () => {
  const { ast } = guard({
    name: { $regex: "^a" },
    $nor: [{ id: { $in: [1, 2] } }],
    "tags.name": { $ne: "b" },
  })
  expect(stringify(fromUcast(people, ast))).toBe(
    '{"name":{"$gte":"a","$lt":"b"},"id":{"$nin":[1,2]},"tags.name":{"$ne":"b"}}',
  )
})

test("version 1 of @ucast/core has the same conditions", () => {
  const ofSql = createRequire(createRequire(import.meta.url).resolve("@ucast/sql"))
  const first = ofSql("@ucast/core") as typeof import("@ucast/core")
  expect(first.CompoundCondition).not.toBe(CompoundCondition)
  const conditionBy = (core: typeof first) =>
    new core.CompoundCondition("and", [
      new core.FieldCondition("eq", "id", 1),
      new core.CompoundCondition("not", [new core.FieldCondition("eq", "count", 2)]),
    ])
  const condition = conditionBy(first)
  expect(JSON.stringify(condition)).toBe(
    JSON.stringify(conditionBy({ ...first, CompoundCondition, FieldCondition })),
  )
  expect(stringify(fromUcast(people, condition))).toBe('{"id":1,"count":{"$ne":2}}')
})

describe("@ucast/sql", async () => {
  const { Database } = await initSqlJs()

  type Interpret = (condition: FieldCondition, query: Query) => Query
  /** @ucast/sql compares with NULL by = and <>, which is never true. */
  const forNull: Readonly<Record<"eq" | "ne" | "nin", Interpret>> = {
    eq: (condition, query) =>
      condition.value === null
        ? query.whereRaw(`${query.field(condition.field)} is null`)
        : query.where(condition.field, "=", condition.value),
    ne(condition, query) {
      const column = query.field(condition.field)
      return query.whereRaw(
        condition.value === null
          ? `${column} is not null`
          : `(${column} <> ${query.param(condition.value)} or ${column} is null)`,
      )
    },
    nin(condition, query) {
      const column = query.field(condition.field)
      const params = query.manyParams(condition.value as unknown[]).join(", ")
      return query.whereRaw(`(${column} not in (${params}) or ${column} is null)`)
    },
  }
  const { sqlite } = createDialects({})
  const exact = createSqlInterpreter({ ...sqlInterpreters, ...forNull })
  const published = createSqlInterpreter(sqlInterpreters)

  /** Fields whose values SQLite holds as a record does. */
  const schema = pick(people, "id", "name", "role", "owner", "ref", "born")
  const columns = [...schema.fields.keys()]

  function idsOf(database: InstanceType<typeof Database>, sql: string, params: unknown[]): unknown[] {
    const [result] = database.exec(`select id from people where ${sql} order by id`, params as never)
    return result?.values.flat() ?? []
  }

  function databaseOf(rows: readonly Readonly<Record<string, unknown>>[]): InstanceType<typeof Database> {
    const database = new Database()
    database.create_function("regexp", (pattern: string, text: string | null) =>
      text !== null && new RegExp(pattern).test(text) ? 1 : 0,
    )
    database.run(`create table people (${columns.join()})`)
    for (const row of rows)
      database.run(
        `insert into people values (${columns.map(() => "?")})`,
        columns.map((column) => (row[column] ?? null) as never),
      )
    return database
  }

  const isEmpty = ({ value }: Condition) => Array.isArray(value) && value.length === 0

  test("with interpreters for null, it finds the records of the filter; without, never more", () => {
    fc.assert(
      fc.property(
        filterTextOf(schema.fields.values(), { integer: fc.integer({ min: -3, max: 3 }).map(String) }),
        records(3),
        (text, persons) => {
          // sql.js drops a byte order mark from the arguments of a function.
          fc.pre(!/\ufeff/.test(text + JSON.stringify(persons)))
          const filter = parseFilter(schema, text)
          const condition = conditionOf(filter)
          // It writes () for a condition without parts: everything, or nothing.
          if (condition === undefined || isEmpty(condition)) return
          const rows = persons.map(jsRecord)
          const database = databaseOf(rows)
          const ids = rows.filter((row) => toPredicate(filter)(row as never)).map(({ id }) => id)
          const [sql, params] = exact(condition as never, sqlite)
          expect(idsOf(database, sql, params), sql).toEqual(ids)
          const [publishedSql, publishedParams] = published(condition as never, sqlite)
          expect(ids).toEqual(expect.arrayContaining(idsOf(database, publishedSql, publishedParams)))
          database.close()
        },
      ),
      runs(300),
    )
  })

  test("a condition without parts is no valid SQL, so that nothing is found by mistake", () => {
    const database = databaseOf([{ id: 1 }])
    const [sql, params] = exact(toUcast(parseFilter(schema, "{}")) as never, sqlite)
    expect(() => idsOf(database, sql, params)).toThrow(/syntax error/)
    database.close()
  })
})

test("the conditions that Open Policy Agent writes", () => {
  // The answer of its API /v1/compile to a policy that allows open tickets of the user, and those of nobody.
  const query = {
    type: "compound",
    operator: "or",
    value: [
      { type: "field", operator: "eq", field: "owner", value: null },
      {
        type: "compound",
        operator: "and",
        value: [
          { type: "field", operator: "eq", field: "owner", value: 7 },
          {
            type: "compound",
            operator: "not",
            value: [{ type: "field", operator: "in", field: "role", value: ["admin"] }],
          },
          { type: "field", operator: "startswith", field: "name", value: "a" },
        ],
      },
    ],
  }
  const filter = fromUcast(people, query)
  expect(isFilter(filter)).toBe(true)
  expect(stringify(filter)).toBe(
    '{"$or":[{"owner":null},{"owner":7,"role":{"$nin":["admin"]},"name":{"$gte":"a","$lt":"b"}}]}',
  )
})
