import { CompoundCondition, type Condition, FieldCondition } from "@ucast/core"
import { describe, expect, test } from "vitest"
import { type Diagnostic, defineSchema, FilterError, field } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { fromUcast, type UcastCondition } from "../../src/ucast.ts"
import { people } from "../conformance/people.ts"

const on = (operator: string, name: string, value: unknown): Condition =>
  new FieldCondition(operator, name, value)
const group = (operator: string, ...conditions: Condition[]): Condition =>
  new CompoundCondition(operator, conditions)
const { and, or, nor, not } = {
  and: (...conditions: Condition[]) => group("and", ...conditions),
  or: (...conditions: Condition[]) => group("or", ...conditions),
  nor: (...conditions: Condition[]) => group("nor", ...conditions),
  not: (condition: Condition) => group("not", condition),
}
const json = (operator: string, name: string, value: unknown) => ({
  type: "field",
  operator,
  field: name,
  value,
})

function mistakes(condition: unknown, options?: Parameters<typeof fromUcast>[2]): readonly Diagnostic[] {
  try {
    fromUcast(people, condition as never, options)
  } catch (error) {
    if (error instanceof FilterError) return error.diagnostics
    throw error
  }
  throw new Error("No mistake was found")
}

const name = (operator: string, value: unknown) => on(operator, "name", value)
const label = (value: unknown) => on("regex", "label", value)
const noCompany = on("eq", "company", null)
const hasCompany = on("ne", "company", null)

describe("a condition is read as the filter", () => {
  test.each<[condition: UcastCondition, filter: string]>([
    [on("eq", "id", 1), '{"id":1}'],
    [on("ne", "count", null), '{"count":{"$ne":null}}'],
    [on("lt", "count", 1), '{"count":{"$lt":1}}'],
    [on("lte", "count", 1), '{"count":{"$lte":1}}'],
    [json("le", "count", 1), '{"count":{"$lte":1}}'],
    [on("gt", "count", 9007199254740993n), '{"count":{"$gt":9007199254740993}}'],
    [on("gte", "seenAt", new Date(0)), '{"seenAt":{"$gte":"1970-01-01T00:00:00Z"}}'],
    [json("ge", "seenAt", "2024-02-29T01:00:00+01:00"), '{"seenAt":{"$gte":"2024-02-29T00:00:00Z"}}'],
    [on("in", "id", [1, 2]), '{"id":{"$in":[1,2]}}'],
    [on("within", "id", []), '{"id":{"$in":[]}}'],
    [on("nin", "tags.name", ["a"]), '{"tags.name":{"$nin":["a"]}}'],
    [on("eq", "price", 0.1), '{"price":0.1}'],
    [json("contains", "name", "%"), '{"name":{"$contains":"%"}}'],
    [json("startswith", "name", "ab"), '{"name":{"$gte":"ab","$lt":"ac"}}'],
    [and(on("eq", "id", 1), on("eq", "count", 2)), '{"id":1,"count":2}'],
    [and(), "{}"],
    [or(), '{"$or":[]}'],
    [nor(), "{}"],
    [nor(on("eq", "id", 1), on("eq", "count", 2)), '{"id":{"$ne":1},"count":{"$ne":2}}'],
    [
      not(and(on("eq", "id", 1), on("in", "count", [2]))),
      '{"$or":[{"id":{"$ne":1}},{"count":{"$nin":[2]}}]}',
    ],
    [not(not(on("lt", "count", 1))), '{"count":{"$lt":1}}'],
    [not(on("lt", "id", 1)), '{"id":{"$gte":1}}'],
    [{ ...json("eq", "id", 1), more: true } as never, '{"id":1}'],
    [{ operator: "eq", field: "id", value: 1 } as never, '{"id":1}'],
    [{ operator: "or", value: [json("eq", "id", 1)] } as never, '{"id":1}'],
  ])("condition %#", (condition, filter) => {
    expect(stringify(fromUcast(people, condition))).toBe(filter)
  })
})

