import { expect, describe as group, test } from "vitest"
import { describe, equal, fieldsOf, matchesEverything, matchesNothing } from "../../src/analysis.ts"
import { defineSchema, field, parseFilter } from "../../src/index.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  name: field.string(),
  label: field.string({ caseSensitive: false }),
  at: field.datetime(),
  active: field.boolean(),
  tags: field.many({ name: field.string() }),
  company: field.one({ size: field.integer({ nullable: false }) }),
  role: field.enum(["own", "all"]),
  listed: field.boolean({ operators: ["$in"] }),
})
const read = (text: string) => parseFilter(schema, text)

group("matchesEverything", () => {
  test.each([
    "{}",
    '{"$and":[]}',
    '{"id":{"$nin":[]}}',
    '{"$or":[{"id":1},{"id":{"$ne":1}}]}',
    '{"$or":[{"id":{"$lt":1}},{"id":{"$gte":1}}]}',
    '{"$or":[{"active":true},{"active":false},{"active":null}]}',
    '{"id":{"$gte":"-9223372036854775808"}}',
    '{"id":{"$lte":"9223372036854775807"}}',
    '{"$or":[{"name":{"$gte":""}},{"name":null}]}',
    '{"$or":[{"at":{"$gte":"0000-01-01"}},{"at":null}]}',
    '{"$or":[{"at":{"$lte":"9999-12-31T23:59:59.999999999Z"}},{"at":null}]}',
    '{"$or":[{"tags.name":{"$in":["x","y"]}},{"tags.name":{"$ne":"x"}}]}',
    '{"$or":[{}]}',
  ])("is true for %s", (text) => expect(matchesEverything(read(text))).toBe(true))

  test.each([
    '{"$or":[]}',
    '{"name":{"$contains":""}}',
    '{"id":{"$ne":1}}',
    '{"name":{"$ne":null}}',
    '{"$or":[{"active":true},{"active":false}]}',
    // A record may hold a value that the schema does not list.
    '{"role":{"$in":["own","all",null]}}',
    '{"$or":[{"role":"own"},{"role":"all"},{"role":null}]}',
    '{"id":{"$gt":"-9223372036854775808"}}',
    '{"name":{"$gte":""}}',
    '{"$or":[{"tags.name":"x"},{"tags.name":{"$nin":["x","y"]}}]}',
    // A record without tags satisfies neither condition. A record without a company has no size.
    '{"$or":[{"tags.name":{"$lt":"a"}},{"tags.name":{"$gte":"a"}},{"tags.name":{"$in":[null]}}]}',
    '{"$or":[{"company.size":{"$lt":1}},{"company.size":{"$gte":1}}]}',
  ])("is false for %s", (text) => expect(matchesEverything(read(text))).toBe(false))
})

group("matchesNothing", () => {
  test.each([
    '{"$or":[]}',
    '{"id":{"$in":[]}}',
    '{"id":{"$gt":5,"$lt":5}}',
    '{"id":1,"$and":[{"id":2}]}',
    '{"name":{"$lt":""}}',
    '{"at":{"$lt":"0000-01-01"}}',
    '{"id":{"$gt":"9223372036854775807"}}',
    '{"tags.name":{"$in":["x"],"$nin":["x","y"]}}',
    '{"$or":[{"id":{"$in":[]}},{"name":{"$gt":"b","$lt":"a"}}]}',
    '{"role":"own","$and":[{"role":{"$ne":"own"}}]}',
  ])("is true for %s", (text) => expect(matchesNothing(read(text))).toBe(true))

  test.each([
    "{}",
    '{"id":1}',
    '{"role":{"$nin":["own","all",null]}}',
    '{"tags.name":"a","$and":[{"tags.name":"b"}]}',
    '{"name":{"$eq":null}}',
  ])("is false for %s", (text) => expect(matchesNothing(read(text))).toBe(false))
})

