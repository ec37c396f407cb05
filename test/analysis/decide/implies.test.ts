import { describe, expect, test } from "vitest"
import { disjoint, equivalent, implies } from "../../../src/analysis/implies.ts"
import { filterBuilder } from "../../../src/builder.ts"
import { and as allOf, or as anyOf } from "../../../src/filter/filter.ts"
import { defineSchema, field, parseFilter, type Schema } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"
import { people } from "../../conformance/people.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  count: field.integer(),
  score: field.number(),
  price: field.decimal(),
  name: field.string(),
  nick: field.string({ caseSensitive: false }),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  at: field.datetime(),
  day: field.date(),
  key: field.uuid(),
  owner: field.reference("users"),
  secret: field.opaque(),
  company: field.one({ id: field.integer({ nullable: false }), name: field.string() }),
  tags: field.many({ name: field.string(), rank: field.integer({ nullable: false }) }),
  notes: field.many({ text: field.string() }),
})
const filter = (input: string | object) => parseFilter(schema, input as object)

/** Pairs of which the first implies the second. */
const true_: readonly (readonly [string, string])[] = [
  ['{"id":7}', '{"id":{"$gt":6}}'],
  ["{}", '{"$or":[{"id":{"$lte":7}},{"id":{"$gte":8}}]}'],
  ['{"count":{"$gt":1,"$lt":3}}', '{"count":2}'],
  ['{"id":{"$ne":0}}', '{"$or":[{"id":{"$lt":0}},{"id":{"$gt":0}}]}'],
  ['{"id":{"$lt":-9223372036854775807}}', '{"id":-9223372036854775808}'],
  ['{"score":{"$gt":1,"$lt":1.0000000000000004}}', '{"score":1.0000000000000002}'],
  ['{"price":{"$gt":"0.1","$lt":"0.2"}}', '{"price":{"$gte":"0.1","$ne":"0.1"}}'],
  ['{"day":{"$gt":"2024-02-28","$lt":"2024-03-01"}}', '{"day":"2024-02-29"}'],
  ['{"at":{"$gt":"9999-12-31T23:59:59.999999998Z"}}', '{"at":"9999-12-31T23:59:59.999999999Z"}'],
  ['{"active":{"$nin":[true,null]}}', '{"active":false}'],
  ['{"role":"admin"}', '{"role":{"$nin":["agent",null]}}'],
  ['{"name":{"$lte":""}}', '{"name":""}'],
  ['{"name":"foobar"}', '{"name":{"$contains":"oba"}}'],
  ['{"name":{"$contains":"foobar"}}', '{"name":{"$contains":"oba"}}'],
  ['{"name":{"$gte":"foo","$lt":"fop"}}', '{"name":{"$contains":"foo"}}'],
  ['{"name":{"$gte":"az","$lt":"ca"}}', '{"$or":[{"name":{"$contains":"a"}},{"name":{"$gte":"b"}}]}'],
  ['{"name":{"$gte":"a","$lt":"c"}}', '{"$or":[{"name":{"$contains":"a"}},{"name":{"$contains":"b"}}]}'],
  ['{"nick":{"$in":["FOO","Bar foo"]}}', '{"nick":{"$contains":"Foo"}}'],
  ['{"name":{"$contains":"a"}}', '{"name":{"$ne":null}}'],
  ['{"secret":null}', '{"$or":[{"secret":{"$eq":null}},{"id":1}]}'],
  ['{"company.name":"x"}', '{"company.id":{"$ne":null}}'],
  ['{"company.id":null}', '{"company.name":null}'],
  ['{"tags.name":"a"}', '{"tags.name":{"$in":["a","b"]}}'],
  ['{"tags.name":"a"}', '{"$or":[{"tags.rank":{"$gt":3}},{"tags.rank":{"$lte":3}}]}'],
  ['{"tags.name":{"$nin":["a","b"]}}', '{"tags.name":{"$ne":"a"}}'],
  ['{"tags.name":{"$contains":"ab"}}', '{"tags.name":{"$contains":"a"}}'],
  ['{"tags.name":"ab"}', '{"tags.name":{"$contains":"a"}}'],
  ['{"tags.name":{"$contains":"a","$ne":"a"}}', '{"tags.name":{"$gt":""}}'],
  // While a related record is known, what follows from it is no alternative.
  [
    '{"tags.name":{"$contains":"ab"}}',
    '{"$and":[{"$or":[{"tags.name":{"$contains":"a"}},{"active":true}]},{"$or":[{"tags.name":{"$contains":"b"}},{"count":1}]}]}',
  ],
  [
    '{"tags.name":"ab"}',
    '{"$and":[{"$or":[{"tags.name":{"$contains":"a"}},{"active":true}]},{"$or":[{"tags.name":{"$lt":"b"}},{"count":1}]}]}',
  ],
  // Two holes for three pigeons.
  [
    '{"count":{"$in":[1,2]},"id":{"$in":[1,2]},"score":{"$in":[1,2]}}',
    '{"$or":[{"count":1,"id":1},{"count":2,"id":2},{"count":1,"score":1},{"count":2,"score":2},{"id":1,"score":1},{"id":2,"score":2}]}',
  ],
  ['{"tags.rank":{"$gt":5}}', '{"tags.rank":{"$gte":6}}'],
  [
    '{"tags.name":"a","notes.text":"b"}',
    '{"$and":[{"$or":[{"tags.name":{"$lt":"b"}},{"notes.text":"a"}]},{"$or":[{"notes.text":{"$in":["a","b"]}},{"tags.name":"c"}]}]}',
  ],
  ['{"$or":[{"active":true},{"id":7}],"active":{"$ne":true}}', '{"id":7}'],
]