describe("a regular expression of a literal text", () => {
  test.each<[condition: Condition, filter: string]>([
    [name("regex", /a\.b\//), '{"name":{"$contains":"a.b/"}}'],
    [name("regex", /(?:)/), '{"name":{"$contains":""}}'],
    [name("regex", /^ab/), '{"name":{"$gte":"ab","$lt":"ac"}}'],
    [name("regex", /^ab$/su), '{"name":"ab"}'],
    [name("regex", /^/), '{"name":{"$ne":null}}'],
    [name("regex", /\n\r\u2028\u2029/), '{"name":{"$contains":"\\n\\r\u2028\u2029"}}'],
    [name("regex", /\n\r\u2028\u2029/), '{"name":{"$contains":"\\n\\r\u2028\u2029"}}'],
    [name("regex", /1/i), '{"name":{"$contains":"1"}}'],
    [label(/^[aA]1$/), '{"label":"a1"}'],
    [label(/[Aa][bB]á/), '{"label":{"$contains":"abá"}}'],
    [label(/^Ab$/i), '{"label":"Ab"}'],
    [label(/[aA]b/i), '{"label":{"$contains":"ab"}}'],
    [label(/^12/), '{"label":{"$gte":"12","$lt":"13"}}'],
    [on("eq", "label", "1"), '{"label":"1"}'],
  ])("condition %#", (condition, filter) => {
    expect(stringify(fromUcast(people, condition))).toBe(filter)
  })

  test.each([/a.b/, /a+/, /[ab]/, /[aa]/, /[aA]b/, /a|b/, /\d/, /a/m, /a/g, /k/iu, /a$b/, /^^/, /\x41/])(
    "%s is more than a literal text",
    (value) => {
      expect(mistakes(label(value))).toMatchObject([{ code: "untranslatable", path: [] }])
    },
  )

  test.each([
    ["name", /a/i, /case-sensitive/],
    ["name", /[aA]/, /case-sensitive/],
    ["label", /a/, /ignores case, and this condition does not/],
    ["label", /á/i, /letters A to Z only/],
    ["name", /a$/, /end of a text/],
    ["tags.name", /^a/, /two related records/],
  ] as const)("on %s, %s means something else", (field, value, hint) => {
    expect(mistakes(on("regex", field, value))).toMatchObject([
      { code: "untranslatable", params: { found: '"regex"' }, hint: expect.stringMatching(hint) },
    ])
  })

  test("a long text is read", () => {
    const text = "a.".repeat(4000)
    const condition = on("regex", "name", new RegExp(text.replaceAll(".", "\\.")))
    expect(stringify(fromUcast(people, condition))).toBe(JSON.stringify({ name: { $contains: text } }))
  })
})

describe("one related record", () => {
  const tags = (condition: Condition) => on("elemMatch", "tags", condition)

  test.each<[condition: Condition, filter: string]>([
    [tags(on("eq", "name", "a")), '{"tags.name":"a"}'],
    [tags(and(on("lt", "rank", 1), on("ne", "rank", null))), '{"tags.rank":{"$lt":1}}'],
    [tags(or(on("eq", "name", "a"), on("eq", "rank", 1))), '{"$or":[{"tags.name":"a"},{"tags.rank":1}]}'],
    [tags(or()), '{"$or":[]}'],
    [not(tags(or())), "{}"],
    [
      not(tags(or(on("eq", "name", "a"), on("eq", "rank", 1)))),
      '{"tags.name":{"$ne":"a"},"tags.rank":{"$ne":1}}',
    ],
    [
      tags(on("ne", "rank", 1)),
      '{"$or":[{"tags.rank":{"$lt":1}},{"tags.rank":{"$gt":1}},{"tags.rank":null}]}',
    ],
    [
      tags(not(and(on("eq", "rank", 1), on("eq", "name", "a")))),
      '{"$or":[{"tags.rank":{"$lt":1}},{"tags.rank":{"$gt":1}},{"tags.rank":null},{"tags.name":{"$lt":"a"}},{"tags.name":{"$gt":"a"}},{"tags.name":null}]}',
    ],
  ])("condition %#", (condition, filter) => {
    expect(stringify(fromUcast(people, condition))).toBe(filter)
  })

  test.each<[condition: Condition, path: readonly (string | number)[], hint: RegExp]>([
    [tags(and(on("eq", "name", "a"), on("eq", "rank", 1))), ["value"], /each condition is tested for itself/],
    [tags(and()), ["value"], /each condition is tested for itself/],
    [tags(on("nin", "name", ["a"])), ["value"], /NO related record/],
    [not(tags(on("lt", "rank", 1))), ["value", 0, "value"], /no related record satisfies/],
    [tags(tags(on("eq", "name", "a"))), ["value"], /relation to many/],
    [on("elemMatch", "company", on("eq", "name", "a")), [], /relation to many/],
    [on("elemMatch", "name", on("eq", "name", "a")), [], /relation to many/],
  ])("condition %# is refused", (condition, path, hint) => {
    expect(mistakes(condition)).toMatchObject([
      { code: "untranslatable", path, hint: expect.stringMatching(hint) },
    ])
  })

  test("two conditions on a relation to many stay two conditions", () => {
    const both = and(on("lt", "tags.rank", 1), on("ne", "tags.rank", null))
    expect(stringify(fromUcast(people, both))).toBe('{"tags.rank":{"$lt":1,"$ne":null}}')
  })
})

describe("null", () => {
  test.each<[condition: Condition, filter: string]>([
    // Another test for null decides, so all interpreters agree.
    [
      not(and(on("lt", "count", 1), on("ne", "count", null))),
      '{"$or":[{"count":{"$gte":1}},{"count":null}]}',
    ],
    [
      and(on("ne", "count", null), not(on("lt", "count", 1))),
      '{"count":{"$ne":null},"$or":[{"count":{"$gte":1}},{"count":null}]}',
    ],
    [and(hasCompany, on("ne", "company.name", null)), '{"company.name":{"$ne":null}}'],
    [or(noCompany, on("eq", "company.name", null)), '{"company.name":null}'],
    [not(or(noCompany, on("eq", "company.name", null))), '{"company.name":{"$ne":null}}'],
    [
      and(on("lt", "company.size", 1), hasCompany, on("ne", "company.size", null)),
      '{"company.size":{"$lt":1}}',
    ],
    [noCompany, '{"company.size":null}'],
    // A company always has a size.
    [
      not(and(hasCompany, on("lt", "company.size", 5))),
      '{"$or":[{"company.size":null},{"company.size":{"$gte":5}},{"company.size":null}]}',
    ],
    [
      not(or(noCompany, on("lt", "company.size", 5))),
      '{"company.size":{"$ne":null},"$or":[{"company.size":{"$gte":5}},{"company.size":null}]}',
    ],
    [
      and(hasCompany, or(on("eq", "id", 1), on("ne", "company.name", null))),
      '{"company.size":{"$ne":null},"$or":[{"id":1},{"company.name":{"$ne":null}}]}',
    ],
  ])("condition %#", (condition, filter) => {
    expect(stringify(fromUcast(people, condition))).toBe(filter)
  })

  test.each<[condition: Condition, path: readonly (string | number)[], hint: RegExp]>([
    [not(on("lt", "count", 1)), ["value", 0], /null satisfies an order/],
    [not(on("lt", "company.size", 1)), ["value", 0], /null satisfies an order/],
    // A company may have no name.
    [
      not(and(hasCompany, on("lt", "company.name", "a"))),
      ["value", 0, "value", 1],
      /null satisfies an order/,
    ],
    [on("eq", "company.name", null), [], /a record without company/],
    [or(hasCompany, on("ne", "company.name", null)), ["value", 1], /a record without company/],
    [on("in", "count", [1, null]), [], /a list with null/],
  ])("condition %# is refused", (condition, path, hint) => {
    expect(mistakes(condition)).toMatchObject([
      { code: "untranslatable", path, hint: expect.stringMatching(hint) },
    ])
  })

  // Found by the property: in JavaScript, a record without a company satisfies both conditions.
  test("a test for null that means two things decides nothing", () => {
    const both = and(on("ne", "company.name", null), on("lt", "company.name", ""))
    expect(mistakes(not(both)).map(({ path, hint }) => [path, hint])).toEqual([
      [["value", 0, "value", 0], expect.stringMatching(/a record without company/)],
      [["value", 0, "value", 1], expect.stringMatching(/null satisfies an order/)],
    ])
    expect(mistakes(both)).toMatchObject([{ path: ["value", 0] }])
  })

  test("an order accepts no null, on a relation either", () => {
    expect(mistakes(on("lt", "count", null))).toMatchObject([{ code: "null-not-allowed" }])
    expect(mistakes(or(on("lt", "company", null), on("eq", "company.name", null)))).toHaveLength(2)
  })

  test("a relation whose fields may all be null does not tell whether it is there", () => {
    const schema = defineSchema({ company: field.one({ name: field.string() }) })
    expect(() => fromUcast(schema, noCompany)).toThrow(/no field of company tells/)
  })
})

describe("what means something else is refused", () => {
  test.each<[condition: unknown, hint: RegExp]>([
    [on("eq", "label", "a"), /ignores case/],
    [on("nin", "label", ["1", "a"]), /ignores case/],
    [on("lt", "label", "1"), /ignores case/],
    [json("contains", "label", "a"), /ignores case/],
    [on("lt", "name", "\ufffd"), /order of texts/],
    [json("eq", "name", { field: "label" }), /does not compare two fields/],
    [json("startswith", "name", 1), /takes a string/],
    [json("endswith", "name", "a"), /end of a text/],
    [on("exists", "name", true), /compare with null/],
    [on("all", "tags.name", ["a"]), /joined by and/],
    [on("size", "tags", 1), /counts/],
    [on("mod", "id", [2, 0]), /calculate/],
    [on("regex", "name", "a"), /takes a RegExp/],
    [group("not"), /list of one condition/],
    [group("not", on("eq", "id", 1), on("eq", "id", 2)), /list of one condition/],
    [{ type: "document", operator: "where", value: () => true }, /conditions of the type "document"/],
    [{ operator: "where", value: () => true }, /calls no function/],
  ])("condition %#", (condition, hint) => {
    expect(mistakes(condition)).toMatchObject([
      { code: "untranslatable", path: [], hint: expect.stringMatching(hint) },
    ])
  })
})

describe("an instance has values in the form of records", () => {
  const uuid = "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"

  test.each<[name: string, value: unknown, form: string]>([
    ["id", "7", "the number 7"],
    ["id", 7n, "the number 7"],
    ["id", "9007199254740993", "the bigint 9007199254740993"],
    ["owner", "7", "the number 7"],
    ["score", 7n, "the number 7"],
    ["price", "1.50", "the number 1.5"],
    ["price", 7n, "the number 7"],
    ["ref", uuid.toUpperCase(), `the string ${uuid}`],
    ["seenAt", "2022-01-01T00:00:00Z", "a Date"],
    ["seenAt", "2022-01-01", "a Date"],
  ])("%s: %s is no such value", (name, value, form) => {
    const mistake = [
      { code: "untranslatable", hint: expect.stringMatching(new RegExp(`in field ${name}: write ${form}$`)) },
    ]
    expect(mistakes(on("eq", name, value))).toMatchObject(mistake)
    expect(mistakes(on("ne", name, value))).toMatchObject(mistake)
    expect(mistakes(on("in", name, [value]))).toMatchObject(mistake)
    expect(mistakes(not(on("nin", name, [value])))).toMatchObject(mistake)
    expect(() => fromUcast(people, json("eq", name, value))).not.toThrow()
  })

  test.each<[name: string, value: unknown, filter: string]>([
    ["id", 7, '{"id":7}'],
    ["id", -0, '{"id":0}'],
    ["count", 9007199254740993n, '{"count":9007199254740993}'],
    ["owner", 7, '{"owner":7}'],
    ["score", 1.5, '{"score":1.5}'],
    ["price", 1e21, '{"price":1000000000000000000000}'],
    ["ref", uuid, `{"ref":"${uuid}"}`],
    ["seenAt", new Date(0), '{"seenAt":"1970-01-01T00:00:00Z"}'],
    ["born", "2024-02-29", '{"born":"2024-02-29"}'],
    ["active", false, '{"active":false}'],
    ["role", "admin", '{"role":"admin"}'],
    ["name", "7", '{"name":"7"}'],
    ["secret", null, '{"secret":null}'],
  ])("%s: %s is such a value", (name, value, filter) => {
    expect(stringify(fromUcast(people, on("eq", name, value)))).toBe(filter)
  })

  test("a text that no record holds is no value either", () => {
    const late = "2022-01-01T00:00:00.0001Z"
    expect(mistakes(and(on("eq", "seenAt", late)))).toMatchObject([
      { code: "invalid-value", params: { reason: "backend" }, path: ["value", 0] },
    ])
    expect(mistakes(on("eq", "price", "0.10000000000000000001"))).toMatchObject([{ code: "invalid-value" }])
  })

  test.each<[condition: unknown, path: readonly (string | number)[]]>([
    [and(json("eq", "id", "7") as never), ["value", 0]],
    [on("elemMatch", "tags", json("eq", "rank", "7")), ["value"]],
    [{ operator: "and", value: [json("eq", "id", "7"), on("eq", "id", "7")] }, ["value", 1]],
  ])("conditions in an instance are like instances: condition %#", (condition, path) => {
    expect(mistakes(condition)).toMatchObject([{ code: "untranslatable", path }])
  })

  test("an object without a prototype is JSON", () => {
    const condition = Object.assign(Object.create(null), json("eq", "id", "7"))
    expect(stringify(fromUcast(people, condition))).toBe('{"id":7}')
  })
})

describe("a condition may have any shape", () => {
  const cycle: { type: string; operator: string; value: unknown[] } = {
    type: "compound",
    operator: "and",
    value: [],
  }
  cycle.value.push(cycle)
  const throwing = Object.defineProperty({ type: "field", operator: "eq", field: "id" }, "value", {
    enumerable: true,
    get() {
      throw new Error("no")
    },
  })

  test.each<[condition: unknown, diagnostics: readonly object[]]>([
    [null, [{ code: "invalid-model", path: [], hint: expect.stringMatching(/nothing is permitted/) }]],
    [undefined, [{ code: "invalid-model", path: [], hint: expect.stringMatching(/nothing is permitted/) }]],
    [1, [{ code: "invalid-model", params: { expected: "object", found: "number" } }]],
    [[], [{ code: "invalid-model", params: { expected: "object", found: "list" } }]],
    [{}, [{ code: "incomplete-rule", params: { reason: "operator" } }]],
    [{ type: 1 }, [{ code: "invalid-model", params: { expected: "string", found: "number" } }]],
    [
      { type: "field", operator: 1 },
      [{ code: "invalid-model", params: { expected: "string", found: "number" } }],
    ],
    [{ type: "toString", operator: "eq" }, [{ code: "untranslatable" }]],
    [{ type: "field", operator: "eq", value: 1 }, [{ code: "incomplete-rule", params: { reason: "field" } }]],
    [{ type: "field", operator: "eq", field: 1, value: 1 }, [{ code: "invalid-model" }]],
    [
      { type: "field", operator: "eq", field: "id" },
      [{ code: "incomplete-rule", params: { reason: "value" } }],
    ],
    [{ type: "compound", operator: "and" }, [{ code: "incomplete-rule", params: { reason: "value" } }]],
    [{ type: "compound", operator: "and", value: {} }, [{ code: "invalid-model", path: ["value"] }]],
    [{ type: "field", operator: "in", field: "id", value: 1 }, [{ code: "invalid-model", path: ["value"] }]],
    [{ type: "compound", operator: "eq", value: [] }, [{ code: "unknown-operator" }]],
    [json("and", "id", []), [{ code: "unknown-operator" }]],
    [json("toString", "id", 1), [{ code: "unknown-operator" }]],
    [
      json("gtt", "id", 1),
      [{ code: "unknown-operator", hint: 'did you mean "gt", "gte", "ge", "lt" or "lte"?' }],
    ],
    [json("eq", "idd", 1), [{ code: "unknown-field", hint: 'did you mean "id"?' }]],
    [json("eq", "tags", null), [{ code: "unknown-field" }]],
    [json("contains", "nam", "a"), [{ code: "unknown-field" }]],
    [json("eq", "id", "a"), [{ code: "type-mismatch", path: [] }]],
    [json("eq", "id", [1]), [{ code: "type-mismatch", path: [] }]],
    [json("eq", "id", null), [{ code: "null-not-allowed" }]],
    [json("contains", "id", "a"), [{ code: "operator-not-allowed" }]],
    [json("eq", "seenAt", new Date(Number.NaN)), [{ code: "type-mismatch" }]],
    [json("elemMatch", "tags", 1), [{ code: "invalid-model", path: ["value"] }]],
    [cycle, [{ code: "limit-exceeded", params: { limit: "maxDepth" } }]],
    [throwing, [{ code: "syntax", params: { reason: "unreadable" } }]],
  ])("condition %#", (condition, diagnostics) => {
    expect(mistakes(condition)).toMatchObject(diagnostics)
  })

  test("every mistake has the path of its condition", () => {
    const condition = and(
      on("eq", "id", 1),
      or(on("eq", "idd", 1), not(on("size", "tags", 1))),
      on("lt", "id", "x"),
    )
    expect(mistakes(condition).map(({ code, path }) => [code, path])).toEqual([
      ["untranslatable", ["value", 1, "value", 1, "value", 0]],
      ["unknown-field", ["value", 1, "value", 0]],
      ["type-mismatch", ["value", 2]],
    ])
  })

  test("each property is read once, so that nothing changes after it was checked", () => {
    const reads = new Map<PropertyKey, number>()
    const condition = new Proxy(json("eq", "id", 1), {
      get: (target, key) => {
        reads.set(key, (reads.get(key) ?? 0) + 1)
        return Reflect.get(target, key)
      },
    })
    expect(stringify(fromUcast(people, condition))).toBe('{"id":1}')
    expect([...reads.values()]).toEqual([1, 1, 1, 1])
  })
})

test("a number is no name of a field of many related records", () => {
  const schema = defineSchema({
    tags: field.many({ 1: field.string() }),
    company: field.one({ 1: field.string() }),
  })
  expect(() => fromUcast(schema, on("eq", "tags.1", "a"))).toThrow(/position of a related record/)
  expect(() => fromUcast(schema, on("regex", "tags.1", /a/))).toThrow(/position of a related record/)
  expect(stringify(fromUcast(schema, on("eq", "company.1", "a")))).toBe('{"company.1":"a"}')
})

test("__itself__ is no name of a field or a relation", () => {
  const itself = /__itself__: interpreters take it for the whole record/
  const schema = defineSchema({
    __itself__: field.string(),
    company: field.one({ __itself__: field.string() }),
    tags: field.many({ __itself__: field.string() }),
  })
  for (const name of schema.fields.keys()) {
    expect(() => fromUcast(schema, on("eq", name, "a"))).toThrow(itself)
    expect(() => fromUcast(schema, on("regex", name, /a/))).toThrow(itself)
  }
  expect(() => fromUcast(schema, on("elemMatch", "tags", on("eq", "__itself__", "a")))).toThrow(itself)
  const related = { name: field.string(), size: field.integer({ nullable: false }) }
  const one = defineSchema({ __itself__: field.one(related) })
  expect(() => fromUcast(one, on("eq", "__itself__", null))).toThrow(itself)
  expect(() => fromUcast(one, on("eq", "__itself__.name", "a"))).toThrow(itself)
  const many = defineSchema({ __itself__: field.many(related) })
  expect(() => fromUcast(many, on("elemMatch", "__itself__", on("eq", "name", "a")))).toThrow(itself)
})

test("the table of Open Policy Agent is no part of a field's name", () => {
  const condition = and(
    on("eq", "people.id", 1),
    on("eq", "people.tags.name", "a"),
    on("elemMatch", "tags", on("eq", "rank", 1)),
    on("eq", "count", 2),
  )
  expect(stringify(fromUcast(people, condition, { table: "people" }))).toBe(
    '{"id":1,"tags.name":"a","tags.rank":1,"count":2}',
  )
  expect(mistakes(condition)).toMatchObject([{ code: "unknown-field" }, { code: "unknown-field" }])
  expect(mistakes(on("eq", "peopleid", 1), { table: "people" })).toMatchObject([{ code: "unknown-field" }])
})

describe("limits", () => {
  test.each<[condition: unknown, limits: object, limit: string]>([
    [and(on("eq", "id", 1), on("eq", "id", 2)), { maxNodes: 2 }, "maxNodes"],
    [not(on("eq", "id", 1)), { maxDepth: 1 }, "maxDepth"],
    [on("elemMatch", "tags", on("eq", "name", "a")), { maxDepth: 1 }, "maxDepth"],
    [on("in", "id", [1, 2, 3]), { maxListLength: 2 }, "maxListLength"],
    [on("eq", "id", [1, 2, 3]), { maxListLength: 2 }, "maxListLength"],
    [on("eq", "name", "a".repeat(20)), { maxLength: 20 }, "maxLength"],
    [on("regex", "name", /aaaaaaaaaaaaaaaaaaaa/), { maxLength: 20 }, "maxLength"],
    [on("regex", "name", /^aaaaaaaaaaaaaaaaaaaa/), { maxLength: 20 }, "maxLength"],
    [
      or(on("eq", "tags.name", "a"), on("eq", "tags.name", "b")),
      { maxRelationConditions: 1 },
      "maxRelationConditions",
    ],
  ])("condition %#", (condition, limits, limit) => {
    expect(mistakes(condition, { limits })).toMatchObject([{ code: "limit-exceeded", params: { limit } }])
  })

  test.each([20_000, 5_000])("names count before they are used: of %i characters", (length) => {
    let reads = 0
    const conditions = Array.from({ length: 999 }, () => ({
      type: "field",
      operator: "eq",
      value: 1,
      get field() {
        reads++
        return "x".repeat(length)
      },
    }))
    expect(mistakes({ operator: "and", value: conditions })).toMatchObject([
      { code: "limit-exceeded", params: { limit: "maxLength" } },
    ])
    expect(reads).toBe(Math.ceil(16_384 / length))
  })

  test("mistakes of the program", () => {
    expect(() => fromUcast(people, and(), { limits: { maxNodes: 0 } })).toThrow(RangeError)
    expect(() => fromUcast(people, and(), { tabel: "people" } as never)).toThrow(RangeError)
    expect(() => fromUcast({} as never, and())).toThrow(TypeError)
    expect(() => fromUcast({} as never, and(), { table: "people" })).toThrow(TypeError)
    expect(() => fromUcast(people, and(), { table: 1 as never })).toThrow(
      new TypeError("The option table must be a string, not a number"),
    )
    expect(() => fromUcast(people, and(), { table: "" })).toThrow(RangeError)
    expect(() => fromUcast(people, and(), { table: "company" })).toThrow(
      new RangeError('The option table must be the name of a table, and not of a relation: "company"'),
    )
  })
})
