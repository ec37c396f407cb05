import { describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"

const schema = defineSchema({
  name: field.string(),
  size: field.integer(),
  length: field.integer(),
  tags: field.many({ name: field.string() }),
  company: field.one({ name: field.string() }),
})

/** What is not a record, and what a message calls it. */
const notRecords: readonly (readonly [value: unknown, kind: string])[] = [
  ["name", "a string"],
  [7, "a number"],
  [7n, "a bigint"],
  [true, "a boolean"],
  [Symbol("name"), "a symbol"],
  [() => ({ name: "a" }), "a function"],
  [class Row {}, "a function"],
  [[], "an array"],
  [[{ name: "a" }], "an array"],
  [new (class Rows extends Array {})(), "an array"],
  [new Map([["name", "a"]]), "a Map"],
  [new (class Row extends Map {})(), "a Map"],
]
const nothing: typeof notRecords = [
  [null, "null"],
  [undefined, "undefined"],
]

const filters = [
  "{}",
  '{"$or":[]}',
  '{"name":"a"}',
  '{"name":null}',
  '{"size":{"$ne":0}}',
  '{"length":{"$gte":0}}',
  '{"tags.name":{"$ne":"a"}}',
]

describe.each([false, true])("jit: %s", (jit) => {
  const predicate = (text: string) => toPredicate<unknown>(parseFilter(schema, text), { jit })

  describe.each(filters)("%s", (text) => {
    test.each([...notRecords, ...nothing])("refuses %o as a record: %s", (value, kind) => {
      expect(() => predicate(text)(value)).toThrow(TypeError)
      expect(() => predicate(text)(value)).toThrow(`A record is ${kind}, not an object with properties`)
    })
  })

  test("accepts every object with properties", () => {
    class Row {
      readonly name = "a"
    }
    class Entity {
      get name() {
        return "a"
      }
    }
    const own = Object.assign(Object.create(null), { name: "a" })
    const proxy = new Proxy({}, { get: (_, property) => (property === "name" ? "a" : undefined) })
    for (const record of [{ name: "a" }, new Row(), new Entity(), own, proxy, Object.freeze({ name: "a" })])
      expect(predicate('{"name":"a"}')(record)).toBe(true)
  })

  test.each(notRecords)("refuses %o as the record of a relation to one: %s", (company, kind) => {
    const matches = predicate('{"company.name":{"$ne":"b"}}')
    expect(() => matches({ company })).toThrow(TypeError)
    expect(() => matches({ company })).toThrow(
      `The value of company in a record is ${kind}, not an object with properties`,
    )
  })

  test.each(notRecords)("refuses %o among the records of a relation to many: %s", (tag, kind) => {
    const matches = predicate('{"tags.name":{"$ne":"b"}}')
    expect(() => matches({ tags: [null, { name: "a" }, tag] })).toThrow(TypeError)
    expect(() => matches({ tags: [null, { name: "a" }, tag] })).toThrow(
      `A record of tags is ${kind}, not an object with properties`,
    )
  })

  test.each<readonly [value: unknown, kind: string]>([
    [{ name: "a" }, "an object"],
    ["a", "a string"],
    [0, "a number"],
    [false, "a boolean"],
    [new Set(["a"]), "a Set"],
    [new Map(), "a Map"],
  ])("refuses %o as the list of a relation to many: %s", (tags, kind) => {
    const matches = predicate('{"tags.name":null}')
    expect(() => matches({ tags })).toThrow(TypeError)
    expect(() => matches({ tags })).toThrow(
      `The value of tags in a record is ${kind}, not an array of objects`,
    )
  })

  test("a missing relation, and null among related records, is none", () => {
    for (const tags of [undefined, null, [], [null], [undefined, null], new Array(2)]) {
      expect(predicate('{"tags.name":null}')({ tags })).toBe(false)
      expect(predicate('{"tags.name":{"$ne":null}}')({ tags })).toBe(true)
    }
    for (const company of [undefined, null])
      expect(predicate('{"company.name":null}')({ company })).toBe(true)
  })

  describe("with the option get", () => {
    const get = (record: unknown, property: string) =>
      record instanceof Map ? record.get(property) : Reflect.get(record as object, property)
    const reads = (text: string) => toPredicate<unknown>(parseFilter(schema, text), { jit, get })

    test("a record may be any object", () => {
      expect(reads('{"name":"a"}')(new Map([["name", "a"]]))).toBe(true)
      expect(reads('{"length":2}')(["a", "b"])).toBe(true)
      expect(reads('{"tags.name":"a"}')({ tags: [{ name: "b" }, new Map([["name", "a"]])] })).toBe(true)
      expect(reads('{"company.name":"a"}')({ company: new Map([["name", "a"]]) })).toBe(true)
    })

    test.each(nothing)("%o is no record: %s", (value, kind) => {
      for (const text of filters)
        expect(() => reads(text)(value)).toThrow(`A record is ${kind}, not an object with properties`)
    })

    test("a text and a function are no records", () => {
      for (const value of ["name", () => "name"]) expect(() => reads("{}")(value)).toThrow(TypeError)
      expect(() => reads('{"tags.name":"a"}')({ tags: ["a"] })).toThrow("A record of tags is a string")
    })

    test("a relation to one has no array", () => {
      expect(() => reads('{"company.name":"a"}')({ company: [{ name: "a" }] })).toThrow(
        "The value of company in a record is an array, not an object with properties",
      )
    })
  })
})
