import { describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter, safeParseFilter } from "../../src/index.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  score: field.number(),
  name: field.string(),
  title: field.string({ caseSensitive: false }),
  code: field.string({ operators: ["$lt", "$gte"] }),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  seenAt: field.datetime(),
  agent: field.reference("users"),
  secret: field.opaque(),
  salt: field.opaque({ operators: ["$eq"] }),
  hidden: field.integer({ operators: [] }),
  tags: field.many({
    name: field.string(),
    size: field.integer(),
    secret: field.opaque(),
    a: field.boolean(),
    b: field.boolean(),
    c: field.boolean(),
    ok: field.boolean(),
  }),
  org: field.one({ name: field.string({ nullable: false }), owner: field.reference("users") }),
})

function hintOf(input: unknown): string | undefined {
  const result = safeParseFilter(schema, input)
  return result.ok ? "no mistake" : result.error.diagnostics[0]?.hint
}

/** A filter and its whole hint. */
type Row = readonly [text: string, hint: string]

const EACH =
  "on a relation to many, each condition is tested for itself: two related records may satisfy two conditions"
const TIMES = "write 2024-02-29T12:30:00Z, 2024-02-29T12:30:00.5+01:00, or 2024-02-29 for midnight UTC"
const FIELDS =
  'use a field of the relation: "tags.name", "tags.size", "tags.secret", "tags.a", "tags.b", or 2 more'

const names: readonly Row[] = [
  ...["and", "AND", "And", "_and", "$AND", "$And"].map(
    (name): Row => [`{"${name}":[{"id":1}]}`, 'write "$and"'],
  ),
  ...["or", "Or", "OR", "$OR"].map((name): Row => [`{"${name}":[{"id":1}]}`, 'write "$or"']),
  ...["not", "NOT", "$not", "nor", "$nor"].map(
    (name): Row => [`{"${name}":[{"id":1}]}`, 'write {"id":{"$ne":1}}'],
  ),
  ...["where", "filter", "filters", "query", "WHERE"].map(
    (name): Row => [`{"${name}":{"id":1}}`, 'write {"id":1}'],
  ),
  ['{"where":"id = 1"}', 'leave out "where", and write its conditions directly'],
  ['{"filter":{"limit":1}}', 'leave out "filter", and write its conditions directly'],
  ['{"$not":{"limit":1}}', 'there is no field "limit" to filter by'],
  ['{"$not":{"nmae":"a"}}', 'did you mean "name"?'],
  ['{"$nor":[]}', 'the list of "$nor" is empty'],
  ['{"$not":{}}', "it takes an object of conditions"],
  ['{"$not":5}', "it takes an object of conditions"],
  ['{"$neq":5}', 'write the operator inside a field: {"field":{"$ne":…}}'],
  ['{"$eqq":5}', 'write the operator inside a field: {"field":{"$eq":…}}'],
  ['{"$xor":[]}', 'did you mean "$or"?'],
  ['{"$regex":"a"}', 'a condition begins with the name of a field: {"field":…}'],
  ['{"$expr":{}}', 'a condition begins with the name of a field: {"field":…}'],
  ['{"$date":"x"}', 'a condition begins with the name of a field: {"field":…}'],
  ['{"$text":{"$search":"a"}}', "a filter has no full-text search: $contains finds a substring of one field"],
  ['{"$comment":"a"}', "leave it out"],
]

