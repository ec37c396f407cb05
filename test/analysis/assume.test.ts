import { describe, expect, test } from "vitest"
import { assume } from "../../src/analysis/assume.ts"
import { fieldsOf, matchesEverything, matchesNothing } from "../../src/analysis.ts"
import { defineSchema, type Filter, field, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { stringify } from "../../src/query-string.ts"
import { people } from "../conformance/people.ts"

const EVERYTHING = "{}"
const NOTHING = '{"$or":[]}'

/** A filter of which the compiler knows no schema, so that records may contradict it. */
const read = (text: string): Filter => parseFilter(people, text)
/** What is left of a filter of people. */
const left = (text: string, known: object) => stringify(assume(read(text), known))

describe("a condition on a known field becomes true or false", () => {
  test.each<readonly [filter: string, known: object, left: string]>([
    ['{"count":5}', { count: 5 }, EVERYTHING],
    ['{"count":5}', { count: 6 }, NOTHING],
    ['{"count":{"$gt":5}}', { count: 6 }, EVERYTHING],
    ['{"count":{"$in":[1,2]}}', { count: 2 }, EVERYTHING],
    ['{"count":{"$nin":[1,2]}}', { count: 2 }, NOTHING],
    ['{"name":{"$contains":"nn"}}', { name: "Ann" }, EVERYTHING],
    ['{"label":"ann"}', { label: "ANN" }, EVERYTHING],
    ['{"role":{"$nin":["agent","admin"]}}', { role: "guest" }, EVERYTHING],
  ])("%s with %o", (filter, known, expected) => expect(left(filter, known)).toBe(expected))
})

describe("a value has every form that a predicate reads", () => {
  test.each<readonly [filter: string, known: object]>([
    ['{"count":9007199254740993}', { count: "9007199254740993" }],
    ['{"count":9007199254740993}', { count: 9007199254740993n }],
    ['{"active":true}', { active: 1 }],
    ['{"active":false}', { active: Uint8Array.of(0) }],
    ['{"seenAt":"2024-02-29"}', { seenAt: new Date("2024-02-29") }],
    ['{"seenAt":"2024-02-29"}', { seenAt: "2024-02-29T01:00:00+01:00" }],
    ['{"owner":7}', { owner: { id: "7", type: "users" } }],
    ['{"owner":null}', { owner: { id: null } }],
    ['{"price":19.99}', { price: "1999e-2" }],
    ['{"secret":{"$ne":null}}', { secret: Symbol("x") }],
  ])("%s with %o", (filter, known) => expect(left(filter, known)).toBe(EVERYTHING))
})

describe("an absent property is unknown, and null and undefined are null", () => {
  const filter = '{"count":null,"name":{"$ne":"a"}}'

  test.each<readonly [known: object, left: string]>([
    [{}, filter],
    [Object.create(null), filter],
    [{ other: 1 }, filter],
    [{ count: null }, '{"name":{"$ne":"a"}}'],
    [{ count: undefined }, '{"name":{"$ne":"a"}}'],
    [{ name: null }, '{"count":null}'],
    [{ name: undefined }, '{"count":null}'],
    [{ count: null, name: null }, EVERYTHING],
    [{ count: 1 }, NOTHING],
    [{ name: "a" }, NOTHING],
  ])("%o leaves %s", (known, expected) => expect(left(filter, known)).toBe(expected))
})

describe("a relation that is present is known completely", () => {
  test.each<readonly [filter: string, known: object, left: string]>([
    ['{"tags.name":"a"}', {}, '{"tags.name":"a"}'],
    ['{"tags.name":"a"}', { tags: [{ name: "b" }, { name: "a" }] }, EVERYTHING],
    ['{"tags.name":"a"}', { tags: [{ name: "b" }, null, undefined] }, NOTHING],
    ['{"tags.name":{"$ne":"a"}}', { tags: [{ name: "b" }, { name: "a" }] }, NOTHING],
    ['{"tags.name":{"$ne":"a"}}', { tags: [] }, EVERYTHING],
    ['{"tags.name":{"$nin":["a"]}}', { tags: null }, EVERYTHING],
    ['{"tags.name":null}', { tags: undefined }, NOTHING],
    // A property that a related record lacks is null, not unknown.
    ['{"tags.name":null}', { tags: [{ rank: 1 }] }, EVERYTHING],
    ['{"tags.rank":{"$gt":0},"tags.name":"a"}', { tags: [{ rank: 1 }, { name: "a" }] }, EVERYTHING],
    ['{"company.size":1}', {}, '{"company.size":1}'],
    ['{"company.size":1}', { company: { size: "1" } }, EVERYTHING],
    ['{"company.size":{"$ne":1}}', { company: null }, EVERYTHING],
    ['{"company.name":null}', { company: undefined }, EVERYTHING],
    ['{"company.name":null}', { company: { size: 1 } }, EVERYTHING],
    ['{"company.name":"a","count":1}', { company: { name: "a" } }, '{"count":1}'],
    // Properties of a relation are not properties of the record.
    ['{"company.name":"a"}', { name: "a", "company.name": "a" }, '{"company.name":"a"}'],
  ])("%s with %o leaves %s", (filter, known, expected) => expect(left(filter, known)).toBe(expected))
})

describe("constants disappear, and the rest stays as it was", () => {
  test.each<readonly [filter: string, left: string]>([
    ['{"count":1,"name":"x"}', '{"name":"x"}'],
    ['{"count":2,"name":"x"}', NOTHING],
    ['{"$or":[{"count":1},{"name":"x"}]}', EVERYTHING],
    ['{"$or":[{"count":2},{"name":"x"}]}', '{"name":"x"}'],
    ['{"$or":[{"count":2},{"count":3}]}', NOTHING],
    ['{"$or":[{"count":2,"name":"x"},{"id":1},{"id":2}]}', '{"$or":[{"id":1},{"id":2}]}'],
    ['{"name":"x","$or":[{"count":2},{"id":1,"label":"y"}]}', '{"name":"x","$and":[{"id":1,"label":"y"}]}'],
    ['{"id":1,"$or":[{"id":2},{"id":3},{"count":2}]}', '{"id":1,"$or":[{"id":2},{"id":3}]}'],
    // Not simplified: both conditions on the id stay.
    ['{"id":{"$gt":1,"$lt":1},"count":1}', '{"id":{"$gt":1,"$lt":1}}'],
    ['{"$or":[{"id":1},{"id":1}]}', '{"$or":[{"id":1},{"id":1}]}'],
    // A constant of the filter itself disappears too.
    ['{"$or":[{},{"id":1}]}', EVERYTHING],
    ['{"id":1,"$or":[]}', NOTHING],
    ['{"$or":[{"id":1},{"$or":[]}]}', '{"id":1}'],
    [EVERYTHING, EVERYTHING],
    [NOTHING, NOTHING],
  ])("%s leaves %s", (filter, expected) => {
    expect(assume(read(filter), { count: 1 })).toEqual(parseFilter(people, expected))
  })
})

test("the outcomes are told apart by functions for any filter", () => {
  const filter = parseFilter(people, '{"$or":[{"role":"admin"},{"role":"agent","owner":7}]}')
  const [everything, part, nothing] = ["admin", "agent", "guest"].map((role) => assume(filter, { role }))
  const outcome = (rest: Filter = filter) => [matchesEverything(rest), matchesNothing(rest), fieldsOf(rest)]
  expect(outcome(everything)).toEqual([true, false, []])
  expect(outcome(part)).toEqual([false, false, ["owner"]])
  expect(outcome(nothing)).toEqual([false, true, []])
})

describe("a property counts where a predicate reads it", () => {
  const hostile = defineSchema({
    constructor: field.string(),
    toString: field.string(),
    ["__proto__"]: field.string(),
    hasOwnProperty: field.many({ ["__proto__"]: field.string(), valueOf: field.string() }),
    name: field.string(),
  })
  const names = ["constructor", "toString", "__proto__"]
  const leftOf = (filter: string, known: object) =>
    stringify(assume<never>(parseFilter(hostile, filter), known))

  test.each(names)("%s is unknown unless the record owns it", (name) => {
    const filter = `{${JSON.stringify(name)}:"x"}`
    for (const known of [{}, Object.create({ [name]: "x" }), new (class Row {})()])
      expect(leftOf(filter, known)).toBe(filter)
    for (const [json, expected] of [
      ['"x"', EVERYTHING],
      ['"y"', NOTHING],
      ["null", NOTHING],
    ])
      expect(leftOf(filter, JSON.parse(`{${JSON.stringify(name)}:${json}}`))).toBe(expected)
    expect(leftOf(filter, Object.defineProperty({}, name, { value: undefined }))).toBe(NOTHING)
  })

  test("relations and related records have such names too", () => {
    const filter = '{"hasOwnProperty.__proto__":{"$ne":null},"hasOwnProperty.valueOf":null}'
    expect(leftOf(filter, {})).toBe(filter)
    const known = JSON.parse('{"hasOwnProperty":[{"__proto__":"x"}]}')
    expect(leftOf(filter, known)).toBe(EVERYTHING)
    expect(leftOf(filter, JSON.parse('{"hasOwnProperty":[{"valueOf":"x"}]}'))).toBe(NOTHING)
  })

  test("what a class defines is known, also undefined", () => {
    class Row {
      get name(): string | undefined {
        return "x"
      }
    }
    class Empty extends Row {
      override get name() {
        return undefined
      }
    }
    expect(leftOf('{"name":"x"}', new Row())).toBe(EVERYTHING)
    expect(leftOf('{"name":null}', new Empty())).toBe(EVERYTHING)
  })

  test("what a proxy answers is known", () => {
    const known = new Proxy({}, { get: (_, name) => (name === "name" ? "x" : undefined), has: () => false })
    expect(leftOf('{"name":"x","toString":"y"}', known)).toBe('{"toString":"y"}')
  })

  test("a polluted prototype is not read", () => {
    try {
      Reflect.set(Object.prototype, "name", "x")
      expect(leftOf('{"name":"x"}', {})).toBe('{"name":"x"}')
    } finally {
      Reflect.deleteProperty(Object.prototype, "name")
    }
  })
})

describe("what a predicate rejects is the same TypeError", () => {
  test.each<readonly [filter: string, known: object]>([
    ['{"count":5}', { count: 1.5 }],
    ['{"count":5}', { count: { id: 5 } }],
    ['{"name":"a"}', { name: 7 }],
    ['{"active":true}', { active: "true" }],
    ['{"seenAt":"2024-02-29"}', { seenAt: new Date(Number.NaN) }],
    ['{"born":"2024-02-29"}', { born: new Date() }],
    ['{"owner":7}', { owner: [7] }],
    ['{"tags.name":"a"}', { tags: { name: "a" } }],
    ['{"tags.name":"a"}', { tags: ["a"] }],
    ['{"tags.name":"a"}', { tags: [{ name: 7 }] }],
    ['{"company.name":"a"}', { company: [{ name: "a" }] }],
    ['{"company.name":"a"}', { company: "a" }],
    ['{"company.name":"a"}', { company: { name: 7 } }],
  ])("%s with %o", (text, known) => {
    const thrownBy = (run: () => unknown) => {
      try {
        return run()
      } catch (error) {
        return error
      }
    }
    const error = thrownBy(() => assume(read(text), known))
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toEqual(thrownBy(() => toPredicate(read(text))(known)))
  })

  test("even where another condition decides", () => {
    const call = () => left('{"count":1,"$or":[{},{"name":"a"}]}', { count: 2, name: 7 })
    expect(call).toThrow("The value of name in a record is a number, not a string")
  })

  test("but not the value of a field that the filter does not use", () => {
    expect(left('{"count":1}', { name: 7, tags: "a" })).toBe('{"count":1}')
  })

  test.each<readonly [known: unknown, kind: string]>([
    [null, "null"],
    [undefined, "undefined"],
    ["count", "a string"],
    [[{ count: 1 }], "an array"],
    [new Map([["count", 1]]), "a Map"],
    [() => ({ count: 1 }), "a function"],
  ])("%o is no known record", (known, kind) => {
    const call = () => left("{}", known as object)
    expect(call).toThrow(TypeError)
    expect(call).toThrow(`The known record is ${kind}, not an object with properties`)
  })

  test("and so is what is not a checked filter", () => {
    expect(() => assume({ kind: "and", operands: [] } as unknown as Filter, {})).toThrow(
      "Not a checked filter",
    )
  })
})
