import { describe, expect, test } from "vitest"
import { applyEdits, diagnose, rename } from "../../src/editor.ts"
import { parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { people } from "../conformance/people.ts"

/** The first fix of a text, and the text that it makes. */
function firstFix(text: string) {
  const [fix] = diagnose(people, text).flatMap(({ fixes }) => fixes)
  return fix && [fix.title, applyEdits(text, fix.edits)]
}

describe("A fix", () => {
  test.each([
    ['{"nam":"x"}', 'Change to "name"', '{"name":"x"}'],
    ['{"id":{"gt":5}}', 'Change to "$gt"', '{"id":{"$gt":5}}'],
    ['{"and":[{"id":1}]}', 'Change to "$and"', '{"$and":[{"id":1}]}'],
    ['{"role":"Agent"}', 'Write "agent"', '{"role":"agent"}'],
    [
      '{"name":{"$regex":"^ab"}}',
      'Write {"name":{"$gte":"ab","$lt":"ac"}}',
      '{"name":{"$gte":"ab","$lt":"ac"}}',
    ],
    [
      '{"name":{"$regex":"^ab","$options":"s"},"id":1}',
      'Write {"name":{"$gte":"ab","$lt":"ac"}}',
      '{"name":{"$gte":"ab","$lt":"ac"},"id":1}',
    ],
    [
      '{"name":{"$regex":"^ab","$ne":"abc"}}',
      'Write {"name":{"$gte":"ab","$lt":"ac"}}',
      '{"name":{"$ne":"abc"},"$and":[{"name":{"$gte":"ab","$lt":"ac"}}]}',
    ],
    [
      '{"name":{"$regex":"^ab","$ne":"abc"},"$and":[{"id":1}]}',
      'Write {"name":{"$gte":"ab","$lt":"ac"}}',
      '{"name":{"$ne":"abc"},"$and":[{"id":1},{"name":{"$gte":"ab","$lt":"ac"}}]}',
    ],
    [
      '{"name":{"$ne":"abc","$regex":"^ab"},"$and":[]}',
      'Write {"name":{"$gte":"ab","$lt":"ac"}}',
      '{"name":{"$ne":"abc"},"$and":[{"name":{"$gte":"ab","$lt":"ac"}}]}',
    ],
    ['{"id":{"$not":{"$gt":5}}}', 'Write {"id":{"$lte":5}}', '{"id":{"$lte":5}}'],
    ['{"$not":{"id":5}}', 'Write {"id":{"$ne":5}}', '{"id":{"$ne":5}}'],
    [
      '{"$nor":[{"id":5},{"count":6}]}',
      'Write {"id":{"$ne":5},"count":{"$ne":6}}',
      '{"id":{"$ne":5},"count":{"$ne":6}}',
    ],
    [
      '{"$nor":[{"id":5},{"count":6}],"id":7}',
      'Write {"id":{"$ne":5},"count":{"$ne":6}}',
      '{"$and":[{"id":{"$ne":5},"count":{"$ne":6}}],"id":7}',
    ],
    [
      '{"$nor":[{"id":5},{"count":6}],"id":7,"$and":[{"role":"agent"}]}',
      'Write {"id":{"$ne":5},"count":{"$ne":6}}',
      '{"id":7,"$and":[{"role":"agent"},{"id":{"$ne":5},"count":{"$ne":6}}]}',
    ],
    ['{"id":{"$between":[1,5]}}', 'Write {"id":{"$gte":1,"$lte":5}}', '{"id":{"$gte":1,"$lte":5}}'],
    ['{"owner":{"id":5}}', 'Write {"owner":5}', '{"owner":5}'],
    ['{"tags":{"label":"x"}}', 'Write {"tags.label":"x"}', '{"tags.label":"x"}'],
    ['{"id":7,"$not":{"id":5}}', 'Write {"id":{"$ne":5}}', '{"id":7,"$and":[{"id":{"$ne":5}}]}'],
    [
      '{"$not":{"id":5},"id":7,"$and":[{}]}',
      'Write {"id":{"$ne":5}}',
      '{"id":7,"$and":[{},{"id":{"$ne":5}}]}',
    ],
    [
      '{"name":{"$startsWith":"a"}}',
      'Write {"name":{"$gte":"a","$lt":"b"}}',
      '{"name":{"$gte":"a","$lt":"b"}}',
    ],
    ['{"id":5,}', 'Remove ","', '{"id":5}'],
    ['{"id":{"$in":[1,2,]}}', 'Remove ","', '{"id":{"$in":[1,2]}}'],
    ['{"id":5 "name":"x"}', 'Add ","', '{"id":5, "name":"x"}'],
    ['{"id":5\n  "name":"x"}', 'Add ","', '{"id":5,\n  "name":"x"}'],
    ['{"id":{"$in":[1,2}}', 'Add "]"', '{"id":{"$in":[1,2]}}'],
    ['{"id":{"$in":[1,2]}', 'Add "}"', '{"id":{"$in":[1,2]}}'],
    ['{"id":{"$in":[1,2]}\n', 'Add "}"', '{"id":{"$in":[1,2]}}\n'],
    ['{"id":1}}', 'Remove "}"', '{"id":1}'],
    ['{"name":"x",,"id":1}', 'Remove ","', '{"name":"x","id":1}'],
    ["{} {}", "Join with $and", '{"$and":[{}, {}]}'],
    ['{"id":1},{"id":2}', "Join with $and", '{"$and":[{"id":1},{"id":2}]}'],
    ['// c\n{"id":1}', 'Remove "// c"', '\n{"id":1}'],
    ["{id:5}", 'Write "id"', '{"id":5}'],
    ["{'id':5}", 'Write "id"', '{"id":5}'],
    ['{"name":abc}', 'Write "abc"', '{"name":"abc"}'],
    ['{"name":"abc}', 'Add the closing "', '{"name":"abc"}'],
    ['{"name":"a\tb"}', "Write \\t", '{"name":"a\\tb"}'],
    ['{"active":True}', "Write true", '{"active":true}'],
    ['{"active":FALSE}', "Write false", '{"active":false}'],
    ['{"name":None}', "Write null", '{"name":null}'],
    ['{"id"=5}', 'Write ":"', '{"id":5}'],
    ['{"id"=>5}', 'Write ":"', '{"id":5}'],
    ['{"id":5;"name":"x"}', 'Write ","', '{"id":5,"name":"x"}'],
    ['{"name":“x”}', 'Write "x"', '{"name":"x"}'],
    ['{"id":{"$in":"1,2,3"}}', "Write [1,2,3]", '{"id":{"$in":[1,2,3]}}'],
    ['{"id":"1,2,3"}', 'Write {"$in":[1,2,3]}', '{"id":{"$in":[1,2,3]}}'],
    ['{"id":{"$in":["1, 2",3]}}', "Write 1,2", '{"id":{"$in":[1,2,3]}}'],
    ['{"role":"agent,admin"}', 'Write {"$in":["agent","admin"]}', '{"role":{"$in":["agent","admin"]}}'],
    ['{"role":{"$in":"agent, admin"}}', 'Write ["agent","admin"]', '{"role":{"$in":["agent","admin"]}}'],
    [
      '{"ref":"018fd1b1-7c2e-7b3a-9d4e-5f60718293a4,018fd1b1-7c2e-7b3a-9d4e-5f60718293a5"}',
      'Write {"$in":["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4","018fd1b1-7c2…',
      '{"ref":{"$in":["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4","018fd1b1-7c2e-7b3a-9d4e-5f60718293a5"]}}',
    ],
    ['{"role":{"$in":"agent"}}', 'Write ["agent"]', '{"role":{"$in":["agent"]}}'],
    ['{"id":{"$in":5}}', "Write [5]", '{"id":{"$in":[5]}}'],
    ['{"id":{"$in":{"$numberLong":"5"}}}', "Write [5]", '{"id":{"$in":[5]}}'],
    ['{"id":{"$eq":[1,2]}}', 'Change to "$in"', '{"id":{"$in":[1,2]}}'],
    ['{"id":{"$ne":[1,2]}}', 'Change to "$nin"', '{"id":{"$nin":[1,2]}}'],
    ['{"id":{"$gte":[5]}}', "Write 5", '{"id":{"$gte":5}}'],
    ['{"id":{"$gt":{"$numberLong":"5"}}}', "Write 5", '{"id":{"$gt":5}}'],
    ['{"id":{"$in":[{"$numberLong":"5"}]}}', "Write 5", '{"id":{"$in":[5]}}'],
    ['{"id":[1,2]}', 'Write {"$in":[1,2]}', '{"id":{"$in":[1,2]}}'],
    ['{"id":{"$in":[[1,2],3]}}', "Write 1,2", '{"id":{"$in":[1,2,3]}}'],
    ['{"active":"true"}', "Write true", '{"active":true}'],
    ['{"name":5}', 'Write "5"', '{"name":"5"}'],
    ['{"name":true}', 'Write "true"', '{"name":"true"}'],
    ['{"score":"1.5"}', "Write 1.5", '{"score":1.5}'],
    ['{"$or":{"id":1}}', 'Write [{"id":1}]', '{"$or":[{"id":1}]}'],
    ['"{\\"id\\":5}"', "Write the object itself", '{"id":5}'],
    ['{"id":{"$in":[1,null]}}', "Remove null", '{"id":{"$in":[1]}}'],
    ['{"id":{"$in":[null,1]}}', "Remove null", '{"id":{"$in":[1]}}'],
    ['{"id":{"$in":[null]}}', "Remove null", '{"id":{"$in":[]}}'],
    ['{"id":{"$in":[null,1,null]}}', "Remove null", '{"id":{"$in":[1,null]}}'],
    ['{"id":1,"id":2}', "Merge with $and", '{"$and":[{"id":1},{"id":2}]}'],
    ['{"id":{"$gt":1,"$gt":2}}', "Merge with $and", '{"id":{"$gt":1},"$and":[{"id":{"$gt":2}}]}'],
    [
      '{"id":{"$gt":1,"$gt":2},"$and":[{"name":"x"}]}',
      "Merge with $and",
      '{"id":{"$gt":1},"$and":[{"name":"x"},{"id":{"$gt":2}}]}',
    ],
    [
      '{"seenAt":"2024-01-01 10:00:00Z"}',
      'Write "2024-01-01T10:00:00Z"',
      '{"seenAt":"2024-01-01T10:00:00Z"}',
    ],
    ['{"born":{"$in":["31.12.2024"]}}', 'Write "2024-12-31"', '{"born":{"$in":["2024-12-31"]}}'],
    ['{"price":"1,50"}', "Write 1.5", '{"price":1.5}'],
    ['{"count":"1,000,000"}', "Write 1000000", '{"count":1000000}'],
    ['{"count":"null"}', "Write null", '{"count":null}'],
    ['{"id":0x10}', "Write 16", '{"id":16}'],
    ['{"id":1_000}', "Write 1000", '{"id":1000}'],
    ['{"id":007}', "Write 7", '{"id":7}'],
    ['{"id":1,"$and":[{"name":"x"}],"id":2}', "Merge with $and", '{"$and":[{"name":"x"},{"id":1},{"id":2}]}'],
    ['{"$or":[{}],"$or":[{"id":1}]}', "Merge with $and", '{"$and":[{"$or":[{}]},{"$or":[{"id":1}]}]}'],
    ['{"$and":[{"id":1}],"$and":[{"id":2}]}', "Merge with $and", '{"$and":[{"id":1},{"id":2}]}'],
    ['{"$and":[],"$and":[{"id":2}]}', "Merge with $and", '{"$and":[{"id":2}]}'],
    [
      '{"id":1,"name":"x","id":2,"id":4}',
      "Merge with $and",
      '{"$and":[{"id":1},{"id":2},{"id":4}],"name":"x"}',
    ],
    ['{"$or":[{"id":1,"id":2}]}', "Merge with $and", '{"$or":[{"$and":[{"id":1},{"id":2}]}]}'],
  ])("of %s: %s", (text, title, fixed) => {
    expect(firstFix(text)).toEqual([title, fixed])
  })

  test.each([
    ['{:1,"nam":"x"}', '{:1,"name":"x"}'],
    ['{"id":{:1,"gt":5}}', '{"id":{:1,"$gt":5}}'],
    ['{,"nam":"x"}', '{,"name":"x"}'],
  ])("of a mistake that follows what is no member, in %s", (text, fixed) => {
    const fixes = diagnose(people, text).flatMap((diagnostic) => diagnostic.fixes)
    expect(fixes.map(({ edits }) => applyEdits(text, edits))).toContain(fixed)
  })

  test("never guesses: there is none if several texts may be meant, or if it would make another mistake", () => {
    const texts = [
      '{"name":\'a"b\'}',
      "{true:1}",
      '{"id":{"$gt":"1,2"}}',
      '{"id":"1,x"}',
      '{"id":{"$gte":[5,6]}}',
      '{"id":{"$gte":[]}}',
      '{"id":{"$in":[[]]}}',
      '{"name":"x","id":"y"}',
      '{"$or":{"id":1,"count":2}}',
      '{"$or":5}',
      '{"$or":[5]}',
      "5",
      '{"id":null}',
      '{"$and":[{"id":1}],"$and":5}',
      '{"id":1,"$and":5,"id":2}',
      '{"id":,"id":2}',
      '{"active":1}',
      '{"role":"zzz"}',
      '{"id":{}}',
      '{"id":{"$exists":true}}',
      '{"name"}',
      '{"name":}',
      "",
      '{"born":"2023-02-29"}',
      '{"secret":1}',
      '{"id":{"$contains":"x"}}',
      '{"nam":"x","name":"y"}',
      '{"$and":5}',
      "[]",
      '{"id":{"$in":{"a":1}}}',
      '{"id":{"$gt":{"a":1}}}',
    ]
    expect(texts.filter((text) => firstFix(text) !== undefined)).toEqual([])
    expect(texts.filter((text) => diagnose(people, text).length === 0)).toEqual([])
  })

  test("keeps the diagnostics as they are", () => {
    const [mistake, ...others] = diagnose(people, '{"nam":"x"}')
    expect(mistake).toMatchObject({ code: "unknown-field", span: { start: 1, end: 6 } })
    expect(others).toEqual([])
    expect(diagnose(people, '{"name":"x"}')).toEqual([])
  })

  test("does not exist for the filter as a whole", () => {
    const [mistake] = diagnose(people, "{}", { requireSelective: true })
    expect(mistake).toMatchObject({ code: "matches-everything", fixes: [] })
  })

  test("is tried with the options of the parser", () => {
    const text = '{"id":1,"id":2}'
    expect(diagnose(people, text, { limits: { maxDepth: 1 } }).flatMap(({ fixes }) => fixes)).toEqual([])
  })

  test("is not sought in a long text with many mistakes for longer than it helps", () => {
    const text = `{"name":"${"x".repeat(12_000)}","$or":[${Array(20).fill('{"nam":"x"}')}]}`
    const mistakes = diagnose(people, text)
    const tried = mistakes.filter(({ fixes }) => fixes.length > 0)
    expect(tried.length).toBeGreaterThan(0)
    expect(tried.length).toBeLessThan(mistakes.length)
  })
})

describe("A fix means what the text means", () => {
  const records = [1, 5, 7].flatMap((id) =>
    ["abc", "ABC", "b", null].map((name) => ({ id, name, count: id, role: "agent" as const })),
  )
  type Row = (typeof records)[number]
  test.each<[string, (row: Row) => boolean]>([
    ['{"id":{"$not":{"$gt":5}}}', ({ id }) => !(id > 5)],
    ['{"$nor":[{"id":5},{"count":7}]}', ({ id }) => id !== 5 && id !== 7],
    ['{"$nor":[{"id":5},{"count":7}],"id":1}', ({ id }) => id === 1],
    ['{"id":{"$between":[1,5]}}', ({ id }) => id >= 1 && id <= 5],
    ['{"name":{"$regex":"^ab"}}', ({ name }) => name?.startsWith("ab") ?? false],
    ['{"name":{"$regex":"^ab","$ne":"abc"}}', () => false],
    ['{"id":{"$eq":[1,7]}}', ({ id }) => id === 1 || id === 7],
    ['{"id":{"$ne":[1,7]}}', ({ id }) => id === 5],
    ['{"id":[1,7]}', ({ id }) => id === 1 || id === 7],
    ['{"id":1,"id":5}', () => false],
    ['{"id":{"$gt":1,"$gt":5}}', ({ id }) => id > 5],
    ['{"$or":[{"id":1},{"id":5}],"$or":[{"id":5},{"id":7}]}', ({ id }) => id === 5],
    ['{"$and":[{"id":5}],"$and":[{"name":"b"}]}', ({ id, name }) => id === 5 && name === "b"],
    ['{"id":5},{"name":"b"}', ({ id, name }) => id === 5 && name === "b"],
  ])("%s", (text, expected) => {
    const [, fixed = ""] = firstFix(text) ?? []
    const matches = toPredicate(parseFilter(people, fixed))
    expect(records.filter(matches)).toEqual(records.filter(expected))
  })
})

describe("rename", () => {
  test.each([
    ['{"id":1}', '{"count":1}'],
    ['{"name":"id"}', '{"name":"id"}'],
    [
      '{"$or":[{"id":1},{"$and":[{ "id" : {"$gt":1} }]}]}',
      '{"$or":[{"count":1},{"$and":[{ "count" : {"$gt":1} }]}]}',
    ],
    // The object already has the new name.
    ['{"id":1,"count":2}', '{"$and":[{"count":1}],"count":2}'],
    ['{"count":2,"id":1,"name":"x"}', '{"count":2,"$and":[{"count":1}],"name":"x"}'],
    ['{"id":1,"count":2,"$and":[{"id":3}]}', '{"count":2,"$and":[{"count":3},{"count":1}]}'],
    ['{"count":2,"$and":[],"id":1}', '{"count":2,"$and":[{"count":1}]}'],
    // Broken texts.
    ['{"id":1,"name"', '{"count":1,"name"'],
    ['{"id":,"name":"x"}', '{"count":,"name":"x"}'],
    ['{"$or":[{"id":1},5,{"id":', '{"$or":[{"count":1},5,{"count":'],
    ['{"id":1,"count":2,"$and":5}', '{"id":1,"count":2,"$and":5}'],
    ["{id:1}", '{"count":1}'],
    ["[]", "[]"],
    ["", ""],
  ])("%s", (text, renamed) => {
    expect(applyEdits(text, rename(people, text, "id", "count"))).toBe(renamed)
  })

  test("to the same name changes nothing", () => {
    expect(rename(people, '{"id":1}', "id", "id")).toEqual([])
  })

  test("from a name that the schema does not have, in the order of the text", () => {
    expect(rename(people, '{"old":1,"$or":[{"old":2}]}', "old", "id")).toEqual([
      { start: 1, end: 6, text: '"id"' },
      { start: 17, end: 22, text: '"id"' },
    ])
  })

  test("to a name that the schema does not have, or with no schema, is refused", () => {
    expect(() => rename(people, "{}", "id", "x")).toThrow(new RangeError('The schema has no field "x"'))
    expect(() => rename({} as typeof people, "{}", "id", "x")).toThrow(TypeError)
  })
})

test("edits are applied in any order", () => {
  const edits = [
    { start: 4, end: 4, text: "!" },
    { start: 0, end: 1, text: "" },
    { start: 2, end: 3, text: "xyz" },
  ]
  expect(applyEdits("abcd", edits)).toBe("bxyzd!")
  expect(applyEdits("abcd", [])).toBe("abcd")
})
