import { runInNewContext } from "node:vm"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import {
  type Diagnostic,
  defaultLimits,
  defineSchema,
  field,
  type Limits,
  parseFilter,
  safeParseFilter,
} from "../../src/index.ts"
import { fromSearchParams } from "../../src/query-string.ts"
import { standardSchema } from "../../src/standard-schema.ts"
import { filterText } from "../arbitraries/filters.ts"
import { runs } from "../properties/runs.ts"

const schema = defineSchema({ id: field.integer(), name: field.string(), constructor: field.string() })

function diagnosticsOf(input: unknown, limits?: Partial<Limits>): readonly Diagnostic[] {
  const result = safeParseFilter(schema, input, limits === undefined ? {} : { limits })
  return result.ok ? [] : result.error.diagnostics
}
const codesOf = (input: unknown, limits?: Partial<Limits>) =>
  diagnosticsOf(input, limits).map(({ code }) => code)

const MB = 1_000_000

/** The depth of a JSON value, the number of members of its objects, and the length of its longest list. */
function sizeOf(value: unknown): { depth: number; members: number; longest: number } {
  if (typeof value !== "object" || value === null) return { depth: 0, members: 0, longest: 0 }
  const inner = Object.values(value).map(sizeOf)
  const count = inner.length
  return {
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    members: (Array.isArray(value) ? 0 : count) + inner.reduce((sum, { members }) => sum + members, 0),
    longest: Math.max(Array.isArray(value) ? count : 0, ...inner.map(({ longest }) => longest)),
  }
}

describe("limits", () => {
  const nested = (depth: number) => `${'{"$or":['.repeat(depth / 2)}${"]}".repeat(depth / 2)}`
  test.each<readonly [keyof Limits, number, (size: number) => string]>([
    ["maxLength", 100, (size) => `{}${" ".repeat(size - 2)}`],
    [
      "maxDepth",
      8,
      (size) =>
        size % 2 === 0
          ? nested(size)
          : `{"$or":[${nested(size - 1)},{"id":{"$in":[]}}]}`
              .replace('{"$or":[{', '{"$or":[{"$or":[{')
              .replace(",{", "]},{"),
    ],
    ["maxNodes", 3, (size) => `{"$or":[${Array.from({ length: size - 1 }, () => '{"id":1}').join()}]}`],
    ["maxListLength", 3, (size) => `{"id":{"$in":[${Array.from({ length: size }, () => 1).join()}]}}`],
    ["maxListLength", 3, (size) => `{"$and":[${Array.from({ length: size }, () => "{}").join()}]}`],
  ])("%s is exact for a text", (limit, size, text) => {
    expect(codesOf(text(size), { [limit]: size })).toEqual([])
    expect(codesOf(text(limit === "maxDepth" ? size + 2 : size + 1), { [limit]: size })).toEqual([
      "limit-exceeded",
    ])
  })

  test.each<readonly [keyof Limits, number, (size: number) => unknown]>([
    ["maxLength", 10, (size) => ({ name: "a".repeat(size - 4) })],
    ["maxDepth", 6, (size) => JSON.parse(nested(size))],
    ["maxNodes", 3, (size) => ({ $or: Array.from({ length: size - 1 }, () => ({ id: 1 })) })],
    ["maxListLength", 3, (size) => ({ id: { $in: Array.from({ length: size }, () => 1) } })],
    ["maxListLength", 3, (size) => ({ $and: Array.from({ length: size }, () => ({})) })],
  ])("%s is exact for a value", (limit, size, value) => {
    expect(codesOf(value(size), { [limit]: size })).toEqual([])
    expect(codesOf(value(limit === "maxDepth" ? size + 2 : size + 1), { [limit]: size })).toEqual([
      "limit-exceeded",
    ])
  })

  test("a text and the equal value have the same depth", () => {
    for (const text of ["{}", '{"id":{"$in":[]}}', '{"$or":[{"id":{"$in":[1]}}]}']) {
      const depth = Math.max(
        ...[...text].map(
          (_, i) =>
            (text.slice(0, i + 1).match(/[[{]/g)?.length ?? 0) -
            (text.slice(0, i + 1).match(/[\]}]/g)?.length ?? 0),
        ),
      )
      for (const input of [text, JSON.parse(text)]) {
        expect(codesOf(input, { maxDepth: depth })).toEqual([])
        if (depth > 1) expect(codesOf(input, { maxDepth: depth - 1 })).toEqual(["limit-exceeded"])
      }
    }
  })

  test("are exact for any JSON and any nearly valid JSON", () => {
    const limits = fc.record({
      maxDepth: fc.integer({ min: 1, max: 5 }),
      maxNodes: fc.integer({ min: 1, max: 8 }),
      maxListLength: fc.integer({ min: 1, max: 4 }),
    })
    const text = fc.oneof(filterText, fc.json({ maxDepth: 4 }))
    fc.assert(
      fc.property(text, limits, (text, limits) => {
        const { depth, members, longest } = sizeOf(JSON.parse(text))
        const isTooLarge =
          depth > limits.maxDepth || members > limits.maxNodes || longest > limits.maxListLength
        expect(codesOf(text, limits).includes("limit-exceeded")).toBe(isTooLarge)
      }),
      runs(2000),
    )
    fc.assert(
      fc.property(text, limits, fc.nat(), (text, limits, at) => {
        const start = at % text.length
        // It throws only FilterError.
        codesOf(text.slice(0, start) + text.slice(start + 1), limits)
      }),
      runs(2000),
    )
  })

  test("a comma outside all brackets is not counted", () => {
    expect(codesOf("{},[1", { maxDepth: 1 })).toEqual(["syntax"])
    expect(codesOf('{"id":1},{"$or":[', { maxDepth: 2 })).toEqual(["syntax"])
  })

  test("the defaults match the documentation", () => {
    expect(defaultLimits).toEqual({
      maxLength: 16384,
      maxDepth: 32,
      maxNodes: 1000,
      maxListLength: 1000,
      maxRelationConditions: 50,
      maxDiagnostics: 100,
      maxGuardSteps: 200_000,
    })
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "5"])("%j is rejected as a limit", (limit) => {
    expect(() => parseFilter(schema, "{}", { limits: { maxNodes: limit as number } })).toThrow(RangeError)
  })

  test("a depth limit that could overflow the stack is rejected", () => {
    expect(() => parseFilter(schema, "{}", { limits: { maxDepth: 257 } })).toThrow(RangeError)
    const deepest = `${'{"$and":['.repeat(128)}${"]}".repeat(128)}`
    expect(parseFilter(schema, deepest, { limits: { maxDepth: 256 } })).toEqual(parseFilter(schema, "{}"))
  })
})

