import { afterEach, describe, expect, test, vi } from "vitest"
import { filterBuilder } from "../../../src/builder.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"

describe("generated code", () => {
  const hostile = [
    `"]);globalThis['pwned']=1;(["`,
    "'];globalThis[`pwned`]=1;['",
    "`$" + "{globalThis['pwned']=1}`",
    "\\",
    `\\"];globalThis['pwned']=1//`,
    "*/globalThis['pwned']=1/*",
    "\n;globalThis['pwned']=1\n",
    "\u2028globalThis['pwned']=1\u2029",
    "\ud800",
    "</script>",
    "constant0",
    "record",
    "constructor",
    "__proto__",
    "toString",
  ]

  test.each(hostile)("contains the name %j only in string literals", (name) => {
    const schema = defineSchema({
      [name]: field.string(),
      [`${name}s`]: field.many({ [name]: field.string() }),
    })
    const many = `${name}s.${name}`
    const record = (value: string) =>
      Object.defineProperties(
        {},
        {
          [name]: { value },
          [`${name}s`]: { value: [Object.defineProperty({}, name, { value })] },
        },
      )
    for (const filter of [{ [name]: "a" }, { [many]: "a" }, { $or: [{ [name]: "a" }, { [many]: "a" }] }]) {
      const predicate = toPredicate(parseFilter(schema, filter), { jit: true })
      expect(predicate(record("a"))).toBe(true)
      expect(predicate(record("b"))).toBe(false)
      expect(predicate({})).toBe(false)
    }
    expect("pwned" in globalThis).toBe(false)
  })

  test("contains no value of the filter", () => {
    const schema = defineSchema({ name: field.string(), at: field.datetime(), id: field.integer() })
    const { or, eq, contains, oneOf, gte, lt } = filterBuilder(schema)
    const filter = or(
      eq("name", "hunter2"),
      contains("name", "hunter2"),
      oneOf("name", ["hunter2", "x"]),
      gte("at", "2024-01-01"),
      lt("id", 4711),
    )
    expect(String(toPredicate(filter, { jit: true }))).toBe(
      '(record)=>(check(record),(constant4(record["id"])||constant2(record["name"])||constant0(record["name"])||constant3(record["at"])||constant1(record["name"])))',
    )
  })
})

describe("the order of operands in generated code", () => {
  const schema = defineSchema({
    at: field.datetime(),
    name: field.string(),
    on: field.boolean(),
    tags: field.many({ id: field.integer() }),
  })
  const at = { at: { $gte: "2024-01-01" } }
  const name = { name: { $contains: "a" } }
  const on = { on: true }
  const tag = { "tags.id": 1 }
  const source = (filter: object) => String(toPredicate(parseFilter(schema, filter), { jit: true }))

  test.each<readonly [filter: object, source: string]>([
    [{ $and: [at, on] }, '(record)=>(check(record),(constant1(record["on"])&&constant0(record["at"])))'],
    [
      { $and: [tag, name, on] },
      '(record)=>(check(record),(constant2(record["on"])&&constant1(record["name"])&&constant0(record["tags"])))',
    ],
    // A $ne is usually true. It decides an OR early and an AND rarely.
    [
      { $or: [on, { name: { $ne: "a" } }] },
      '(record)=>(check(record),(constant1(record["name"])||constant0(record["on"])))',
    ],
    [
      { $and: [{ name: { $ne: "a" } }, on] },
      '(record)=>(check(record),(constant1(record["on"])&&constant0(record["name"])))',
    ],
    [
      { $and: [{ $or: [at, tag] }, on] },
      '(record)=>(check(record),(constant2(record["on"])&&(constant0(record["at"])||constant1(record["tags"]))))',
    ],
    // A constant result needs no test.
    [{ $or: [at, {}] }, '(record)=>(check(record),(true||constant0(record["at"])))'],
    [{ $and: [at, { $or: [] }] }, '(record)=>(check(record),(false&&constant0(record["at"])))'],
    // Operands of equal rank keep their order.
    [
      { $and: [{ name: "b" }, { name: "a" }] },
      '(record)=>(check(record),(constant0(record["name"])&&constant1(record["name"])))',
    ],
  ])("starts with the most decisive operand: %j", (filter, expected) => {
    expect(source(filter)).toBe(expected)
  })

  test("is that of the filter if the caller reads the properties", () => {
    const asked: string[] = []
    const get = (_: object, property: string) => {
      asked.push(property)
      return property === "on" ? true : property === "at" ? "2025-01-01" : null
    }
    const filter = parseFilter(schema, { $and: [at, on, tag] })
    for (const jit of [false, true]) expect(toPredicate(filter, { jit, get })({})).toBe(false)
    expect(asked).toEqual(["at", "on", "tags", "at", "on", "tags"])
  })
})

describe("where the environment forbids code generation", () => {
  const filter = parseFilter(defineSchema({ name: field.string() }), { name: "a" })

  afterEach(() => {
    vi.unstubAllGlobals()
  })

  test("jit: true throws, and auto falls back to closures", () => {
    class Forbidden {
      constructor() {
        throw new EvalError("Code generation from strings disallowed for this context")
      }
    }
    vi.stubGlobal("Function", Forbidden)
    expect(() => toPredicate(filter, { jit: true })).toThrow(EvalError)
    expect(() => toPredicate(filter, { jit: true })).toThrow('omit jit, or use "auto"')
    const predicate = toPredicate(filter, { jit: "auto" })
    expect([{ name: "a" }, { name: "b" }].map(predicate)).toEqual([true, false])
  })
})