group("equal", () => {
  test.each([
    ['{"id":1,"name":"a"}', '{"name":"a","id":1}'],
    ['{"id":{"$in":[1,2]}}', '{"$or":[{"id":2},{"id":1}]}'],
    ['{"label":"ANN"}', '{"label":"ann"}'],
    ['{"at":"2024-01-01"}', '{"at":"2024-01-01T01:00:00+01:00"}'],
    ['{"id":{"$gt":5,"$lt":5}}', '{"$or":[]}'],
    ['{"id":"7"}', '{"id":7.0}'],
    ['{"id":{"$in":[9007199254740993,1]}}', '{"id":{"$in":[1,"9007199254740993"]}}'],
    // The field has no operator that could say it in another way.
    ['{"listed":{"$in":[true,false]}}', '{"listed":{"$in":[false,true]}}'],
  ])("%s equals %s", (a, b) => expect(equal(read(a), read(b))).toBe(true))

  test.each([
    ['{"id":1}', '{"id":2}'],
    ['{"id":9007199254740993}', '{"id":9007199254740995}'],
    ['{"name":"1"}', '{"name":null}'],
    ['{"name":{"$in":["a","b"]}}', '{"name":{"$in":["a,b","b"]}}'],
    ['{"role":{"$in":["own","all"]}}', '{"role":{"$ne":null}}'],
    ['{"name":"null"}', '{"name":null}'],
    ['{"name":"ANN"}', '{"name":"ann"}'],
    ['{"id":1,"name":"a"}', '{"$or":[{"id":1},{"name":"a"}]}'],
  ])("%s differs from %s", (a, b) => expect(equal(read(a), read(b))).toBe(false))
})

test("fieldsOf names each field once, in order", () => {
  const filter = read(
    '{"tags.name":"a","$or":[{"id":1},{"$and":[{"name":{"$contains":"x"}},{"id":{"$in":[2]}}]}]}',
  )
  expect(fieldsOf(filter)).toEqual(["tags.name", "id", "name"])
  expect(fieldsOf(read("{}"))).toEqual([])
})

group("describe", () => {
  test.each([
    ["{}", "any record"],
    ['{"$or":[]}', "no record"],
    ['{"name":"Ann"}', 'name is "Ann"'],
    ['{"name":null}', "name is empty"],
    ['{"name":{"$ne":null}}', "name is not empty"],
    ['{"id":{"$ne":5}}', "id is not 5"],
    ['{"id":{"$lt":5}}', "id is less than 5"],
    ['{"id":{"$lte":5}}', "id is 5 or less"],
    ['{"id":{"$gt":5}}', "id is more than 5"],
    ['{"id":{"$gte":9007199254740993}}', "id is 9007199254740993 or more"],
    ['{"at":{"$lt":"2024-01-01"}}', "at is before 2024-01-01T00:00:00Z"],
    ['{"at":{"$lte":"2024-01-01"}}', "at is 2024-01-01T00:00:00Z or earlier"],
    ['{"at":{"$gt":"2024-01-01"}}', "at is after 2024-01-01T00:00:00Z"],
    ['{"at":{"$gte":"2024-01-01"}}', "at is 2024-01-01T00:00:00Z or later"],
    ['{"id":{"$in":[1,2,3]}}', "id is 1, 2 or 3"],
    ['{"id":{"$in":[1]}}', "id is 1"],
    ['{"name":{"$nin":["a",null]}}', 'name is not "a" or empty'],
    ['{"id":{"$in":[]}}', "id is in an empty list"],
    ['{"id":{"$nin":[]}}', "id is not in an empty list"],
    ['{"id":{"$in":[1,2,3,4,5,6,7,8,9,10,11,12]}}', "id is 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 or 2 more"],
    ['{"name":{"$contains":"a\\nb"}}', 'name contains "a\\nb"'],
    ['{"active":true}', "active is true"],
    ['{"tags.name":"a"}', 'some tags.name is "a"'],
    ['{"tags.name":{"$ne":"a"}}', 'no tags.name is "a"'],
    ['{"tags.name":{"$nin":["a","b"]}}', 'no tags.name is "a" or "b"'],
    ['{"company.size":{"$ne":1}}', "company.size is not 1"],
    [
      '{"name":"a","$or":[{"id":1},{"id":{"$gt":5},"active":true}]}',
      'name is "a" and (id is 1 or (id is more than 5 and active is true))',
    ],
  ])("%s: %s", (text, words) => expect(describe(read(text))).toBe(words))
})
