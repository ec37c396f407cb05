import initSqlJs, { type Database, type SqlValue } from "sql.js"
import { afterAll, beforeAll, expect, test } from "vitest"
import { defineSchema, type Filter, field } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"
import { sqlite, sqlMapping, toSql } from "../../../src/sql.ts"
import { questions } from "./questions.ts"
import { randomFrom } from "./random.ts"
import { randomPair } from "./random-filters.ts"
import type { World } from "./world.ts"

const schema = defineSchema({
  n: field.integer(),
  x: field.number(),
  s: field.string(),
  b: field.boolean(),
  e: field.enum(["a", "b"], { nullable: false }),
  at: field.datetime(),
  r: field.reference("users"),
  u: field.uuid(),
  d: field.date(),
  one: field.one({ n: field.integer(), b: field.boolean() }),
  many: field.many({ n: field.integer(), s: field.string(), b: field.boolean({ nullable: false }) }),
})

const world: World = {
  schema,
  constants: {
    n: [0, 1, "9223372036854775807"],
    x: [0, 1.5],
    s: ["", "a", "B"],
    b: [false, true],
    e: ["a", "b"],
    at: ["2024-02-29", "2024-02-29T12:30:00.5Z"],
    r: [1, 2],
    u: ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"],
    d: ["0000-01-01", "2024-02-29"],
    "one.n": [0, 1],
    "one.b": [false, true],
    "many.n": [0, 1],
    "many.s": ["a", "ab"],
    "many.b": [false, true],
  },
}

const mapping = sqlMapping(schema, {
  table: "records",
  relations: {
    one: { table: "ones", on: { id: "record" } },
    many: { table: "manys", on: { id: "record" } },
  },
})

const columns = {
  records: ["n", "x", "s", "b", "e", "at", "r", "u", "d"],
  ones: ["n", "b"],
  manys: ["n", "s", "b"],
} as const

type Row = Readonly<Record<string, unknown>>

let database: Database
beforeAll(async () => {
  const { Database } = await initSqlJs()
  database = new Database()
  database.run(`
    CREATE TABLE records (id INTEGER PRIMARY KEY, n INTEGER, x REAL, s TEXT, b INTEGER, e TEXT, at TEXT, r INTEGER, u TEXT, d TEXT);
    CREATE TABLE ones (record INTEGER, n INTEGER, b INTEGER);
    CREATE TABLE manys (record INTEGER, n INTEGER, s TEXT, b INTEGER);`)
})
afterAll(() => database.close())

function insert(table: keyof typeof columns, key: "id" | "record", id: number, row: Row): void {
  const names = columns[table]
  const values = [id, ...names.map((name) => storedIn(name, row[name]))]
  database.run(
    `INSERT INTO ${table} (${[key, ...names].join()}) VALUES (${values.map(() => "?").join()})`,
    values,
  )
}

function storedIn(column: string, value: unknown): SqlValue {
  if (value === undefined || value === null) return null
  if (typeof value === "boolean") return Number(value)
  // A column of date-times holds milliseconds.
  if (column === "at") return new Date(value as string).toISOString()
  return value as SqlValue
}

function load(id: number, record: Row): void {
  insert("records", "id", id, record)
  if (record.one) insert("ones", "record", id, record.one as Row)
  for (const row of (record.many ?? []) as readonly Row[]) insert("manys", "record", id, row)
}

function finds(id: number, filter: Filter): boolean {
  const { text, values } = toSql(filter, sqlite, mapping)
  const result = database.exec(`SELECT 1 FROM records WHERE id = ${id} AND (${text})`, values as SqlValue[])
  return result.length > 0
}

const textOf = (record: object) =>
  JSON.stringify(record, (_, value) => (typeof value === "bigint" ? String(value) : value))

test.each([0, 1, 2])("SQLite and the predicate confirm every record that refutes, at depth %i", (depth) => {
  const random = randomFrom(depth)
  let confirmed = 0
  for (const table of Object.keys(columns)) database.run(`DELETE FROM ${table}`)
  for (let i = 0; i < 700; i++) {
    const { a, b, texts } = randomPair(world, depth, random)
    for (const { name, ask, isRefuted } of questions) {
      const decision = ask(a, b)
      if (decision.answer !== "no") continue
      const { record } = decision
      const id = ++confirmed
      load(id, record as Row)
      const answers = {
        predicate: [toPredicate(a)(record), toPredicate(b)(record)],
        sql: [finds(id, a), finds(id, b)],
      } as const
      const confirms = ([inA, inB]: readonly [boolean, boolean]) => isRefuted(inA, inB)
      const question = `${name} ${texts.join(" and ")}, refuted by ${textOf(record)}`
      expect({ question, predicate: confirms(answers.predicate), sql: answers.sql }).toEqual({
        question,
        predicate: true,
        sql: answers.predicate,
      })
    }
  }
  expect(confirmed).toBeGreaterThan(1000)
})