const relations: readonly Row[] = [
  ['{"org":{"name":"a"}}', 'write {"org.name":"a"}'],
  ['{"org":{"name":{"$gte":"a"},"owner":{"id":5}}}', 'write {"org.name":{"$gte":"a"},"org.owner":5}'],
  ['{"org":{"is":{"name":"a"}}}', 'write {"org.name":"a"}'],
  ['{"org":{"isNot":{"name":"a"}}}', 'write {"org.name":{"$ne":"a"}}'],
  ['{"org":{"some":{"name":"a"}}}', 'write {"org.name":"a"}'],
  ['{"org":{"or":[{"name":"a"},{"owner":5}]}}', 'write {"$or":[{"org.name":"a"},{"org.owner":5}]}'],
  ['{"org":{"nam":"a"}}', 'did you mean "org.name"?'],
  ['{"org":{"zzzzzzzz":"a"}}', 'there is no field "org.zzzzzzzz" to filter by'],
  ['{"org":{"name":{"first":"a"}}}', 'there is no operator "first"'],
  ['{"org":5}', 'use a field of the relation: "org.name", "org.owner"'],
  ['{"org":{}}', 'use a field of the relation: "org.name", "org.owner"'],
  ['{"tags":{"name":"a"}}', 'write {"tags.name":"a"}'],
  ['{"tags":{"name":"a","size":5}}', `write {"tags.name":"a","tags.size":5}; ${EACH}`],
  [
    '{"tags":{"name":{"$ne":"a"}}}',
    'write {"tags.name":{"$ne":"a"}}; on a relation to many, $ne and $nin mean that NO related record is equal',
  ],
  ['{"tags":{"OR":[{"name":"a"},{"size":5}]}}', 'write {"$or":[{"tags.name":"a"},{"tags.size":5}]}'],
  ['{"tags":{"$elemMatch":{"name":"a"}}}', 'write {"tags.name":"a"}'],
  ['{"tags":{"some":{"name":{"$in":["a"]}}}}', 'write {"tags.name":{"$in":["a"]}}'],
  ['{"tags":{"some":{"name":"a","size":5}}}', `no filter means the same: ${EACH}`],
  [
    '{"tags":{"some":{"size":{"$nin":[5]}}}}',
    "on a relation to many, $ne and $nin mean that NO related record is equal",
  ],
  [
    '{"tags":{"none":{"size":5}}}',
    'write {"tags.size":{"$ne":5}}; on a relation to many, $ne and $nin mean that NO related record is equal',
  ],
  ['{"tags":{"some":{"or":[{"name":"a"},{"size":5}]}}}', 'write {"$or":[{"tags.name":"a"},{"tags.size":5}]}'],
  ['{"tags":{"every":{"name":"a"}}}', "no filter says that all related records satisfy a condition"],
  ['{"tags":{"$size":0}}', FIELDS],
  ['{"tags":5}', FIELDS],
  ['{"tags":[{"name":"a"}]}', FIELDS],
  ['{"$not":{"tags":{"name":"a"}}}', 'write {"tags.name":{"$ne":"a"}}'],
]