describe("maxRelationConditions", () => {
  const schema = defineSchema({
    id: field.integer(),
    tags: field.many({ name: field.string(), rank: field.integer() }),
    company: field.one({ name: field.string() }),
  })
  /** Codes and paths of the mistakes. */
  const found = (input: unknown, limits?: Partial<Limits>) => {
    const result = safeParseFilter(schema, input, limits && { limits })
    return result.ok ? [] : result.error.diagnostics.map(({ code, path }) => [code, ...path].join(" "))
  }
  const some = (count: number) =>
    `{"$or":[${Array.from({ length: count }, (_, i) => `{"tags.name":"${i}"}`).join()}]}`

  test("is exact, by default and as given", () => {
    expect(found(some(50))).toEqual([])
    expect(found(some(51))).toEqual(["limit-exceeded $or 50 tags.name"])
    expect(found(some(50), { maxRelationConditions: 49 })).toEqual(["limit-exceeded $or 49 tags.name"])
    expect(found(some(400), { maxRelationConditions: 400 })).toEqual([])
  })

  test.each<readonly [input: string, count: number]>([
    ['{"tags.name":"a"}', 1],
    ['{"tags.name":{"$eq":"a"}}', 1],
    ['{"tags.name":null}', 1],
    ['{"tags.name":{"$in":["a","b","c","d","e"]}}', 1],
    ['{"tags.rank":{"$gt":1,"$lte":5}}', 2],
    ['{"tags.rank":{"$ne":1},"tags.name":{"$contains":"a"}}', 2],
    // Equal conditions are written twice, and on two levels.
    ['{"$or":[{"tags.rank":1},{"id":1,"$and":[{"tags.rank":1},{"tags.rank":1}]}]}', 3],
    // These read no list of related records.
    ['{"id":{"$gt":1,"$lt":5},"company.name":{"$ne":"a","$contains":"b"},"tags.rank":1}', 1],
  ])("counts the conditions of %s", (input, count) => {
    const max = (maxRelationConditions: number) => ({ maxRelationConditions })
    for (const given of [input, JSON.parse(input)]) {
      expect(found(given, max(count))).toEqual([])
      if (count > 1) expect(found(given, max(count - 1))).toHaveLength(1)
      const twice = typeof given === "string" ? `{"$and":[${given},${given}]}` : { $and: [given, given] }
      expect(found(twice, max(count * 2))).toEqual([])
      expect(found(twice, max(count * 2 - 1))).toEqual([expect.stringMatching(/^limit-exceeded \$and 1 /)])
    }
  })

  test("is one report, beside those of all other mistakes", () => {
    const text =
      '{"$or":[{"tags.rank":"x"},{"tags.rank":{"$gt":2,"$lt":"y","$foo":1}},{"tags.rank":3},{"tag":1}]}'
    expect(found(text, { maxRelationConditions: 2 })).toEqual([
      "type-mismatch $or 0 tags.rank",
      "limit-exceeded $or 1 tags.rank $lt",
      "type-mismatch $or 1 tags.rank $lt",
      "unknown-operator $or 1 tags.rank $foo",
      "unknown-field $or 3 tag",
    ])
    expect(found(`${text}]`, { maxRelationConditions: 2 })).toContain("limit-exceeded $or 1 tags.rank $lt")
  })

  test("holds for a query string and a Standard Schema, but not for the builder", () => {
    const limits = { maxRelationConditions: 1 }
    const message = /more than 1 conditions on relations to many; use one \$in or \$nin/
    expect(() => fromSearchParams(schema, `filter=${some(2)}`, { limits })).toThrow(message)
    const { issues = [] } = standardSchema(schema, { limits })["~standard"].validate(some(2))
    expect(issues.map((issue) => issue.message)).toEqual([expect.stringMatching(message)])
    const { eq, or } = filterBuilder(schema)
    expect(or(...Array.from({ length: 60 }, (_, i) => eq("tags.rank", i))).kind).toBe("or")
  })
})

