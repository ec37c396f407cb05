import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import { customers } from "../../src/desk.ts"
import { FilterError, type Operator, parseFilter, safeParseFilter } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"

const build = filterBuilder(customers)

/** The builder as untyped JavaScript sees it. */
const untyped = build as unknown as Readonly<Record<string, (...operands: unknown[]) => unknown>>

describe("filterBuilder", () => {
  test("builds the same filter that parsing the text gives", () => {
    const filter = build.and(
      build.eq("state", "active"),
      build.ne("jobTitle", null),
      build.or(build.lt("id", 10), build.gte("id", 9007199254740993n)),
      build.lte("createdAt", new Date("2024-02-29T12:00:00.500Z")),
      build.gt("updatedAt", "2024-02-29"),
      build.oneOf("createdBy", [1, "2", null]),
      build.noneOf("permission", ["own"]),
      build.contains("contacts.value", "@"),
    )
    const text =
      '{"state":"active","jobTitle":{"$ne":null},"$or":[{"id":{"$lt":10}},{"id":{"$gte":9007199254740993}}],' +
      '"createdAt":{"$lte":"2024-02-29T12:00:00.5Z"},"updatedAt":{"$gt":"2024-02-29T00:00:00Z"},' +
      '"createdBy":{"$in":[1,2,null]},"permission":{"$nin":["own"]},"contacts.value":{"$contains":"@"}}'
    expect(stringify(filter)).toBe(text)
    expect(filter).toEqual(parseFilter(customers, text))
  })

  test("builds a filter that matches everything from and(), and nothing from or()", () => {
    expect(build.and()).toEqual(parseFilter(customers, "{}"))
    expect(build.all).toEqual(build.and())
    expect(build.or()).toEqual(parseFilter(customers, '{"$or":[]}'))
    expect(build.none).toEqual(build.or())
  })

  test("flattens nested operands and returns a single operand unchanged", () => {
    const [a, b, c] = [build.eq("id", 1), build.eq("id", 2), build.eq("id", 3)]
    expect(build.and(a, build.and(b, c))).toEqual(build.and(a, b, c))
    expect(build.or(build.or(a, b), c)).toEqual(build.or(a, b, c))
    expect(build.and(a)).toBe(a)
    expect(build.or(a)).toBe(a)
  })

  test("accepts a Date for a date-time field only", () => {
    expect(() => untyped.eq?.("firstName", new Date(0))).toThrow(
      "Field firstName expects a string, not a Date",
    )
    expect(() => untyped.eq?.("createdAt", new Date(Number.NaN))).toThrow(
      "Field createdAt expects a date-time, not an invalid Date",
    )
  })

  test("includes a conditional operand only if its condition is true", () => {
    const [a, b] = [build.eq("id", 1), build.eq("id", 2)]
    const yes = (part: typeof a) => build.when(true, () => part)
    const no = () =>
      build.when(false, () => {
        throw new Error("is not asked for")
      })
    expect(build.and(a, yes(b), no())).toEqual(build.and(a, b))
    expect(build.or(a, yes(b), no())).toEqual(build.or(a, b))
    expect(build.and(no())).toEqual(build.all)
    // An omitted operand must not make an OR match everything.
    expect(build.or(no())).toEqual(build.none)
    expect(build.or(a, no())).toBe(a)
  })

  test("rejects conditions other than true and false, and undefined operands", () => {
    for (const condition of [undefined, null, 0, "", "x", {}]) {
      expect(() => untyped.when?.(condition, () => build.all)).toThrow(TypeError)
    }
    expect(() => untyped.and?.(untyped.when?.(true, () => undefined))).toThrow(TypeError)
    expect(() => untyped.and?.(undefined)).toThrow(TypeError)
    expect(() => untyped.or?.(build.all, undefined)).toThrow(TypeError)
  })

  test.each<readonly [call: () => unknown, message: string]>([
    [() => untyped.and?.([build.all, build.none]), "Spread the list: and(...filters)"],
    [() => untyped.or?.(build.all, [build.none]), "Spread the list: or(...filters)"],
    [() => untyped.oneOf?.("id", 1, 2), "Too many arguments: write oneOf(field, [a, b])"],
    [() => untyped.noneOf?.("id", [1], 2), "Too many arguments: write noneOf(field, [a, b])"],
    [() => untyped.eq?.("state", "active", "deleted"), "Too many arguments: write eq(field, value)"],
    [() => untyped.contains?.("firstName", "a", "b"), "Too many arguments: write contains(field, text)"],
    [() => untyped.when?.(true, build.all), "write when(condition, () => filter)"],
  ])("%s: %s", (call, message) => {
    expect(call).toThrow(TypeError)
    expect(call).toThrow(message)
  })

  test("returns frozen filters", () => {
    const filter = build.and(build.eq("id", 1), build.oneOf("id", [1, 2]))
    expect(() => Object.assign(filter, { kind: "or" })).toThrow(TypeError)
    expect(() => (filter as unknown as { operands: unknown[] }).operands.push(build.all)).toThrow(TypeError)
  })

  const ids = [1, 2]
  test("copies the lists that the caller passes", () => {
    const filter = build.oneOf("id", ids)
    ids.push(3)
    expect(stringify(filter)).toBe('{"id":{"$in":[1,2]}}')
  })

  test.each([
    ["an undefined value", () => untyped.eq?.("state", undefined), "type-mismatch"],
    ["an undefined item", () => untyped.oneOf?.("id", [1, undefined]), "type-mismatch"],
    ["an undefined list", () => untyped.oneOf?.("id", undefined), "type-mismatch"],
    ["a list with a hole", () => untyped.oneOf?.("id", new Array(2)), "type-mismatch"],
    ["NaN", () => build.eq("id", Number.NaN), "type-mismatch"],
    ["an invalid Date", () => build.eq("createdAt", new Date(Number.NaN)), "type-mismatch"],
    ["an object", () => untyped.eq?.("createdBy", { id: 5 }), "type-mismatch"],
    ["a string for a boolean", () => untyped.eq?.("trusted", "yes"), "type-mismatch"],
    ["a Date for an integer", () => untyped.eq?.("id", new Date()), "type-mismatch"],
    ["an unknown field", () => untyped.eq?.("constructor", 1), "unknown-field"],
    ["a symbol as the field", () => untyped.eq?.(Symbol("id"), 1), "unknown-field"],
    [
      "an operator that the type does not support",
      () => untyped.lt?.("trusted", true),
      "operator-not-allowed",
    ],
    ["null with an order operator", () => untyped.lt?.("createdAt", null), "null-not-allowed"],
    ["null for a field that is never null", () => untyped.eq?.("id", null), "null-not-allowed"],
    ["an integer beyond 64 bits", () => build.eq("id", 2n ** 63n), "invalid-value"],
    ["a number that has lost digits", () => build.eq("id", 2 ** 60), "invalid-value"],
    ["a value that is not in the enum", () => untyped.eq?.("permission", "none"), "invalid-value"],
    ["a password's content", () => untyped.eq?.("password", "secret"), "type-mismatch"],
  ])("rejects %s", (_, make, code) => {
    expect(make).toThrow(FilterError)
    expect(make).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code })] }))
  })

  test.each<readonly [name: string, build: () => unknown, input: unknown]>([
    ["an unknown field", () => untyped.eq?.("stat", "active"), { stat: { $eq: "active" } }],
    ["a relation", () => untyped.eq?.("companies", 1), { companies: { $eq: 1 } }],
    [
      "an operator that the field does not support",
      () => untyped.lt?.("trusted", true),
      { trusted: { $lt: true } },
    ],
    ["a wrong type", () => untyped.eq?.("trusted", "yes"), { trusted: { $eq: "yes" } }],
    ["ids in one string", () => untyped.oneOf?.("id", [5, "1,2"]), { id: { $in: [5, "1,2"] } }],
    ["an invalid value", () => build.gt("createdAt", "2023-02-29"), { createdAt: { $gt: "2023-02-29" } }],
    ["a misspelt enum value", () => untyped.eq?.("permission", "al"), { permission: { $eq: "al" } }],
    ["null with an order operator", () => untyped.lt?.("createdAt", null), { createdAt: { $lt: null } }],
    ["null for a field that is never null", () => untyped.oneOf?.("id", [null]), { id: { $in: [null] } }],
    ["a list in place of one value", () => untyped.eq?.("id", [1]), { id: { $eq: [1] } }],
    ["one value in place of a list", () => untyped.oneOf?.("id", 1), { id: { $in: 1 } }],
    [
      "an object in place of a value",
      () => untyped.eq?.("createdBy", { name: "Ann" }),
      { createdBy: { $eq: { name: "Ann" } } },
    ],
    ["a list in a list", () => untyped.oneOf?.("id", [[1]]), { id: { $in: [[1]] } }],
    ["an object in a list", () => untyped.oneOf?.("id", [{ id: 1 }]), { id: { $in: [{ id: 1 }] } }],
    ["a lone surrogate", () => build.contains("firstName", "\ud800"), { firstName: { $contains: "\ud800" } }],
  ])("reports %s as parseFilter does", (_, make, input) => {
    const result = safeParseFilter(customers, input)
    if (result.ok) throw new Error("There should be a mistake")
    expect(make).toThrow(expect.objectContaining({ diagnostics: result.error.diagnostics }))
  })

  test.each<readonly [build: () => unknown, message: string]>([
    [() => untyped.eq?.("id", () => 1), "Field id expects an integer, not a function"],
    [
      () => untyped.eq?.("id", Number.POSITIVE_INFINITY),
      "Field id expects an integer, not Infinity; use a finite number",
    ],
    [() => untyped.eq?.("trusted", undefined), "not undefined; use when() for an optional condition"],
    [() => untyped.eq?.(["id"], 1), "A field name must be a string, not a list"],
    [() => untyped.eq?.(5, 1), "must be a string, not a number"],
    [() => untyped.eq?.(null, 1), "must be a string, not null"],
    [() => untyped.eq?.({}, 1), "must be a string, not an object"],
  ])("%s: %s", (make, message) => {
    expect(make).toThrow(message)
    expect(make).toThrow(FilterError)
  })

  test("rejects an operand that is not a filter", () => {
    expect(() => untyped.and?.(build.all, undefined)).toThrow(TypeError)
    expect(() => untyped.or?.({ kind: "and", operands: [] })).toThrow(TypeError)
  })

  test("rejects nesting that could overflow the stack", () => {
    const deepen = (depth: number) => {
      let filter = build.or(build.eq("id", 1), build.eq("id", 2))
      for (let i = 0; i < depth; i++) {
        filter = i % 2 === 0 ? build.and(filter, build.eq("id", i)) : build.or(filter, build.eq("id", i))
      }
      return filter
    }
    expect(stringify(deepen(200))).toContain('"id":199')
    expect(() => deepen(100_000)).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "limit-exceeded" })] }),
    )
  })

  test("has a function for each operator of a field", () => {
    const functions: Readonly<Record<Operator, keyof typeof build>> = {
      $eq: "eq",
      $ne: "ne",
      $lt: "lt",
      $lte: "lte",
      $gt: "gt",
      $gte: "gte",
      $in: "oneOf",
      $nin: "noneOf",
      $contains: "contains",
    }
    for (const [operator, name] of Object.entries(functions)) {
      const operand = operator === "$in" || operator === "$nin" ? ["a"] : "a"
      expect(untyped[name]?.("firstName", operand)).toMatchObject({ operator })
    }
  })
})