const operators: readonly Row[] = [
  ['{"active":{"$foo":1}}', "field active supports $eq, $ne, $in, $nin"],
  ['{"active":{"$gt2":1}}', "field active supports $eq, $ne, $in, $nin"],
  [
    '{"active":{"gte":true}}',
    "field active of type boolean does not support $gte: it supports $eq, $ne, $in, $nin",
  ],
  ['{"code":{"x":1}}', 'operators begin with $, as in "$lt"'],
  ['{"name":{"startsWith":"ab"}}', 'write {"name":{"$gte":"ab","$lt":"ac"}}'],
  ['{"name":{"_starts_with":"ab"}}', 'write {"name":{"$gte":"ab","$lt":"ac"}}'],
  ['{"name":{"_nnull":true}}', 'write {"name":{"$ne":null}}'],
  ['{"id":{">=":5}}', 'operators begin with $: write "$gte"'],
  ['{"id":{"$GTE":5}}', "use $gte"],
  ['{"id":{"$mod":[2,0]}}', "field id supports $eq, $ne, $lt, $lte, $gt, $gte, $in, $nin"],
  ['{"id":{"$type":"int"}}', "field id supports $eq, $ne, $lt, $lte, $gt, $gte, $in, $nin"],
  ['{"id":{"$exists":true}}', "field id always has a value"],
  ['{"id":{"$exists":false}}', "field id always has a value"],
  ['{"name":{"$exists":"yes"}}', "it takes true or false"],
  ['{"name":{"$exists":1}}', 'write {"name":{"$ne":null}}'],
  [
    '{"tags.name":{"$exists":false}}',
    "null matches if some related record has no value, and no operator says that all have none",
  ],
  ['{"tags.a":{"$exists":true}}', "no operator tests whether some related record has a value here"],
  ['{"name":{"$not":{"$contains":"a"}}}', "there is no opposite of $contains"],
  ['{"code":{"$not":{"$lt":"a"}}}', "field code of type string does not support $eq"],
  ['{"tags.size":{"$not":{"$lt":5}}}', "no filter says that no related record satisfies $lt"],
  ['{"seenAt":{"$not":{"$lt":"soon"}}}', 'field seenAt expects an RFC 3339 date-time, not "soon"'],
  ['{"name":{"$not":{"$foo":1}}}', 'there is no operator "$foo"'],
  ['{"name":{"$all":"a"}}', "it takes a list of values"],
  ['{"id":{"$between":[1]}}', "it takes a list of two values"],
  ['{"tags.size":{"$between":[1,2]}}', `no filter means the same: ${EACH}`],
  ['{"name":{"$elemMatch":{"$eq":"a"}}}', "it is for a relation to many: write the operators without it"],
  ['{"tags.size":{"$elemMatch":{"$gte":1,"$lt":5}}}', `no filter means the same: ${EACH}`],
  ['{"name":{"$like":5}}', "it takes a string"],
  ['{"name":{"$like":"a%b"}}', "a filter has no patterns: $contains finds a substring"],
  [`{"name":{"$like":"${"a".repeat(301)}"}}`, "a filter has no patterns: $contains finds a substring"],
  ['{"code":{"$like":"a_b"}}', "a filter has no patterns"],
  ['{"name":{"$regex":"^ab","$options":"m"}}', "a filter has no patterns: $contains finds a substring"],
  ['{"name":{"$regex":"^ab","$options":5}}', "a filter has no patterns: $contains finds a substring"],
  ['{"title":{"$regex":"^ab","$options":"i"}}', 'write {"title":{"$gte":"ab","$lt":"ac"}}'],
  ['{"title":{"$regex":"(?i)^ab"}}', 'write {"title":{"$gte":"ab","$lt":"ac"}}'],
  ['{"title":{"$ilike":"é%"}}', "field title ignores the case of the letters A to Z only"],
  ['{"name":{"$ilike":"a%"}}', "field name is case-sensitive, and no filter ignores case on it"],
  ['{"name":{"$ilike":"1%"}}', 'write {"name":{"$gte":"1","$lt":"2"}}'],
  [
    '{"name":{"$endsWith":"a"}}',
    "no filter finds the end of a text: $contains finds the text anywhere, so it finds more records",
  ],
  ['{"name":{"$notEndsWith":"a"}}', "no filter finds the end of a text"],
  ['{"name":{"$not":{"$endsWith":"a"}}}', "no filter finds the end of a text"],
  ['{"name":{"$not":{"$like":"a_b"}}}', "a filter has no patterns: $contains finds a substring"],
  [
    '{"tags.name":{"$notStartsWith":"ab"}}',
    "no filter expresses a prefix on a relation to many, because two related records may satisfy its two conditions",
  ],
  [
    '{"tags":{"none":{"name":{"$startsWith":"ab"}}}}',
    "no filter expresses a prefix on a relation to many, because two related records may satisfy its two conditions",
  ],
  [
    '{"name":{"$not":"a","$ne":"b"}}',
    'write {"name":{"$ne":"a"}}, and join it to the other conditions with $and',
  ],
  [
    '{"name":{"$startsWith":"a","$ne":"ab"}}',
    'write {"name":{"$gte":"a","$lt":"b"}}, and join it to the other conditions with $and',
  ],
  ['{"title":{"$regex":"^a$","$options":"i"}}', 'write {"title":"a"}'],
  ['{"hidden":{"$foo":1}}', "field hidden supports no operator"],
  ['{"hidden":{"foo":1}}', "field hidden supports no operator"],
  ['{"hidden":{"gt":1}}', "field hidden of type integer does not support $gt: it supports no operator"],
  ['{"hidden":{"$startsWith":"a"}}', "field hidden of type integer is not a text: it supports no operator"],
  ['{"code":{"$startsWith":"ab"}}', 'write {"code":{"$gte":"ab","$lt":"ac"}}'],
  ['{"name":{"$startsWith":"\u{10ffff}"}}', 'write {"name":{"$gte":"\\udbff\\udfff"}}'],
  [
    '{"tags.name":{"$startsWith":"ab"}}',
    "no filter expresses a prefix on a relation to many, because two related records may satisfy its two conditions: $contains finds the text anywhere, so it finds more records",
  ],
  ['{"role":{"$startsWith":"a"}}', "field role of type enum is not a text: it supports $eq, $ne, $in, $nin"],
  ['{"id":{"$or":[{"$lt":1},5]}}', 'write {"$or":[{"id":{"$lt":1}},{"id":5}]}'],
  ['{"id":{"$or":[]}}', 'repeat the field in each filter: {"$or":[{"id":…},{"id":…}]}'],
]