describe("maxDiagnostics", () => {
  const items = (count: number) => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? true : "x"))
  const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, 1]))
  const kinds: Readonly<Record<string, (count: number) => object>> = {
    "unknown fields": fields,
    "wrong values": (count) => ({ id: { $in: items(count) } }),
    "filters that are none": (count) => ({ $or: items(count) }),
  }

  describe.each(Object.entries(kinds))("%s", (_, filterWith) => {
    test.each([
      ["a value", (filter: object) => filter],
      ["a text", (filter: object) => JSON.stringify(filter)],
    ])("in %s", (_, inputOf) => {
      const all = diagnosticsOf(inputOf(filterWith(1000)), { maxDiagnostics: 1000 })
      expect(all).toHaveLength(1000)
      expect(diagnosticsOf(inputOf(filterWith(100)))).toEqual(all.slice(0, 100))

      const some = diagnosticsOf(inputOf(filterWith(1000)))
      expect(some.slice(0, 100)).toEqual(all.slice(0, 100))
      const { path, span } = all[100] as Diagnostic
      expect(some.slice(100)).toEqual([
        {
          code: "limit-exceeded",
          message: "The filter has more than 100 mistakes",
          params: { limit: "maxDiagnostics", maximum: 100 },
          hint: "correct these to see the others",
          path,
          ...(span && { span }),
        },
      ])
    })
  })

  test("counts syntax errors and other mistakes together, in the order of the text", () => {
    const text = `{${Array.from({ length: 20 }, (_, i) => `"a${i}":tru`).join()}}`
    const all = diagnosticsOf(text)
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(["syntax", "unknown-field"]))
    for (let most = 1; most < all.length; most++) {
      const some = diagnosticsOf(text, { maxDiagnostics: most })
      expect(some).toHaveLength(most + 1)
      expect(some.slice(0, most)).toEqual(all.slice(0, most))
      expect(some[most]).toMatchObject({ code: "limit-exceeded", span: all[most]?.span })
    }
    expect(diagnosticsOf(text, { maxDiagnostics: all.length })).toEqual(all)
  })

  test("holds for a Standard Schema and a query string", () => {
    const { validate } = standardSchema(schema, { limits: { maxDiagnostics: 2 } })["~standard"]
    expect(validate(fields(5)).issues).toHaveLength(3)
    const query = `filter=${JSON.stringify(fields(5))}`
    expect(() => fromSearchParams(schema, query, { limits: { maxDiagnostics: 1 } })).toThrow(
      /more than 1 mistakes/,
    )
  })
})

