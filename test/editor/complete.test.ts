import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { applyEdits, type Completion, complete, diagnose, type LiveValue } from "../../src/editor.ts"
import { defineSchema, field } from "../../src/index.ts"
import { people } from "../conformance/people.ts"

const NAMES = Array.from(people.fields.keys())
const ALL = [...NAMES, "$and", "$or"]
const OPERATORS = ["$eq", "$ne", "$lt", "$lte", "$gt", "$gte", "$in", "$nin"]

/** A text with a bar where the user writes. */
function placed(marked: string): readonly [text: string, offset: number] {
  const offset = marked.indexOf("|")
  return [marked.slice(0, offset) + marked.slice(offset + 1), offset]
}

function at(marked: string, schema: typeof people = people): readonly Completion[] {
  return complete(schema, ...placed(marked))
}

function labels(completions: readonly Completion[]): readonly string[] {
  return completions.map(({ label }) => label)
}

/** The text with a completion, and its selection between « and ». */
function applied(marked: string, { edit, selection }: Completion): string {
  const text = applyEdits(placed(marked)[0], [edit])
  const { start, end } = selection
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`
}

/** The text with the completion that has a label. */
function chosen(marked: string, label: string): string | undefined {
  const completion = at(marked).find((one) => one.label === label)
  return completion && applied(marked, completion)
}

function without(names: readonly string[], ...taken: readonly string[]): readonly string[] {
  return names.filter((name) => !taken.includes(name))
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2024-03-01T12:34:56.789Z"), toFake: ["Date"] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe("labels", () => {
  test.each<[string, readonly string[]]>([
    // A filter.
    ["|", ALL],
    [" | ", ALL],
    ["na|", ["name", "tags.name", "company.name", "seenAt"]],
    ['"na|', ["name", "tags.name", "company.name", "seenAt"]],
    // After a member without a name.
    ['{:1,"na|', ["name", "tags.name", "company.name", "seenAt"]],
    ['{"id":{:1,"$g|', ["$gt", "$gte"]],
    // A name.
    ["{|", ALL],
    ["{|}", ALL],
    ['{|"name":"x"}', without(ALL, "name")],
    ['{"name":"x"|', without(ALL, "name")],
    ['{"name":"x",|', without(ALL, "name")],
    ['{"name":"x",|}', without(ALL, "name")],
    ['{"name":"x" | "id":5}', without(ALL, "name", "id")],
    ['{"id":{"$eq":5}|', without(ALL, "id")],
    ['{"$or":[{}],|}', without(ALL, "$or")],
    ['{"na|', ["name", "tags.name", "company.name", "seenAt"]],
    ["{na|", ["name", "tags.name", "company.name", "seenAt"]],
    ["{'na|", ["name", "tags.name", "company.name", "seenAt"]],
    ["{`NA|", ["name", "tags.name", "company.name", "seenAt"]],
    ['{"na|me":"x"}', ["name", "tags.name", "company.name", "seenAt"]],
    ['{"company|', ["company.name", "company.size"]],
    ['{"tags.|', ["tags.name", "tags.label", "tags.rank", "tags.at", "tags.ref", "tags.due"]],
    ['{"tgnm|', ["tags.name"]],
    ['{"zzz|', []],
    ['{"$|', ["$and", "$or"]],
    // An operator.
    ['{"id":{|', OPERATORS],
    ['{"id":{|}}', OPERATORS],
    ['{"id":{"$g|', ["$gt", "$gte"]],
    ['{"id":{$g|', ["$gt", "$gte"]],
    ['{"id":{"$gt":5,|}}', without(OPERATORS, "$gt")],
    ['{"id":{"$gt":5 | "$in":[1]}}', without(OPERATORS, "$gt", "$in")],
    ['{"owner":{|', ["$eq", "$ne", "$in", "$nin"]],
    ['{"secret":{|', ["$eq", "$ne"]],
    // A value.
    ['{"role":|', ["agent", "admin", "null", "$ne", "$in", "$nin"]],
    ['{"role"|', ["agent", "admin", "null", "$ne", "$in", "$nin"]],
    ['{"role":  |"agent"}', ["agent", "admin", "null", "$ne", "$in", "$nin"]],
    ['{"role":ag|', ["agent"]],
    ['{"role":"x|', []],
    ['{"active":|', ["true", "false", "null", "$ne", "$in", "$nin"]],
    ['{"active":t|', ["true"]],
    ['{"id":|', [...without(OPERATORS, "$eq"), "$gte … $lt"]],
    ['{"company.size":|', ["null", ...without(OPERATORS, "$eq"), "$gte … $lt"]],
    ['{"secret":|', ["null", "$ne"]],
    ['{"id":$g|', ["$gt", "$gte", "$gte … $lt"]],
    // An operand.
    ['{"role":{"$eq":|', ["agent", "admin", "null"]],
    ['{"role":{"$eq":"|"}}', ["agent", "admin", "null"]],
    ['{"name":{"$contains":|', []],
    ['{"id":{"$gt":|', []],
    ['{"count":{"$gt":|', []],
    ['{"role":{"$in":|', ["agent", "admin", "null", "[…]"]],
    ['{"id":{"$in":|', ["[…]"]],
    // An item.
    ['{"role":{"$in":[|', ["agent", "admin", "null"]],
    ['{"role":{"$in":["agent"|', ["admin", "null"]],
    ['{"role":{"$in":["agent",|]}}', ["admin", "null"]],
    ['{"role":{"$in":[|"agent"]}}', ["admin", "null"]],
    ['{"role":{"$in":["agent" | null]}}', ["admin"]],
    ['{"role":{"$in":["ag|ent",null]}}', ["agent"]],
    ['{"active":{"$in":[true,|]}}', ["false", "null"]],
    ['{"id":{"$in":[1,|]}}', []],
    // The list of $or, and its filters.
    ['{"$or":|', ALL],
    ['{"$or":[|', ALL],
    ['{"$or":[|]}', ALL],
    ['{"$or":[{"id":1},|]}', ALL],
    ['{"$or":[{"id":1} | {"id":2}]}', ALL],
    ['{"$or":[5,|]}', ALL],
    ['{"$or":[{|', ALL],
    ['{"$or":[{},{"id":1,|', without(ALL, "id")],
    ['{"$and":[{"$or":[{"role":"ag|', ["agent"]],
    // Nothing can be written there, or nothing is known.
    ['{"id":5}|', []],
    ["[|", []],
    ['{"id":[|', []],
    ['{"id"|:5}', []],
    ['{"id":|{"$gt":1}}', []],
    ['{"x":|', []],
    ['{"x":{|', []],
    ['{"id":{"$x":|', []],
    ['{"$or":5,"id":{"$in":[{},|]}}', []],
    ['{"id":{,"$g|"}}', ["$gt", "$gte"]],
    ['{,"na|', ["name", "tags.name", "company.name", "seenAt"]],
  ])("%s", (marked, expected) => {
    expect(labels(at(marked))).toEqual(expected)
  })
})