const values: readonly Row[] = [
  ['{"seenAt":{"$date":"2024-01-01T00:00:00Z"}}', 'write {"seenAt":"2024-01-01T00:00:00Z"}'],
  ['{"seenAt":{"$gte":{"$date":"2024-01-01"}}}', 'write the value itself: {"$gte":"2024-01-01T00:00:00Z"}'],
  ['{"seenAt":{"$date":{"$numberLong":"1700000000000"}}}', 'write {"seenAt":"2023-11-14T22:13:20Z"}'],
  [
    '{"seenAt":{"$date":{"$numberLong":"1e300"}}}',
    "field seenAt supports $eq, $ne, $lt, $lte, $gt, $gte, $in, $nin",
  ],
  ['{"seenAt":{"$date":1700000000000}}', 'write {"seenAt":"2023-11-14T22:13:20Z"}'],
  ['{"id":{"$numberLong":"5"}}', 'write {"id":5}'],
  ['{"id":{"$numberInt":"five"}}', "field id supports $eq, $ne, $lt, $lte, $gt, $gte, $in, $nin"],
  ['{"id":{"$in":[{"$numberLong":"9223372036854775807"}]}}', "write the value itself: 9223372036854775807"],
  ['{"id":{"$in":{"$numberLong":"5"}}}', 'write the value itself: {"$in":[5]}'],
  ['{"id":{"$in":[{"$oid":"507f"}]}}', "write the value itself"],
  ['{"score":{"$numberDouble":"1.5e3"}}', 'write {"score":1500}'],
  ['{"score":{"$numberDecimal":"0.5"}}', 'write {"score":0.5}'],
  ['{"name":{"$oid":"507f"}}', 'write {"name":"507f"}'],
  ['{"id":{"$oid":"507f"}}', "field id expects an integer, not a string"],
  ['{"name":{"$uuid":"00000000"}}', 'write {"name":"00000000"}'],
  ['{"name":{"$ne":{"a":1,"b":2}}}', 'write the value itself: {"$ne":…}'],
  ['{"agent":{"id":5,"type":"users"}}', 'write {"agent":5}'],
  ['{"agent":{"id":{"$in":[5,6]}}}', 'write {"agent":{"$in":[5,6]}}'],
  ['{"agent":{"$ne":{"id":null}}}', 'write the value itself: {"$ne":…}'],
  ['{"agent":{"$not":{"id":5}}}', 'write {"agent":{"$ne":5}}'],
  ['{"id":[1,2]}', 'to match any of the values, write {"id":{"$in":[1,2]}}'],
  ['{"id":[1,"x"]}', 'to match any of the values, write {"id":{"$in":[…]}}'],
  ['{"code":["a"]}', "field code of type string does not support $in"],
  ['{"code":{"$lt":["a"]}}', "write a condition for each value, joined with $and or $or"],
  ['{"salt":{"$eq":[null]}}', "write a condition for each value, joined with $and or $or"],
  [
    '{"secret":"x"}',
    'write {"$eq":null} for records without a value, or {"$ne":null} for records with a value',
  ],
  ['{"salt":"x"}', 'write {"$eq":null} for records without a value'],
  ['{"tags.secret":"x"}', "write null with $eq or $ne"],
  ['{"tags.name":{}}', "leave the field out"],
  ['{"id":{"$gt":null}}', "field id always has a value"],
  ['{"id":null}', 'no record satisfies it: to match no record, write {"id":{"$in":[]}}'],
  ['{"id":{"$ne":null}}', "leave the condition out: every record satisfies it"],
  ['{"id":{"$nin":[null]}}', "leave null out of the list"],
  ['{"active":"null"}', "write null, without quotes"],
  ['{"score":"None"}', "write null, without quotes"],
  ['{"id":"1,000"}', "write 1000: numbers have no separators"],
  ['{"id":"1,234"}', 'write each id as a separate value: [1,2,3], not "1,2,3"'],
]

