import { createMongoAbility, type MongoAbility, type RawRuleOf, subject } from "@casl/ability"
import { rulesToAST } from "@casl/ability/extra"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import { type Filter, FilterError } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { stringify } from "../../src/query-string.ts"
import { fromUcast } from "../../src/ucast.ts"
import { records } from "../arbitraries/people.ts"
import { people } from "../conformance/people.ts"
import { pageOf } from "../documentation/docs.ts"
import { runExample } from "../documentation/examples.ts"
import { runs } from "../properties/runs.ts"
import { jsRecord } from "../ucast/js-records.ts"

type Rule = RawRuleOf<MongoAbility>

const can = (conditions?: Rule["conditions"]): Rule => ({
  action: "read",
  subject: "Person",
  ...(conditions && { conditions }),
})
const cannot = (conditions?: Rule["conditions"]): Rule => ({ ...can(conditions), inverted: true })

function conditionOf(...rules: Rule[]) {
  return rulesToAST(createMongoAbility(rules), "read", "Person")
}

function filterOf(...rules: Rule[]): Filter<typeof people> {
  const condition = conditionOf(...rules)
  return condition === null ? filterBuilder(people).none : fromUcast(people, condition)
}

describe("what rulesToAST returns", () => {
  test.each<[rules: Rule[], filter: string]>([
    [[can()], "{}"],
    [[can({})], "{}"],
    [[], '{"$or":[]}'],
    [[cannot()], '{"$or":[]}'],
    [[can({ id: 1 }), cannot()], '{"$or":[]}'],
    [[can({ id: 1 })], '{"id":1}'],
    [[can({ id: 1 }), can({ count: { $gt: 2 } })], '{"$or":[{"count":{"$gt":2}},{"id":1}]}'],
    [[can(), cannot({ id: 1 })], '{"id":{"$ne":1}}'],
    [
      [can({ name: { $regex: "^a" } }), cannot({ role: { $in: ["admin"] } })],
      '{"name":{"$gte":"a","$lt":"b"},"role":{"$nin":["admin"]}}',
    ],
    [[can({ tags: { $elemMatch: { name: "a" } } })], '{"tags.name":"a"}'],
    [[can({ seenAt: { $gte: new Date(0) } })], '{"seenAt":{"$gte":"1970-01-01T00:00:00Z"}}'],
  ])("rules %#", (rules, filter) => {
    expect(stringify(filterOf(...rules))).toBe(filter)
  })

  test("null, which permits nothing, is never read as everything", () => {
    expect(conditionOf(cannot())).toBeNull()
    expect(() => fromUcast(people, conditionOf(cannot()) as never)).toThrow(/nothing is permitted/)
  })

  test("a rule that no filter expresses is refused", () => {
    expect(() => filterOf(can({ name: { $exists: true } }))).toThrow(FilterError)
    expect(() => filterOf(can(), cannot({ count: { $lt: 5 } }))).toThrow(/null satisfies an order/)
  })
})

describe("a value in another form than records have is refused, because CASL finds no record by it", () => {
  const record = {
    id: 7,
    owner: 7,
    price: 1.5,
    ref: "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4",
    seenAt: new Date("2022-01-01T00:00:00Z"),
  }

  test.each<[conditions: Rule["conditions"], form: RegExp]>([
    [{ id: "7" }, /write the number 7/],
    [{ id: 7n }, /write the number 7/],
    [{ id: { $in: ["7"] } }, /write the number 7/],
    [{ owner: "7" }, /write the number 7/],
    [{ price: "1.50" }, /write the number 1.5/],
    [{ ref: record.ref.toUpperCase() }, /write the string 018fd1b1/],
    [{ seenAt: "2022-01-01T00:00:00Z" }, /write a Date/],
  ])("%o", (conditions, form) => {
    expect(createMongoAbility([can(conditions)]).can("read", subject("Person", { ...record }))).toBe(false)
    expect(() => filterOf(can(conditions))).toThrow(form)
    expect(() => filterOf(can(), cannot(conditions))).toThrow(form)
  })

  test("also in a rule that takes a permission away", () => {
    const rules = [can(), cannot({ id: { $ne: "7" } })]
    expect(createMongoAbility(rules).can("read", subject("Person", { ...record }))).toBe(false)
    expect(() => filterOf(...rules)).toThrow(/write the number 7/)
  })
})