describe("the new text", () => {
  test.each([
    ["|", "id", '{"id":«0»}'],
    ["|", "$or", '{"$or":[{«»}]}'],
    ["{|", "name", '{"name":"«»"}'],
    ["{|", "active", '{"active":«true»}'],
    ["{|", "role", '{"role":"«agent»"}'],
    ["{|", "seenAt", '{"seenAt":"«2024-03-01T00:00:00Z»"}'],
    ["{|", "secret", '{"secret":null«»}'],
    ["{|", "ref", '{"ref":"«00000000-0000-0000-0000-000000000000»"}'],
    ["{|", "price", '{"price":«0»}'],
    ["{|", "born", '{"born":"«2024-03-01»"}'],
    ["{|", "tags.rank", '{"tags.rank":«0»}'],
    ['{"na|"', "name", '{"name":"«»"}'],
    ["{'na|", "name", '{"name":"«»"}'],
    ['{"nam|e":"x"}', "name", '{"name"«»:"x"}'],
    ['{"nam|e" :{"$contains":"x"}}', "tags.name", '{"tags.name"«» :{"$contains":"x"}}'],
    ['{"i|":"x"}', "id", '{"id":«0»}'],
    ['{"name|":[{}]}', "name", '{"name":"«»"}'],
    ['{"$an|":[{}]}', "$and", '{"$and":[{«»}]}'],
    ['{"$or|":[{}]}', "$or", '{"$or"«»:[{}]}'],
    ['{"na|: "x"}', "name", '{"name"«»: "x"}'],
    ['{"na| "id":5}', "name", '{"name":"«»", "id":5}'],
    ['{|"name":"x"}', "id", '{"id":«0»,"name":"x"}'],
    ['{"name":"x"|', "id", '{"name":"x","id":«0»}'],
    ['{"name":"x" | "id":5}', "count", '{"name":"x" ,"count":«0», "id":5}'],
    ['{"id":{|', "$gt", '{"id":{"$gt":«0»}}'],
    ['{"id":{|', "$in", '{"id":{"$in":[«0»]}}'],
    ['{"n|":}', "name", '{"name":"«»"}'],
    ['{"id":{"$g|":}}', "$gt", '{"id":{"$gt":«0»}}'],
    ['{"id":{"$g|t":5}}', "$gte", '{"id":{"$gte"«»:5}}'],
    ['{"id":{"$i|":5}}', "$in", '{"id":{"$in":[«0»]}}'],
    ['{"id":{"$i|":[5]}}', "$nin", '{"id":{"$nin"«»:[5]}}'],
    ['{"role":|', "agent", '{"role":"agent"«»}'],
    ['{"role"|', "agent", '{"role":"agent"«»}'],
    ['{"role":"a|gent"}', "admin", '{"role":"admin"«»}'],
    ['{"role":|  "agent"}', "admin", '{"role":"admin"«»}'],
    ['{"role":|', "$in", '{"role":{"$in":["«agent»"]}}'],
    ['{"born":|}', "$gte … $lt", '{"born":{"$gte":"«2024-03-01»","$lt":"2024-03-01"}}'],
    ['{"role":{"$in":|', "agent", '{"role":{"$in":["agent"«»]}}'],
    ['{"id":{"$in":|', "[…]", '{"id":{"$in":[«0»]}}'],
    ['{"role":{"$in":["agent"|', "admin", '{"role":{"$in":["agent","admin"«»]}}'],
    ['{"role":{"$in":[|"agent"]}}', "admin", '{"role":{"$in":["admin"«»,"agent"]}}'],
    ['{"$or":|', "id", '{"$or":[{"id":«0»}]}'],
    ['{"$or":[|', "id", '{"$or":[{"id":«0»}]}'],
    ['{"$or":[{"id":1}|]}', "id", '{"$or":[{"id":1},{"id":«0»}]}'],
  ])("%s with %s", (marked, label, expected) => {
    const result = chosen(marked, label)
    expect(result).toBe(expected)
    expect(diagnose(people, expected.replace(/[«»]/g, ""))).toEqual([])
  })

  test("has the mistakes of the rest of the text, and no other", () => {
    expect(chosen('{"nam":1,"rol|","id"}', "role")).toBe('{"nam":1,"role":"«agent»","id"}')
    expect(chosen('{"x":{"y":1},"id":5,|}', "role")).toBe('{"x":{"y":1},"id":5,"role":"«agent»"}')
  })

  test("is not read in another way: then nothing is offered", () => {
    expect(labels(at('{"a":1}, {"na|'))).toEqual([])
  })
})