const datetimes: readonly (readonly [value: string, hint: string])[] = [
  ['"2024-02-29T12:30:00+0100"', "write 2024-02-29T12:30:00+01:00"],
  ['"2024-02-29T12:30:00+01"', "write 2024-02-29T12:30:00+01:00"],
  ['"2024-02-29T12:30:00-0330"', "write 2024-02-29T12:30:00-03:30"],
  ['"2024-02-29T12:30:00+9900"', TIMES],
  ['"2024-02-29T12:30:0001:00"', TIMES],
  ['"2024-02-29T12:30"', "append an offset such as +01:00, or Z for UTC: 2024-02-29T12:30:00Z"],
  ['"2024-02-29 12:30:00.5"', "append an offset such as +01:00, or Z for UTC: 2024-02-29T12:30:00.5Z"],
  ['"2024-02-30T12:30"', TIMES],
  ['"2024-02-29T12:30Z"', "write 2024-02-29T12:30:00Z"],
  ['"2024-02-29 12:30:00 UTC"', "write 2024-02-29T12:30:00Z"],
  [
    '"2024-02-29T12:30:00 01:00"',
    "a + in a query string means a space: encode it as %2B, or write the time in UTC with Z",
  ],
  ['"2016-12-31T23:59:60Z"', "leap seconds are not supported: write 59"],
  ["1709209800", "write 2024-02-29T12:30:00Z, if it counts seconds since 1970"],
  ["1709209800.5", "write 2024-02-29T12:30:00.500Z, if it counts seconds since 1970"],
  ["1709209800000", "write 2024-02-29T12:30:00Z, if it counts milliseconds since 1970"],
  ['"1709209800000"', "write 2024-02-29T12:30:00Z, if it counts milliseconds since 1970"],
  ["-99999999999999", TIMES],
  ["5", TIMES],
  ["true", TIMES],
  ['"29.02.2024"', "write 2024-02-29"],
  ['"29.2.2024 12:30"', "append an offset such as +01:00, or Z for UTC: 2024-02-29T12:30:00Z"],
  ['"03.04.2024"', "write 2024-04-03"],
  ['"02/29/2024"', "write 2024-02-29"],
  ['"29/02/2024"', "write 2024-02-29"],
  ['"03/03/2024"', "write 2024-03-03"],
  ['"03/04/2024"', "write 2024-04-03 if the day is first, or 2024-03-04 if the month is"],
  ['"2024/2/9"', "write 2024-02-09"],
  ['"20240229"', "write 2024-02-29"],
  ['"2024-02-30"', TIMES],
  ['"30.02.2024"', TIMES],
  ['"null"', "write null, without quotes"],
  ['"tomorrow"', TIMES],
]

const texts: readonly Row[] = [
  ["state eq 'active'", 'a filter is JSON: write {"state":"active"}'],
  ["companies/id ge 5", 'a filter is JSON: write {"companies.id":{"$gte":5}}'],
  ["deletedAt ne null", 'a filter is JSON: write {"deletedAt":{"$ne":null}}'],
  ["state==active", 'a filter is JSON: write {"state":"active"}'],
  ["id=lt=5", 'a filter is JSON: write {"id":{"$lt":5}}'],
  ["id >= 5", 'a filter is JSON: write {"id":{"$gte":5}}'],
  ["trusted = TRUE", 'a filter is JSON: write {"trusted":true}'],
  ["SELECT * FROM t WHERE state = 'a'", 'a filter is JSON: write {"state":"a"}'],
  ["SELECT * FROM t", 'a filter is JSON, not SQL: write conditions such as {"id":5}'],
  ["where a = b", 'a filter is JSON, not SQL: write conditions such as {"id":5}'],
  ["state <> 'a'", 'write a filter in braces, such as {"id":5}, and nothing before it'],
  [`state eq '${"a".repeat(300)}'`, 'write a filter in braces, such as {"id":5}, and nothing before it'],
  ["<html>", "the text is HTML, perhaps an error page: pass the JSON of a filter"],
  ['filter={"id":5}', 'pass only what follows "filter=", decoded'],
  ['{"active":TRUE}', "write true"],
  ['{"active":FALSE}', "write false"],
  ...["NULL", "None", "nil"].map((word): Row => [`{"active":${word}}`, "write null"]),
  ['{"active":undefined}', "JSON has no undefined: write null, or leave the member out"],
  ['{"id":1,000}', "write 1000: numbers have no separators"],
  ['{"id":1,234}', "write 1234: numbers have no separators"],
  ['{"id":1 000 000}', "write 1000: numbers have no separators"],
  ['{"id":{"$in":[1,000]}}', "write 1000: numbers have no separators"],
  ['{"id":007}', "remove the leading zero"],
  ['{"id":{"$in":[1 2 3 4]}}', "separate values by commas"],
  ['{"id":{"$in":[1 2]}}', "add , before 2"],
]

