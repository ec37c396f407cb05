import { describe, expect, test } from "vitest"
import { explain } from "../../src/analysis/explain/explain.ts"
import { formatExplanation } from "../../src/analysis/explain/format.ts"
import { dropImplied } from "../../src/analysis/explain/implied.ts"
import type { Leaf, Node } from "../../src/analysis/explain/support.ts"
import { filterBuilder } from "../../src/builder.ts"
import { type Condition, type FieldName, type Filter, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { stringify } from "../../src/query-string.ts"
import { people } from "../conformance/people.ts"

const read = (text: string) => parseFilter(people, text)
const explained = (text: string, record: unknown) => explain(read(text), record)
const textsOf = (text: string, record: unknown) => explained(text, record).reasons.map(({ text }) => text)
/** The conditions that decided, as the text of the filter has them. */
const named = (filter: Filter<typeof people>, record: unknown) =>
  explain(filter, record).reasons.map(({ span }) => stringify(filter).slice(span.start, span.end))

test("a reason has the name of a field of the schema", () => {
  const names: readonly FieldName<typeof people>[] = explain(read('{"id":7}'), { id: 7 }).reasons.map(
    ({ field }) => field,
  )
  expect(names).toEqual(["id"])
})

describe("says what the record has and what the condition asks for", () => {
  test.each([
    ['{"id":7}', { id: 7 }, "id is 7"],
    ['{"id":7}', { id: 8 }, "id is 8, not 7"],
    ['{"count":7}', {}, "count is empty, not 7"],
    ['{"count":null}', { count: null }, "count is empty"],
    ['{"count":null}', { count: 5 }, "count is 5, not empty"],
    ['{"role":{"$ne":"agent"}}', { role: "guest" }, 'role is "guest", not "agent"'],
    ['{"role":{"$ne":"agent"}}', { role: "agent" }, 'role is "agent"'],
    ['{"count":{"$ne":null}}', { count: 5 }, "count is 5, not empty"],
    ['{"count":{"$ne":null}}', {}, "count is empty"],
    ['{"id":{"$in":[7,8,9]}}', { id: 8 }, "id is 8, one of 7, 8 or 9"],
    ['{"id":{"$in":[7,8,9]}}', { id: 6 }, "id is 6, not 7, 8 or 9"],
    ['{"id":{"$in":[7]}}', { id: 7 }, "id is 7"],
    ['{"count":{"$nin":[7,null]}}', { count: 6 }, "count is 6, not 7 or empty"],
    ['{"count":{"$nin":[7,null]}}', {}, "count is empty, one of 7 or empty"],
    ['{"id":{"$lt":7}}', { id: 5 }, "id is 5, which is less than 7"],
    ['{"id":{"$lte":7}}', { id: 9 }, "id is 9, not 7 or less"],
    ['{"id":{"$gt":7}}', { id: 7 }, "id is 7, not more than 7"],
    ['{"count":{"$gte":7}}', {}, "count is empty, not 7 or more"],
    ['{"born":{"$gt":"2000-01-01"}}', { born: "1999-12-31" }, "born is 1999-12-31, not after 2000-01-01"],
    [
      '{"born":{"$lte":"2000-01-01"}}',
      { born: "1999-12-31" },
      "born is 1999-12-31, which is 2000-01-01 or earlier",
    ],
    ['{"name":{"$contains":"nn"}}', { name: "Anna" }, 'name is "Anna", which contains "nn"'],
    ['{"name":{"$contains":"nn"}}', { name: 'B"b' }, 'name is "B\\"b", which does not contain "nn"'],
    ['{"name":{"$contains":"nn"}}', {}, 'name is empty, which does not contain "nn"'],
    ['{"name":"a"}', { name: `\u001b${"x".repeat(99)}` }, `name is "\\u001b${"x".repeat(59)}"…, not "a"`],
    ['{"label":"vip"}', { label: "VIP" }, 'label is "VIP"'],
  ])("%s, %j", (text, record, sentence) => {
    expect(textsOf(text, record)).toEqual([sentence])
  })

  test("names ten values of a list, and counts the others", () => {
    const ids = Array.from({ length: 12 }, (_, i) => i)
    expect(textsOf(`{"id":{"$in":[${ids}]}}`, { id: 50 })).toEqual([
      "id is 50, not 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 or 2 more",
    ])
  })
})

describe("gives the actual value in the form that a filter has it in", () => {
  test.each([
    ["id", "7", 7],
    ["id", 9007199254740993n, 9007199254740993n],
    ["id", "-0", 0],
    ["score", "1.50", 1.5],
    ["name", "\u00e9", "\u00e9"],
    ["label", "VIP", "VIP"],
    ["active", 1, true],
    ["active", 0n, false],
    ["active", Uint8Array.of(1), true],
    ["role", "guest", "guest"],
    ["seenAt", new Date(500), "1970-01-01T00:00:00.5Z"],
    ["seenAt", "2024-02-29T13:00:00+01:00", "2024-02-29T12:00:00Z"],
    ["owner", { id: "3", type: "users" }, 3],
    ["owner", { id: null }, null],
    ["ref", "018FD1B1-7C2E-7B3A-9D4E-5F60718293A4", "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"],
    ["price", "1.50", "1.5"],
    ["price", 2n, "2"],
    ["price", `1e-${"9".repeat(40)}`, `1e-${"9".repeat(40)}`],
    ["born", "2000-01-01", "2000-01-01"],
    ["secret", "hunter2", true],
    ["secret", undefined, null],
  ])("%s %s", (name, value, actual) => {
    const filter = read(`{"$or":[{"${name}":${name === "id" ? 1 : null}},{"id":-1}]}`)
    const [reason] = explain(filter, { id: 1, [name]: value }).reasons
    expect(reason).toMatchObject({ field: name, operator: "$eq", actual })
  })

  test("never shows the content of an opaque field", () => {
    const { reasons } = explained('{"secret":null}', { secret: "hunter2" })
    expect(reasons).toEqual([
      {
        field: "secret",
        operator: "$eq",
        expected: null,
        actual: true,
        path: ["secret"],
        span: { start: 1, end: 14 },
        text: "secret is present, not empty",
      },
    ])
  })
})

describe("relations", () => {
  const tags = [null, { name: "a", rank: 1 }, { name: "b" }, { name: "b", rank: "3" }]

  test.each([
    // One related record decided.
    ['{"tags.name":"b"}', { tags }, [{ index: 2, value: "b" }], 'tags[2].name is "b"'],
    ['{"tags.name":{"$ne":"b"}}', { tags }, [{ index: 2, value: "b" }], 'tags[2].name is "b"'],
    ['{"tags.rank":{"$in":[2,3]}}', { tags }, [{ index: 3, value: 3 }], "tags[3].rank is 3, one of 2 or 3"],
    ['{"tags.rank":{"$nin":[null]}}', { tags }, [{ index: 2, value: null }], "tags[2].rank is empty"],
    [
      '{"tags.label":{"$contains":"B"}}',
      { tags: [{ label: "abc" }] },
      [{ index: 0, value: "abc" }],
      'tags[0].label is "abc", which contains "B"',
    ],
    // All related records decided.
    [
      '{"tags.rank":{"$gt":3}}',
      { tags },
      [
        { index: 1, value: 1 },
        { index: 2, value: null },
        { index: 3, value: 3 },
      ],
      "no tags.rank is more than 3; found 1, empty and 3",
    ],
    [
      '{"tags.name":{"$nin":["c","d"]}}',
      { tags: tags.slice(0, 2) },
      [{ index: 1, value: "a" }],
      'no tags.name is "c" or "d"; found "a"',
    ],
    ['{"tags.name":"c"}', { tags: [null] }, [], 'no tags.name is "c"; found nothing'],
    ['{"tags.name":{"$ne":"c"}}', {}, [], 'no tags.name is "c"; found nothing'],
    ['{"company.name":"a"}', { company: { name: "a" } }, "a", 'company.name is "a"'],
    ['{"company.size":{"$gte":5}}', { company: { size: "4" } }, 4, "company.size is 4, not 5 or more"],
    ['{"company.size":{"$gte":5}}', { company: null }, null, "company.size is empty, not 5 or more"],
    ['{"company.size":{"$ne":5}}', {}, null, "company.size is empty, not 5"],
  ])("%s, %j", (text, record, actual, sentence) => {
    const { matches, reasons } = explained(text, record)
    expect(matches).toBe(toPredicate(read(text))(record))
    expect(reasons).toMatchObject([{ actual, text: sentence }])
  })
})

test("a related record after the one that decides is not read", () => {
  const unreadable = {
    get rank(): never {
      throw new Error("read")
    },
  }
  const { reasons } = explained('{"tags.rank":2}', { tags: [{ rank: 1 }, { rank: 2 }, unreadable] })
  expect(reasons).toMatchObject([{ actual: [{ index: 1, value: 2 }] }])
})

describe("names the conditions that decided", () => {
  const record = { id: 5, count: 1, name: "Ann", active: true }

  test.each([
    ["{}", []],
    ['{"$or":[]}', []],
    ['{"id":5,"name":"Ann"}', ['"id":5', '"name":"Ann"']],
    ['{"id":5,"name":"Bob"}', ['"name":"Bob"']],
    ['{"id":6,"name":"Bob"}', ['"id":6']],
    ['{"$or":[{"id":6},{"name":"Ann"},{"active":true}]}', ['"name":"Ann"']],
    ['{"$or":[{"id":6},{"name":"Bob"}]}', ['"id":6', '"name":"Bob"']],
    // The operand with the fewest reasons decides.
    ['{"$or":[{"id":5,"name":"Ann"},{"active":true}]}', ['"active":true']],
    ['{"$or":[{"id":6},{"count":2}],"name":"Bob"}', ['"name":"Bob"']],
    // An operand that nothing can change decides alone.
    ['{"id":6,"$or":[]}', []],
    ['{"$or":[{"id":5},{}]}', []],
    // Equal conditions are one reason.
    ['{"name":"Ann","$and":[{"name":"Ann"}]}', ['"name":"Ann"']],
    ['{"price":1,"$and":[{"price":"1.0"}]}', ['"price":1']],
    // The condition in the second operand is enough for both.
    ['{"$or":[{"id":5},{"name":"Ann"}],"$and":[{"name":"Ann"}]}', ['"name":"Ann"']],
    ['{"$or":[{"name":"Ann"},{"id":5}],"$and":[{"id":5}]}', ['"id":5']],
    [
      '{"$or":[{"id":6,"name":"Bob"},{"id":6,"active":false},{"active":false}]}',
      ['"id":6', '"active":false'],
    ],
  ])("of %s", (text, expected) => {
    const filter = read(text)
    expect(named(filter, record)).toEqual(expected)
    expect(explain(filter, record).matches).toBe(toPredicate(filter)(record))
  })

  test.each([
    // The stronger condition implies the weaker one.
    ['{"id":{"$gt":2},"$and":[{"id":{"$gt":4}}]}', ['"id":{"$gt":4}']],
    ['{"id":{"$in":[5,6]},"$and":[{"id":{"$ne":7}},{"id":{"$lt":9}}]}', ['"$in":[5,6]']],
    ['{"$or":[{"id":{"$lt":2}},{"id":{"$lt":4}}]}', ['"id":{"$lt":4}']],
    // Of conditions with the same meaning, the first one is named.
    ['{"id":{"$gt":4},"$and":[{"id":{"$gte":5}}]}', ['"$gt":4']],
    // Every record has the answer.
    ['{"$or":[{"id":{"$lt":4}},{"id":{"$gte":4}}]}', []],
    ['{"id":{"$lt":4},"$and":[{"id":{"$gt":5}}]}', []],
    ['{"id":{"$in":[]},"name":"Bob"}', []],
    ['{"$or":[{"id":{"$gte":-9223372036854775808}},{"name":"Ann"}]}', []],
    ['{"name":"Ann","$or":[{"count":{"$lt":4}},{"count":{"$gte":4}},{"count":null}]}', ['"name":"Ann"']],
    // An operand that no record changes needs no reason, so its other conditions do not matter.
    ['{"$or":[{"$or":[],"id":6},{"id":7},{"id":{"$in":[7,8]}}]}', ['"id":{"$in":[7,8]}']],
    // The condition that is left decides both operands.
    ['{"$or":[{"id":5},{"name":"Ann"}],"$and":[{"id":{"$in":[5,6]}}]}', ['"id":5']],
    // A record may have a role that the schema does not list, and each tag is tested for itself.
    [
      '{"role":{"$ne":"agent"},"$and":[{"role":{"$ne":"admin"}}]}',
      ['"role":{"$ne":"agent"}', '"role":{"$ne":"admin"}'],
    ],
    [
      '{"tags.rank":{"$ne":1},"$and":[{"tags.rank":{"$ne":2}}]}',
      ['"tags.rank":{"$ne":1}', '"tags.rank":{"$ne":2}'],
    ],
    ['{"tags.rank":1,"$and":[{"tags.rank":{"$in":[1,2]}}]}', ['"$eq":1']],
  ])("without those that the others imply: %s", (text, expected) => {
    const role = text.includes("role") ? { role: "guest" } : {}
    const tags = text.includes('tags.rank":1') ? [{ rank: 1 }] : []
    expect(named(read(text), { ...record, ...role, tags })).toEqual(expected)
  })

  test("keeps the reasons that are too many to compare", () => {
    const conditions = Array.from({ length: 300 }, (_, i) => `{"id":{"$ne":${i + 10}}}`)
    const filter = read(`{"$and":[${conditions}]}`)
    expect(explain(filter, record).reasons).toHaveLength(300)
    const bounds = Array.from({ length: 300 }, (_, i) => `{"id":{"$lt":${i + 10}}}`)
    const { matches, reasons } = explain(read(`{"$and":[${bounds}]}`), record)
    expect(matches).toBe(true)
    expect(reasons.length).toBeLessThan(300)
    expect(reasons.map(({ expected }) => expected)).toContain(10)
  })

  test("an error is not taken for the end of the budget", () => {
    const condition = {
      field: { name: "a" },
      get value(): never {
        throw new RangeError("broken")
      },
    } as unknown as Condition
    const leaf: Leaf = { condition, nodes: [] }
    const root: Node = { leaf, operands: [], needsAll: false, fewest: 1, spare: 0 }
    leaf.nodes.push(root)
    expect(() => dropImplied(root, new Set([leaf]), true)).toThrow("broken")
  })

  test("one node of a filter may be in several places", () => {
    const { and, eq, or } = filterBuilder(people)
    const shared = eq("name", "Ann")
    const filter = and(or(eq("id", 5), shared), or(shared, eq("active", true)), or(eq("count", 2), shared))
    expect(named(filter, record)).toEqual(['"name":"Ann"'])
  })
})

describe("tells where a condition is", () => {
  const record = { id: 5, name: "\u{1f600}", label: 'a"}', tags: [{ rank: 5 }, { rank: 2 }] }

  test.each([
    ['{"id":5}', [[["id"], '"id":5']]],
    ['{"id":{"$gt":4}}', [[["id", "$gt"], '"id":{"$gt":4}']]],
    [
      '{"id":{"$gt":4,"$lt":6}}',
      [
        [["id", "$gt"], '"$gt":4'],
        [["id", "$lt"], '"$lt":6'],
      ],
    ],
    [
      '{"tags.rank":{"$eq":5,"$lt":3}}',
      [
        [["tags.rank", "$eq"], '"$eq":5'],
        [["tags.rank", "$lt"], '"$lt":3'],
      ],
    ],
    [
      '{"id":{"$ne":4},"$and":[{"id":{"$ne":3},"label":"a\\"}"},{"id":{"$gt":2}}]}',
      [
        [["id", "$ne"], '"id":{"$ne":4}'],
        [["$and", 0, "id", "$ne"], '"id":{"$ne":3}'],
        [["$and", 0, "label"], '"label":"a\\"}"'],
        [["$and", 1, "id", "$gt"], '"id":{"$gt":2}'],
      ],
    ],
    [
      '{"name":"\u{1f600}","$or":[{"id":4},{"id":5}]}',
      [
        [["name"], '"name":"\u{1f600}"'],
        [["$or", 1, "id"], '"id":5'],
      ],
    ],
    [
      '{"$or":[{"id":5},{"id":4}],"$and":[{"$or":[{},{"id":4}]},{"$or":[{"id":4},{"name":{"$in":["\u{1f600}"]}}]}]}',
      [
        [["$or", 0, "id"], '"id":5'],
        [["$and", 1, "$or", 1, "name", "$in"], '"name":{"$in":["\u{1f600}"]}'],
      ],
    ],
  ])("in %s", (text, places) => {
    const filter = read(text)
    expect(stringify(filter)).toBe(text)
    const { reasons } = explain(filter, record)
    expect(reasons.map(({ path, span }) => [path, text.slice(span.start, span.end)])).toEqual(places)
  })
})

describe("fails as the predicate does", () => {
  const outcome = (run: () => unknown) => {
    try {
      return run()
    } catch (error) {
      return String(error)
    }
  }

  test.each([
    ["{}", null],
    ["{}", []],
    ["{}", new Map()],
    ['{"id":5}', "record"],
    ['{"id":5}', { id: 1.5 }],
    ['{"name":"a"}', { name: 5 }],
    ['{"tags.name":"a"}', { tags: {} }],
    ['{"tags.name":"a"}', { tags: [[]] }],
    ['{"tags.name":"a"}', { tags: [{ name: "b" }, { name: 1 }] }],
    ['{"company.name":"a"}', { company: [] }],
    // Which condition is tested first decides.
    ['{"seenAt":"2024-01-01","id":5}', { seenAt: "soon", id: 6 }],
    ['{"id":5,"seenAt":"2024-01-01"}', { seenAt: "soon", id: 5 }],
    ['{"$or":[{"seenAt":"2024-01-01"},{"id":5}]}', { seenAt: "soon", id: 5 }],
    ['{"tags.name":"a"}', { tags: [{ name: "a" }, { name: 1 }] }],
  ])("%s, %j", (text, record: unknown) => {
    expect(outcome(() => explained(text, record).matches)).toEqual(
      outcome(() => toPredicate(read(text))(record)),
    )
  })

  test("a value that the predicate cannot read is no reason", () => {
    expect(textsOf('{"seenAt":"2024-01-01","id":5}', { seenAt: "soon", id: 6 })).toEqual(["id is 6, not 5"])
  })

  test("and refuses what is no filter", () => {
    const unchecked = { kind: "and", operands: [] } as never
    expect(() => explain(unchecked, {})).toThrow(TypeError)
    expect(() => formatExplanation(unchecked, { matches: true, reasons: [] })).toThrow(TypeError)
  })
})

describe("formatExplanation", () => {
  const format = (text: string, record: unknown) => formatExplanation(read(text), explained(text, record))

  test("puts carets under each condition", () => {
    expect(format('{ "id": { "$gt": 7, "$lt": 9 }, "name": "Ann" }', { id: 8, name: "Ann" })).toBe(
      [
        "id is 8, which is more than 7",
        '1 | {"id":{"$gt":7,"$lt":9},"name":"Ann"}',
        "  |        ^^^^^^^",
        "",
        "id is 8, which is less than 9",
        '1 | {"id":{"$gt":7,"$lt":9},"name":"Ann"}',
        "  |                ^^^^^^^",
        "",
        'name is "Ann"',
        '1 | {"id":{"$gt":7,"$lt":9},"name":"Ann"}',
        "  |                         ^^^^^^^^^^^^",
      ].join("\n"),
    )
  })

  test("shows only the part of a long filter around a condition", () => {
    const [, line = "", carets = ""] = format(`{"id":{"$nin":[${Array(99).fill(7)}]},"count":5}`, {
      id: 8,
    }).split("\n")
    expect(line.length).toBeLessThan(90)
    expect(line.slice(carets.indexOf("^"))).toBe('"count":5}')
  })

  test("says so if every record gets the answer", () => {
    expect(format("{}", {})).toBe("any record matches")
    expect(format('{"$or":[]}', {})).toBe("no record matches")
  })
})