test("dates are the days that filters often begin with", () => {
  expect(at('{"seenAt":{"$gte":|').map(({ label, detail }) => [label, detail])).toEqual([
    ["2024-03-01T12:34:56Z", "now"],
    ["2024-03-01T00:00:00Z", "today, midnight UTC"],
    ["2024-02-29T00:00:00Z", "yesterday, midnight UTC"],
    ["2024-02-23T00:00:00Z", "7 days ago, midnight UTC"],
    ["2024-01-31T00:00:00Z", "30 days ago, midnight UTC"],
    ["2024-01-01T00:00:00Z", "the first day of this year, midnight UTC"],
  ])
  expect(at('{"born":"2024-02|').map(({ label, detail }) => [label, detail])).toEqual([
    ["2024-02-29", "yesterday, in UTC"],
    ["2024-02-23", "7 days ago, in UTC"],
  ])
})

test("kinds, details and documentation", () => {
  const [role] = at('{"role|')
  expect(role).toMatchObject({ label: "role", kind: "field", detail: "enum, may be null" })
  expect(role?.documentation).toContain('One of "agent" or "admin".')
  expect(at('{"tags.rank|')[0]?.detail).toBe("integer of tags, may be null")
  expect(at('{"$a|')[0]).toMatchObject({ kind: "logical", documentation: expect.stringContaining("every") })
  expect(at('{"id":{"$gt|')[0]).toMatchObject({ kind: "operator", documentation: expect.any(String) })
  expect(at('{"role":|')[2]).toMatchObject({ label: "null", kind: "value", detail: "no value" })
  expect(at('{"id":|').at(-1)).toMatchObject({ kind: "snippet", documentation: expect.any(String) })
  expect(at('{"active":|')[0]).not.toHaveProperty("detail")
})