describe("a value", () => {
  const cyclic: Record<string, unknown> = {}
  cyclic.$and = [cyclic]
  let deep: unknown = {}
  for (let i = 0; i < 100_000; i++) deep = i % 2 === 0 ? [deep] : { $and: deep }
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  const throwing = (handler: ProxyHandler<object>) => new Proxy({ id: 1 }, handler)
  const boom = () => {
    throw new RangeError("boom")
  }

  test.each<readonly [string, unknown, string]>([
    ["a cycle", cyclic, "limit-exceeded"],
    ["100,000 levels", deep, "limit-exceeded"],
    ["a list of a million items", { id: { $in: Array.from({ length: MB }, () => 1) } }, "limit-exceeded"],
    ["a list with a length of 4 billion", { id: { $in: new Array(2 ** 32 - 1) } }, "limit-exceeded"],
    [
      "a million members",
      Object.fromEntries(Array.from({ length: MB }, (_, i) => [`x${i}`, 1])),
      "limit-exceeded",
    ],
    ["a string of 10 MB", { name: "a".repeat(10 * MB) }, "limit-exceeded"],
    ["a name of 10 MB", { ["a".repeat(10 * MB)]: 1 }, "limit-exceeded"],
    ["a bigint of 100,000 digits", { id: 10n ** 100_000n }, "invalid-value"],
    ["a bigint of 65 bits", { id: 2n ** 64n }, "invalid-value"],
    [
      "a list of a hundred lists, each of which is the same list of a thousand items",
      { id: Array.from({ length: 100 }, () => Array.from({ length: 1000 }, () => 1)) },
      "limit-exceeded",
    ],
    ["a list with a hole", { id: { $in: new Array(1) } }, "syntax"],
    ["undefined", undefined, "syntax"],
    ["a function", () => 1, "syntax"],
    ["a symbol", Symbol("a"), "syntax"],
    ["an undefined member", { name: undefined }, "syntax"],
    ["a function in a filter", { name: () => "a" }, "syntax"],
    ["a symbol in a list", { name: { $in: [Symbol("a")] } }, "syntax"],
    ["a symbol as a name", { [Symbol("a")]: 1 }, "syntax"],
    ["NaN", { id: Number.NaN }, "syntax"],
    ["Infinity", { id: { $gt: Number.NEGATIVE_INFINITY } }, "syntax"],
    ["a Date", { id: new Date() }, "syntax"],
    ["a Map", new Map([["id", 1]]), "syntax"],
    ["a boxed number", { id: Object(1) }, "syntax"],
    ["a boxed string", { name: Object("a") }, "syntax"],
    [
      "an instance of a class",
      new (class Query {
        id = 1
      })(),
      "syntax",
    ],
    [
      "a getter that throws",
      {
        get id() {
          return boom()
        },
      },
      "syntax",
    ],
    [
      "a getter that throws a string",
      {
        get id() {
          throw "boom"
        },
      },
      "syntax",
    ],
    [
      "a list with a getter that throws",
      { id: { $in: Object.defineProperty([1], 0, { get: boom }) } },
      "syntax",
    ],
    ["a revoked Proxy", revoked.proxy, "syntax"],
    ["a revoked Proxy in a filter", { $or: [revoked.proxy] }, "syntax"],
    ["a Proxy whose length changes between reads", { id: { $in: lyingList() } }, "limit-exceeded"],
    ["a Proxy that throws at get", throwing({ get: boom }), "syntax"],
    ["a Proxy that throws at ownKeys", throwing({ ownKeys: boom }), "syntax"],
    ["a Proxy that throws at getPrototypeOf", throwing({ getPrototypeOf: boom }), "syntax"],
    [
      "a Proxy that throws at getOwnPropertyDescriptor",
      throwing({ getOwnPropertyDescriptor: boom }),
      "syntax",
    ],
  ])("%s is rejected", (_, value, code) => {
    expect(codesOf(value)).toEqual([code])
  })

  test("with several parts that are not JSON gets a report of each, and of every other mistake", () => {
    const value = { nam: 1, id: Number.NaN, name: { $in: [undefined, 5, new Array(2)] }, toJSON: () => ({}) }
    expect(diagnosticsOf(value).map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["syntax", "id"],
      ["syntax", "name.$in.0"],
      ["syntax", "name.$in.2.0"],
      ["syntax", "name.$in.2.1"],
      ["syntax", "toJSON"],
      ["unknown-field", "nam"],
      ["type-mismatch", "name.$in.1"],
      ["unknown-field", "toJSON"],
    ])
  })

  test("with a hole is rejected even if Array.prototype has an index", () => {
    Object.defineProperty(Array.prototype, 0, { value: 1, configurable: true, writable: true })
    try {
      const holes = { id: { $in: new Array(1) } }
      expect(() => parseFilter(schema, holes)).toThrow("The list has a hole")
      expect(() => filterBuilder(schema).oneOf("id", new Array(1))).toThrow("The list has a hole")
    } finally {
      Reflect.deleteProperty(Array.prototype, 0)
    }
  })

  test("may have no prototype, or one from another realm", () => {
    expect(codesOf(Object.assign(Object.create(null), { id: 1 }))).toEqual([])
    expect(codesOf(runInNewContext("({ id: { $in: [1, 2] } })"))).toEqual([])
    expect(codesOf(new Proxy({ id: 1 }, {}))).toEqual([])
  })

  test("is read once, so that a getter cannot return a different value after the check", () => {
    let reads = 0
    const value = {
      get id() {
        return ++reads
      },
    }
    expect(parseFilter(schema, value)).toEqual(parseFilter(schema, '{"id":1}'))
    expect(reads).toBe(1)
  })

  test("may contain a bigint, but not a number that has lost digits", () => {
    expect(parseFilter(schema, { id: 9007199254740993n })).toEqual(
      parseFilter(schema, '{"id":9007199254740993}'),
    )
    expect(codesOf({ id: 2 ** 53 })).toEqual(["invalid-value"])
    expect(codesOf({ id: -(2 ** 53) })).toEqual(["invalid-value"])
    expect(codesOf({ id: 2 ** 53 - 1 })).toEqual([])
  })

  test("is reported with the path of the part that is not JSON", () => {
    expect(diagnosticsOf({ $or: [{ id: 1 }, { id: { $in: [1, undefined] } }] })[0]?.path).toEqual([
      "$or",
      1,
      "id",
      "$in",
      1,
    ])
  })

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
    "may use %s like any other name",
    (name) => {
      const text = `{${JSON.stringify(name)}:"a"}`
      const expected = name === "constructor" ? [] : ["unknown-field"]
      expect(codesOf(text)).toEqual(expected)
      expect(codesOf(JSON.parse(text))).toEqual(expected)
      const asOperator = `{"id":{${JSON.stringify(name)}:1}}`
      expect(codesOf(asOperator)).toEqual(["unknown-operator"])
      expect(codesOf(JSON.parse(asOperator))).toEqual(["unknown-operator"])
    },
  )
})

test.each(["some", "", null])("emptyOr cannot be %j", (emptyOr) => {
  expect(() => parseFilter(schema, "{}", { emptyOr: emptyOr as "all" })).toThrow(RangeError)
})

test.each([{ limits: { maxdepth: 3 } }, { requireSelectiv: true }, { emptyor: "error" }])(
  "an unknown option is rejected: %j",
  (options) => {
    expect(() => parseFilter(schema, "{}", options as never)).toThrow(RangeError)
  },
)

/** A list whose length is 1 on the first read and ten million on later reads. */
function lyingList(): unknown {
  let asked = 0
  const length = { valueOf: () => (asked++ === 0 ? 1 : 1e7) }
  return new Proxy([], { get: (list, name) => (name === "length" ? length : Reflect.get(list, name)) })
}