/** Pairs of which the first does not imply the second, with the record that proves it. */
const false_: readonly (readonly [string, string, object])[] = [
  ["{}", '{"id":0}', { id: 1 }],
  ['{"id":{"$gt":6}}', '{"id":{"$in":[7,8]}}', { id: 9 }],
  ['{"id":{"$gt":9007199254740993}}', '{"id":1}', { id: 9007199254740994n }],
  ['{"score":{"$gt":1,"$lt":2}}', '{"score":1.5}', { score: 1.3 }],
  ['{"price":{"$gt":"0.1","$lt":"0.2"}}', '{"price":"0.15"}', { price: "0.11" }],
  ['{"count":{"$ne":1}}', '{"count":{"$gt":5}}', {}],
  // A record may have a role that the schema does not list.
  ['{"role":{"$ne":null}}', '{"role":{"$in":["agent","admin"]}}', { role: "other" }],
  ['{"role":{"$ne":null}}', '{"role":"agent"}', { role: "admin" }],
  ['{"secret":{"$ne":null}}', '{"id":1}', { secret: "present", id: 0 }],
  ['{"name":{"$contains":"foo"}}', '{"name":{"$contains":"foobar"}}', { name: "foo" }],
  ['{"company.name":"x"}', '{"company.id":4}', { company: { name: "x", id: 0 } }],
  ['{"company.name":null}', '{"company.id":null}', { company: { id: 0 } }],
  ['{"tags.name":"a"}', '{"tags.name":{"$ne":"b"}}', { tags: [{ name: "b" }, { name: "a" }] }],
  ['{"tags.name":{"$ne":"a"}}', '{"tags.name":{"$ne":null}}', { tags: [{}] }],
  ['{"tags.name":{"$ne":"a"}}', '{"tags.name":"b"}', {}],
  ['{"tags.name":"a"}', '{"tags.rank":{"$lt":5}}', { tags: [{ name: "a", rank: 5 }] }],
]

describe("implies", () => {
  test.each(true_)("%s implies %s", (a, b) => {
    expect(implies(filter(a), filter(b))).toEqual({ answer: "yes" })
  })

  test.each(false_)("%s does not imply %s: %o", (a, b, record) => {
    expect(implies(filter(a), filter(b))).toEqual({ answer: "no", record })
    expect([toPredicate(filter(a))(record), toPredicate(filter(b))(record)]).toEqual([true, false])
  })

  test("says unknown if it knows no text that lies between two others and lacks some", () => {
    // Only texts that begin with the greatest character are greater than it.
    const filters = filter('{"name":{"$gt":"\u{10ffff}"}}')
    expect(implies(filters, filter('{"name":{"$contains":"\u{10ffff}"}}'))).toEqual({ answer: "unknown" })
  })

  test("names the values of fields with hostile names", () => {
    const hostile = defineSchema({
      ["__proto__"]: field.integer({ nullable: false }),
      constructor: field.many({ ["__proto__"]: field.integer({ nullable: false }) }),
    }) as Schema
    const a = parseFilter(hostile, '{"__proto__":7,"constructor.__proto__":8}')
    const answer = implies(a, parseFilter(hostile, '{"__proto__":9}'))
    if (answer.answer !== "no") throw new Error("It should be no")
    expect(Object.entries(answer.record)).toEqual([
      ["__proto__", 7],
      ["constructor", [expect.anything()]],
    ])
    expect(toPredicate(a)(answer.record)).toBe(true)
  })

  test("says unknown for filters of schemas with another field of the same name", () => {
    const other = defineSchema({ id: field.string() }) as Schema
    expect(implies(parseFilter(schema as Schema, '{"id":1}'), parseFilter(other, '{"id":"1"}'))).toEqual({
      answer: "unknown",
    })
    const same = defineSchema({ id: field.integer({ nullable: false, description: "The number" }) }) as Schema
    expect(implies(parseFilter(schema as Schema, '{"id":1}'), parseFilter(same, '{"id":1}'))).toEqual({
      answer: "yes",
    })
  })
})