describe("a field with few operators", () => {
  const narrow = defineSchema({
    from: field.integer({ operators: ["$gte"] }),
    span: field.integer({ operators: ["$gte", "$lt"] }),
    listed: field.enum(["a"], { operators: ["$in"], nullable: false }),
    none: field.string({ operators: [] }),
  }) as unknown as typeof people

  test.each([
    ["{|", ["from", "span", "listed", "$and", "$or"]],
    ['{"from":|', ["$gte"]],
    ['{"span":|', ["$gte", "$lt", "$gte … $lt"]],
    ['{"listed":|', ["$in"]],
    ['{"listed":{"$in":|', ["a", "[…]"]],
    ['{"none":|', []],
  ])("%s", (marked, expected) => {
    expect(labels(at(marked, narrow))).toEqual(expected)
  })

  test("gets an object with an operator", () => {
    const [from] = at("{|", narrow)
    expect(from && applied("{|", from)).toBe('{"from":{"$gte":«0»}}')
  })
})

test("a name or a value with quotes and backslashes is escaped", () => {
  const odd = defineSchema({ kind: field.enum(['a"b\\c']) }) as unknown as typeof people
  const [kind] = at("{|", odd)
  expect(kind && applied("{|", kind)).toBe('{"kind":"«a\\"b\\\\c»"}')
  const [value] = at('{"kind":|', odd)
  expect(value && applied('{"kind":|', value)).toBe('{"kind":"a\\"b\\\\c"«»}')
})

