import { describe, expect, test } from "vitest"
import { defineSchema, field, matchesEverything, parseFilter, simplify } from "../src/index.ts"
import { stringify } from "../src/query-string.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  name: field.string(),
  code: field.string({ nullable: false }),
  kind: field.string({ operators: ["$in"] }),
  tags: field.many({ name: field.string({ nullable: false }) }),
})
const read = (text: string) => parseFilter(schema, text)

describe("simplify", () => {
  test.each([
    ["{}", "{}"],
    ['{"$and":[{"id":1},{"id":1}]}', '{"id":1}'],
    ['{"$or":[{"id":1},{"id":{"$eq":1}},{"id":{"$in":[1]}}]}', '{"id":1}'],
    ['{"id":{"$in":[1,2,1]}}', '{"id":{"$in":[1,2]}}'],
    ['{"name":{"$in":[null]}}', '{"name":null}'],
    ['{"id":{"$nin":[1,1]}}', '{"id":{"$ne":1}}'],
    ['{"id":{"$in":[]}}', '{"$or":[]}'],
    ['{"id":{"$nin":[]}}', "{}"],
    // A field that was declared without $eq keeps its $in.
    ['{"kind":{"$in":["a"]}}', '{"kind":{"$in":["a"]}}'],
    ['{"id":1,"$or":[]}', '{"$or":[]}'],
    ['{"$or":[{"id":1},{}]}', "{}"],
    ['{"$or":[{"id":1},{"$or":[]}]}', '{"id":1}'],
    ['{"$and":[{"id":1},{"id":{"$ne":1}}]}', '{"$or":[]}'],
    ['{"$or":[{"name":"a"},{"name":{"$ne":"a"}}]}', "{}"],
    ['{"$or":[{"name":{"$in":["a","b"]}},{"name":{"$nin":["a","b"]}}]}', "{}"],
    ['{"$or":[{"tags.name":"a"},{"tags.name":{"$ne":"a"}}]}', "{}"],
    // Not each other's contrary: null satisfies neither of the first, and a record may have both tags.
    [
      '{"$or":[{"name":{"$lt":"a"}},{"name":{"$gte":"a"}}]}',
      '{"$or":[{"name":{"$lt":"a"}},{"name":{"$gte":"a"}}]}',
    ],
    ['{"$and":[{"tags.name":"a"},{"tags.name":"b"}]}', '{"tags.name":"a","$and":[{"tags.name":"b"}]}'],
    ['{"code":{"$contains":""}}', "{}"],
    ['{"name":{"$contains":""}}', '{"name":{"$contains":""}}'],
    ['{"tags.name":{"$contains":""}}', '{"tags.name":{"$contains":""}}'],
  ])("%s is %s", (text, simple) => {
    expect(stringify(simplify(read(text)))).toBe(simple)
    expect(simplify(read(simple))).toEqual(read(simple))
  })
})

describe("matchesEverything", () => {
  test.each([
    "{}",
    '{"$and":[]}',
    '{"id":{"$nin":[]}}',
    '{"$or":[{"id":1},{"id":{"$ne":1}}]}',
    '{"$or":[{}]}',
  ])("says yes to %s", (text) => expect(matchesEverything(read(text))).toBe(true))

  test.each(['{"$or":[]}', '{"name":{"$contains":""}}', '{"id":{"$ne":1}}', '{"name":{"$ne":null}}'])(
    "says no to %s",
    (text) => expect(matchesEverything(read(text))).toBe(false),
  )
})