describe("the hint on the notation of another language", () => {
  test.each(names)("name: %s", (text, hint) => expect(hintOf(text)).toBe(hint))
  test.each(relations)("relation: %s", (text, hint) => expect(hintOf(text)).toBe(hint))
  test.each(operators)("operator: %s", (text, hint) => expect(hintOf(text)).toBe(hint))
  test.each(values)("value: %s", (text, hint) => expect(hintOf(text)).toBe(hint))
  test.each(datetimes)("date-time: %s", (value, hint) => expect(hintOf(`{"seenAt":${value}}`)).toBe(hint))
  test.each(texts)("text: %s", (text, hint) => expect(hintOf(text)).toBe(hint))

  test("an operator that the field supports is suggested, and no other", () => {
    expect(hintOf('{"name":{"$eqq":"a"}}')).toMatch(/did you mean "\$eq"/)
    expect(hintOf('{"active":{"$gtee":true}}')).not.toMatch(/\$gte/)
    expect(hintOf('{"role":{"$oor":["agent"]}}')).not.toMatch(/\$or/)
    expect(hintOf('{"code":{"$lt":null}}')).toBeUndefined()
  })

  test("a name of the schema is no word of another language", () => {
    const own = defineSchema({ filter: field.integer(), and: field.integer(), not: field.integer() })
    expect(safeParseFilter(own, '{"filter":1,"and":2,"not":3}').ok).toBe(true)
  })

  test("a wrong value in a list of objects has its own reason", () => {
    expect(hintOf('{"id":{"$not":{"$in":[{"a":1},[2]]}}}')).toBe("a list of values cannot contain an object")
    expect(hintOf('{"id":{"$not":{"$eq":{"a":1}}}}')).toBe("$eq takes one value, not an object")
    // The syntax error is a mistake of its own.
    expect(hintOf('{"id":{"$nor":[{"$in":[1,}')).toBeUndefined()
  })

  test("a filter that is too long to show has no hint", () => {
    const list = JSON.stringify(Array.from({ length: 200 }, (_, i) => i))
    expect(hintOf(`{"id":{"$not":{"$in":${list}}}}`)).toBeUndefined()
    expect(hintOf(`{"id":${list}}`)).toBe('to match any of the values, write {"id":{"$in":[…]}}')
  })

  test("a checked filter, a pattern and other objects are no JSON", () => {
    expect(hintOf(parseFilter(schema, '{"id":5}'))).toBe("use it as it is, or pass stringify(filter)")
    expect(hintOf({ $and: [parseFilter(schema, '{"id":5}')] })).toBe(
      "use it as it is, or pass stringify(filter)",
    )
    expect(hintOf({ name: /a/ })).toBe("use $contains to find a substring")
    expect(hintOf({ name: new Map() })).toBe("use a plain object")
  })
})

describe("what cannot be read has a hint too", () => {
  const few = defineSchema({
    fixed: field.integer({ nullable: false, operators: ["$eq"] }),
    name: field.string(),
    seenAt: field.datetime(),
    tags: field.many({ name: field.string() }),
  })
  test.each<Row>([
    ['{"fixed":null}', "no record satisfies it"],
    ['{"fixed":{"$le":1}}', "field fixed of type integer does not support $lte: it supports $eq"],
    ['{"name":{"$oid":5}}', "field name supports $eq, $ne, $lt, $lte, $gt, $gte, $in, $nin, $contains"],
    [
      '{"seenAt":{"$date":{"$numberLong":"5","a":1}}}',
      "field seenAt supports $eq, $ne, $lt, $lte, $gt, $gte, $in, $nin",
    ],
    ['{"seenAt":{"$date":{}}}', "field seenAt supports $eq, $ne, $lt, $lte, $gt, $gte, $in, $nin"],
    ['{"name":{"$options":"i"}}', "it belongs to $regex, which no filter has"],
    ['{"tags.name":{"$elemMatch":5}}', "field tags.name expects a string, not a number"],
    ['{"tags.name":{"$elemMatch":{}}}', "it takes an object of conditions"],
    ['{"name":{"$null":"x"}}', "it takes true or false"],
    ['{"name":{"$between":[{},[]]}}', "$gte takes one value, not an object"],
    ['{"name":{"$between":{"a":1}}}', "it takes a list of two values"],
    ['{"name":{"$all":{"$a":1}}}', "it takes a list of values"],
    ['{"name":[{}]}', 'to match any of the values, write {"name":{"$in":[…]}}'],
    ['{"name":{"or":[1]}}', "field name expects a string, not a number"],
    ['{"name":{"like":[1]}}', "it takes a string"],
  ])("%s", (text, hint) => {
    const result = safeParseFilter(few, text)
    expect(result.ok ? "no mistake" : result.error.diagnostics[0]?.hint).toBe(hint)
  })

  test("a part with a syntax error has none", () => {
    const result = safeParseFilter(few, '{"name":{"$not":{"$lt":}}}')
    expect(result.ok ? [] : result.error.diagnostics.map(({ code }) => code)).toEqual([
      "unsupported-operator",
      "syntax",
    ])
  })
})