describe("live values", () => {
  function live(marked: string, values: readonly LiveValue[], schema: typeof people = people) {
    return complete(schema, ...placed(marked), { values: () => values })
  }

  test("come before those that the schema knows", async () => {
    const found = await live('{"role":|', ["admin"])
    expect(labels(found)).toEqual(["agent", "admin", "null", "$ne", "$in", "$nin"])
    expect(labels(await live('{"seenAt":{"$eq":|', ["2020-01-01"])).slice(0, 2)).toEqual([
      "2020-01-01",
      "2024-03-01T12:34:56Z",
    ])
  })

  test("of every type", async () => {
    const marked = '{"name":{"$eq":|'
    const [plain, quoted] = await live(marked, ["Ann", 'say "hi"\u202e'])
    expect(plain && applied(marked, plain)).toBe('{"name":{"$eq":"Ann"«»}}')
    expect(quoted && applied(marked, quoted)).toBe('{"name":{"$eq":"say \\"hi\\"\\u202e"«»}}')
    expect(quoted?.label).toBe('say "hi"\\u202e')
    const big = '{"count":|}'
    const found = await live(big, [9007199254740993n, 5])
    expect(found.slice(0, 2).map((one) => applied(big, one))).toEqual([
      '{"count":9007199254740993«»}',
      '{"count":5«»}',
    ])
    expect(labels(await live('{"active":{"$eq":|', [true]))).toEqual(["true", "false", "null"])
  })

  test("may have a detail and documentation", async () => {
    const [found] = await live('{"owner":|', [{ value: 5, detail: "Ann", documentation: "An agent." }])
    expect(found).toMatchObject({
      label: "5",
      kind: "value",
      detail: "Ann",
      documentation: "An agent.",
      edit: { text: "5}" },
    })
  })

  test("that the field cannot have are left out", async () => {
    expect(labels(await live('{"role":{"$eq":|', ["x", 5, true]))).toEqual(["agent", "admin", "null"])
    expect(labels(await live('{"count":{"$gt":|', [1.5, "x", 2n ** 64n, Number.NaN, 3]))).toEqual(["3"])
  })

  test("are not compared with what is written", async () => {
    expect(labels(await live('{"owner":"ann|"}', [5]))).toEqual(["5"])
  })

  test("in lists", async () => {
    const operand = '{"id":{"$in":|'
    const [item] = await live(operand, [7])
    expect(item && applied(operand, item)).toBe('{"id":{"$in":[7«»]}}')
    expect(labels(await live('{"id":{"$in":[7,|]}}', [7, 8]))).toEqual(["8"])
    expect(labels(await live('{"name":{"$in":["a",{},|]}}', ["a", "b"]))).toEqual(["b", "null"])
  })

  test("are asked for with the field, what is written, and the signal", async () => {
    const values = vi.fn(async () => ["Ann"])
    const { signal } = new AbortController()
    const found = await complete(people, ...placed('{"name":{"$in":["x","An|a"]}}'), { values, signal })
    expect(values.mock.calls).toEqual([["name", "An", signal]])
    expect(labels(found)).toEqual(["Ann"])
    await complete(people, ...placed('{"name":|'), { values })
    expect(values).toHaveBeenLastCalledWith("name", "", undefined)
  })

  test.each(["|", "{|", '{"na|', '{"id":{|', '{"$or":|', '{"id":5}|', '{"x":|'])(
    "are not asked for at %s",
    async (marked) => {
      const values = vi.fn(() => [])
      const found = complete(people, ...placed(marked), { values })
      expect(found).toBeInstanceOf(Promise)
      expect(labels(await found)).toEqual(labels(at(marked)))
      expect(values).not.toHaveBeenCalled()
    },
  )

  test("a signal cancels before and during the search", async () => {
    const values = vi.fn(() => [])
    const reason = new Error("too late")
    const aborted = AbortSignal.abort(reason)
    await expect(complete(people, '{"id":', 6, { values, signal: aborted })).rejects.toBe(reason)
    expect(values).not.toHaveBeenCalled()
    const controller = new AbortController()
    const search = async () => {
      controller.abort(reason)
      return [5]
    }
    await expect(complete(people, '{"id":', 6, { values: search, signal: controller.signal })).rejects.toBe(
      reason,
    )
  })

  test("an error of the search rejects the promise", async () => {
    const error = new Error("no database")
    const fail = () => {
      throw error
    }
    await expect(complete(people, '{"id":', 6, { values: fail })).rejects.toBe(error)
    await expect(complete(people, '{"id":', 6, { values: async () => fail() })).rejects.toBe(error)
  })
})

test.each([-1, 3, 0.5, Number.NaN])("the offset %s is refused", (offset) => {
  expect(() => complete(people, "{}", offset)).toThrow(
    new RangeError("The offset must be an integer from 0 to 2, the length of the text"),
  )
})

test("what is not a schema is refused", () => {
  expect(() => complete({} as typeof people, "{}", 1)).toThrow(TypeError)
})