const withoutOrders: readonly Rule["conditions"][] = [
  undefined,
  {},
  { id: 1 },
  { id: { $in: [1, 2] } },
  { active: true },
  { active: { $ne: true } },
  { count: null },
  { count: { $ne: null } },
  { role: { $nin: ["agent"] }, active: true },
  { name: { $regex: "a" } },
  { name: { $regex: "^a" } },
  { "tags.name": "a" },
  { "tags.name": { $ne: "a" } },
  { "tags.name": null },
  { tags: { $elemMatch: { rank: { $in: [0, 1] } } } },
  { "company.name": "a" },
  { "company.name": { $ne: "a" } },
  { "company.name": null },
  { owner: 1 },
  { id: "1" },
  { id: { $ne: 1n } },
  { count: { $nin: ["1", null] } },
  { owner: { $in: ["1", 1] } },
  { price: "1.50" },
  { seenAt: { $ne: "2024-02-29T00:00:00Z" } },
  { tags: { $elemMatch: { rank: { $in: ["0"] } } } },
]
const withOrders: readonly Rule["conditions"][] = [
  { count: { $lt: 1 } },
  { count: { $gte: 0, $ne: null } },
  { seenAt: { $lt: new Date("2024-02-29T00:00:01Z"), $ne: null } },
  { "company.size": { $lte: 1 } },
  { company: { $ne: null }, "company.size": { $lt: 1 } },
  { tags: { $elemMatch: { rank: { $gt: 0, $ne: null } } } },
  { id: { $gt: 1 } },
  { id: { $gt: "1" } },
  { seenAt: { $gt: "1969-12-31" } },
]

function rulesOf(conditions: readonly Rule["conditions"][]): fc.Arbitrary<Rule[]> {
  const rule = fc.tuple(fc.constantFrom(can, cannot), fc.constantFrom(...conditions))
  return fc.array(
    rule.map(([make, condition]) => make(condition)),
    { maxLength: 4 },
  )
}

/** Calls back with what the filter and CASL answer, unless the rules are refused. */
function compare(
  rules: Rule[],
  persons: readonly object[],
  answer: (filter: boolean, casl: boolean) => void,
): void {
  const ability = createMongoAbility(rules)
  let filter: Filter<typeof people>
  try {
    filter = filterOf(...rules)
  } catch (error) {
    expect(error).toBeInstanceOf(FilterError)
    return
  }
  for (const person of persons) {
    const record = jsRecord(person)
    answer(toPredicate(filter)(record as never), ability.can("read", subject("Person", { ...record })))
  }
}

test("rules without orders permit the records that their filter matches", () => {
  fc.assert(
    fc.property(rulesOf(withoutOrders), records(3), (rules, persons) => {
      compare(rules, persons, (filter, casl) => expect(filter).toBe(casl))
    }),
    runs(2000),
  )
})

test("a filter never matches more records than its rules permit", () => {
  fc.assert(
    fc.property(rulesOf([...withoutOrders, ...withOrders]), records(3), (rules, persons) => {
      compare(rules, persons, (filter, casl) => expect(filter && !casl).toBe(false))
    }),
    runs(2000),
  )
})

test("the example of docs/bridges.md", async () => {
  const [, code = ""] = /^```js\n(import \{ defineAbility \}[\s\S]*?)^```$/m.exec(pageOf("bridges.md")) ?? []
  const checked = await runExample(
    code,
    (actual, expected, expression) => expect(actual, expression).toEqual(expected),
    (name) => (name === "desk-filter/ucast" ? import("../../src/ucast.ts") : import(name)),
  )
  expect(checked).toBe(2)
})