describe("the search", () => {
  const numbers = ["id", "count", "score", "price", "owner"]
  const four = [1, 2, 3, 4]
  /** Five pigeons in four holes: some two of them are in one hole. */
  const pigeons = filter(Object.fromEntries(numbers.map((name) => [name, { $in: four }])))
  const pairs = numbers.flatMap((one, i) => numbers.slice(i + 1).map((other) => [one, other] as const))
  const sharing = filter({
    $or: pairs.flatMap(([one, other]) => four.map((hole) => ({ [one]: hole, [other]: hole }))),
  })

  test("does not search the same again", () => {
    expect(implies(pigeons, sharing)).toEqual({ answer: "yes" })
  })

  test("decides parts that share no field on their own", () => {
    const { and, or, eq } = filterBuilder(schema)
    const either = or(and(eq("active", true), eq("name", "x")), and(eq("active", false), eq("nick", "y")))
    expect(implies(and(either, pigeons), sharing)).toEqual({ answer: "yes" })
    expect(implies(and(either, filter({ id: 1 })), sharing)).toMatchObject({ answer: "no" })
  })

  test("gives up before it exhausts the stack", () => {
    const names = Array.from({ length: 1020 }, (_, i) => `f${i}`)
    const wide = defineSchema(
      Object.fromEntries(names.map((name) => [name, field.integer()])) as Record<
        string,
        ReturnType<typeof field.integer>
      >,
    )
    const chain = names.slice(1).map((name, i) => ({ $or: [{ [names[i] as string]: 1 }, { [name]: 1 }] }))
    const limits = { maxLength: 1e6, maxNodes: 1e5, maxListLength: 1e5 }
    const all = parseFilter(wide as Schema, { $and: chain } as object, { limits })
    expect(disjoint(all, all, { budget: 1e9 })).toEqual({ answer: "unknown" })
  })
})

describe("disjoint", () => {
  test("is symmetric, and names a record that both match", () => {
    const [a, b] = [filter('{"id":{"$gt":6,"$lt":8}}'), filter('{"id":{"$ne":7}}')]
    expect(disjoint(a, b)).toEqual({ answer: "yes" })
    expect(disjoint(b, a)).toEqual({ answer: "yes" })
    expect(disjoint(a, filter('{"name":"x"}'))).toEqual({ answer: "no", record: { id: 7, name: "x" } })
    // A relation that nothing relates.
    expect(disjoint(filter('{"tags.name":"a"}'), filter('{"tags.rank":{"$nin":[]}}'))).toEqual({
      answer: "no",
      record: { tags: [{ name: "a", rank: 0 }] },
    })
  })
})

describe("equivalent", () => {
  test("needs both directions", () => {
    const [wide, narrow] = [filter('{"id":{"$gt":5}}'), filter('{"id":{"$gt":6}}')]
    expect(equivalent(wide, filter('{"id":{"$gte":6}}'))).toEqual({ answer: "yes" })
    expect(equivalent(wide, narrow)).toEqual({ answer: "no", record: { id: 6 } })
    expect(equivalent(narrow, wide)).toEqual({ answer: "no", record: { id: 6 } })
  })
})

describe("a budget", () => {
  const { and, or, eq } = filterBuilder(schema)
  const complicated = or(...Array.from({ length: 8 }, (_, i) => and(eq("count", i), eq("score", i))))

  test("bounds the work", () => {
    expect(implies(complicated, filter('{"count":{"$lt":8}}'), { budget: 10 })).toEqual({ answer: "unknown" })
    expect(disjoint(complicated, complicated, { budget: 10 })).toEqual({ answer: "unknown" })
    expect(equivalent(complicated, filter('{"count":{"$lt":8}}'), { budget: 10 })).toEqual({
      answer: "unknown",
    })
    expect(implies(complicated, filter('{"count":{"$lt":8}}'))).toEqual({ answer: "yes" })
  })

  test("that ran out while a record was made smaller leaves the record", () => {
    const answers = Array.from({ length: 100 }, (_, i) =>
      disjoint(complicated, filter('{"name":{"$ne":"x"},"tags.name":"a"}'), { budget: 50 * (1 + i) }),
    )
    const records = answers.flatMap((answer) => (answer.answer === "no" ? [answer.record] : []))
    expect(records.length).toBeGreaterThan(10)
    expect(records.every(toPredicate(complicated))).toBe(true)
  })

  test.each([0, -1, Number.NaN])("of %s steps is a RangeError", (budget) => {
    for (const ask of [implies, disjoint, equivalent])
      expect(() => ask(complicated, filter("{}"), { budget })).toThrow(RangeError)
  })

  test("is exhausted, and nothing worse happens, by a filter that is huge", () => {
    const many = Array.from({ length: 200_000 }, (_, i) => eq("id", i))
    for (const huge of [anyOf([...many]), allOf([...many])])
      expect(implies(huge, filter('{"id":{"$lt":0}}'))).toEqual({ answer: "unknown" })
  })
})

test("a related record has some value or none in each of its fields", () => {
  const due = parseFilter(people, '{"tags.due":{"$lte":"1900-01-01"}}')
  const both = parseFilter(people, '{"tags.name":{"$gte":"","$eq":null}}')
  const either = parseFilter(people, '{"$or":[{"tags.name":{"$gte":""}},{"tags.name":null}]}')
  expect(implies(due, both).answer).toBe("no")
  expect(implies(due, either).answer).toBe("yes")
})
