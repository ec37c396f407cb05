import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Hover, hover } from "../../src/editor/hover.ts"
import { defineSchema, field, operators } from "../../src/index.ts"
import { people } from "../conformance/people.ts"
import { runs } from "../properties/runs.ts"
import { changedFilter } from "./changed-texts.ts"

const documented = defineSchema({
  id: field.integer({
    nullable: false,
    description: "The number of the record.",
    source: "https://example.com/id",
  }),
  size: field.enum(Array.from({ length: 12 }, (_, index) => `s${index}`)),
  only: field.enum(["x"]),
  parent: field.reference(undefined as unknown as string, { operators: ["$eq"] }),
  hidden: field.integer({ operators: [] }),
  note: field.string({ inferred: true }),
  marks: field.many({ text: field.string({ operators: ["$eq", "$gt"] }) }),
})

/** The hover at the mark `|` in a text. */
function hoverAt(text: string, schema: typeof people | typeof documented = people): Hover | undefined {
  const offset = text.indexOf("|")
  return hover(schema, text.replace("|", ""), offset)
}

function textAt(text: string, schema?: typeof people | typeof documented): string | undefined {
  return hoverAt(text, schema)?.text
}

describe("a field", () => {
  test.each([
    [
      "id",
      "The number of the record.\n\nA 64-bit integer. Every record has a value.\n\nOperators: $eq, $ne, $lt, $lte, $gt, $gte, $in, $nin\n\nSource: https://example.com/id",
    ],
    [
      "size",
      'One of "s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9" or 2 more. A record may have no value.\n\nOperators: $eq, $ne, $in, $nin',
    ],
    ["only", 'One of "x". A record may have no value.\n\nOperators: $eq, $ne, $in, $nin'],
    ["parent", "The id of a record. A record may have no value.\n\nOperators: $eq"],
    ["hidden", "A 64-bit integer. A record may have no value."],
    [
      "note",
      "A string. A and a differ. A record may have no value. The type is inferred.\n\nOperators: $eq, $ne, $lt, $lte, $gt, $gte, $in, $nin, $contains",
    ],
    [
      "marks.text",
      "A string. A and a differ. A related record may have no value.\n\nA field of marks, a relation to many. A condition is true when some related record satisfies it.\n\nOperators: $eq, $gt",
    ],
  ])("%s", (name, text) => {
    expect(textAt(`{"|${name}":1}`, documented)).toBe(text)
  })

  test.each([
    ["score", "A number. A record may have no value."],
    ["label", "A string. A and a are alike. A record may have no value."],
    ["active", "A boolean: true or false. A record may have no value."],
    ["role", 'One of "agent" or "admin". A record may have no value.'],
    ["seenAt", "A date-time, to the nanosecond. A record may have no value."],
    ["owner", "The id of a record of users. A record may have no value."],
    [
      "secret",
      "A value that filters cannot read. A filter can ask whether there is one. A record may have no value.",
    ],
    ["ref", "A UUID. A record may have no value."],
    ["price", "An exact decimal of at most 38 digits. A record may have no value."],
    ["born", "A date, without a time. A record may have no value."],
  ])("%s", (name, type) => {
    expect(textAt(`{"|${name}":1}`)?.split("\n\n")[0]).toBe(type)
  })

  test("of a relation", () => {
    expect(textAt('{"tags.|rank":1}')?.split("\n\n")[1]).toBe(
      "A field of tags, a relation to many. A condition is true when some related record satisfies it. With $ne or $nin, it is true when no related record has a matching value.",
    )
    expect(textAt('{"company.|size":1}')?.split("\n\n").slice(0, 2)).toEqual([
      "A 64-bit integer. Every related record has a value.",
      "A field of company, a relation to one. A record without a related record has no value.",
    ])
  })

  test("that is unknown", () => {
    expect(hoverAt('{"|idd":1}')).toBeUndefined()
    expect(hoverAt('{"idd":|1}')).toBeUndefined()
    expect(hoverAt('{"idd":|null}')).toBeUndefined()
  })
})

describe("an operator", () => {
  test.each(Object.keys(operators))("%s", (name) => {
    const text = name === "$and" || name === "$or" ? `{"|${name}":[]}` : `{"id":{"|${name}":1}}`
    const [meaning, example, ...others] = textAt(text)?.split("\n\n") ?? []
    expect(meaning).toMatch(/^\$\w+: True when (?!not)[^`]+\.$/)
    expect(meaning?.startsWith(`${name}: `)).toBe(true)
    expect(example).toBe(`Example: ${operators[name as keyof typeof operators].example}`)
    expect(others).toEqual([])
  })

  test.each([
    ['{"id":{"|$nin":[]}}', "$nin: True when $in is false; [] matches everything."],
    ['{"|$gt":1}', "$gt: True when there is a value, and it is greater than the operand."],
    ['{"idd":{"|$gt":1}}', "$gt: True when there is a value, and it is greater than the operand."],
    [
      '{"tags.rank":{"|$or":[]}}',
      "$or: True when at least one filter in the list matches; [] matches nothing.",
    ],
  ])("%s", (text, meaning) => {
    expect(textAt(text)?.split("\n\n")[0]).toBe(meaning)
    expect(textAt(text)?.split("\n\n")).toHaveLength(2)
  })

  test.each([
    ["$eq", "On a relation to many, it is true when some related record satisfies it."],
    ["$ne", "On a relation to many, it is true when no related record has a matching value."],
  ])("%s of a relation to many", (operator, sentence) => {
    expect(textAt(`{"tags.rank":{"|${operator}":1}}`)?.split("\n\n")[1]).toBe(sentence)
  })

  test.each(['{"id":{"|$gtt":1}}', '{"id":{"|gt":1}}', '{"|$gtt":1}', '{"id":{"|constructor":1}}'])(
    "%s is unknown",
    (text) => {
      expect(hoverAt(text)).toBeUndefined()
    },
  )
})

describe("a value", () => {
  test.each([
    ['{"id":|5}', "The integer 5."],
    ['{"id":|1e3}', "The integer 1000."],
    ['{"id":{"$in":[1,|"5"]}}', "The integer 5. A string of digits is read as an integer."],
    [
      '{"id":|9007199254740993}',
      "The integer 9007199254740993. Beyond 2^53, a JavaScript number would lose digits. This integer is read exactly.",
    ],
    ['{"score":|1.50e1}', "The number 15."],
    ['{"score":|0.10000000000000000001}', "The number 0.1. It is the double nearest to the written digits."],
    ['{"score":|-0}', "The number 0."],
    ['{"name":|"\\u0041\\u2028"}', 'The string "A\\u2028".'],
    ['{"label":{"$contains":|"A"}}', 'The string "A". A and a are alike here.'],
    ['{"active":|true}', "The value true."],
    ['{"role":|"agent"}', '"agent" is one of the 2 values of role.'],
    [
      '{"seenAt":|"2024-02-29"}',
      "Thursday, 29 February 2024, 00:00:00 UTC. A date without a time is midnight UTC.",
    ],
    ['{"seenAt":|"2024-02-29T12:30:00Z"}', "Thursday, 29 February 2024, 12:30:00 UTC."],
    [
      '{"seenAt":|"2024-02-29t00:30:00.123456789+01:00"}',
      "Wednesday, 28 February 2024, 23:30:00.123456789 UTC. The offset is converted to UTC.",
    ],
    ['{"seenAt":|"0000-01-01T00:00:00z"}', "Saturday, 1 January 0000, 00:00:00 UTC."],
    ['{"seenAt":|"9999-12-31T23:59:59.50Z"}', "Friday, 31 December 9999, 23:59:59.5 UTC."],
    ['{"owner":|5}', "The record of users with the id 5."],
    ['{"owner":|"5"}', "The record of users with the id 5. A string of digits is read as an integer."],
    [
      '{"ref":|"018FD1B1-7c2e-7b3a-9d4e-5f60718293a4"}',
      "The UUID 018fd1b1-7c2e-7b3a-9d4e-5f60718293a4. Capital letters are read as small ones.",
    ],
    ['{"ref":|"018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"}', "The UUID 018fd1b1-7c2e-7b3a-9d4e-5f60718293a4."],
    ['{"price":|1.90e1}', "The decimal 19."],
    ['{"price":|"-0.10"}', "The decimal -0.1. A string of digits is read as a decimal."],
    ['{"born":|"1970-01-01"}', "Thursday, 1 January 1970."],
    ['{"name":|null}', "null stands for records without a value."],
    ['{"name":{"$nin":["x",|null]}}', "null stands for records without a value."],
    ['{"secret":{"$ne":|null}}', "null stands for records without a value."],
    ['{"tags.name":|null}', "null stands for related records without a value."],
    ['{"$or":[{"$and":[{"id":|5}]}]}', "The integer 5."],
    ['{"id":[1,|5]}', "The integer 5."],
    ['{"id":{"$gt":|5', "The integer 5."],
    ['{"id" |5, "name"', "The integer 5."],
    ["{'id':|5}", "The integer 5."],
  ])("%s", (text, explanation) => {
    expect(textAt(text)).toBe(explanation)
  })

  test("of an enum with one value, and of a reference to any resource", () => {
    expect(textAt('{"only":|"x"}', documented)).toBe('"x" is the only value of only.')
    expect(textAt('{"parent":|5}', documented)).toBe("The record with the id 5.")
  })

  test.each([
    '{"id":|"x"}',
    '{"id":|null}',
    '{"name":{"$gt":|null}}',
    '{"name":{"$gtt":|null}}',
    '{"secret":|1}',
    '{"born":|"2023-02-29"}',
    '{"score":|"1"}',
    '{"$and":|5}',
    '{"id":{"x":|{"y":1}}}',
    "|5",
  ])("%s is invalid", (text) => {
    expect(hoverAt(text)).toBeUndefined()
  })
})

describe("an offset", () => {
  test("is on a token at its start, and at its end if no other token begins there", () => {
    const text = '{ "id" :5,"count":{ "$in":[1 ,2] } }'
    const found = Array.from({ length: text.length + 1 }, (_, offset) => {
      const span = hover(people, text, offset)?.span
      return span === undefined ? "" : text.slice(span.start, span.end)
    })
    const runsOf = found.flatMap((image, offset) =>
      image !== "" && image !== found[offset - 1] ? [[image, offset, found.lastIndexOf(image)]] : [],
    )
    expect(runsOf).toEqual([
      ['"id"', 2, 6],
      ["5", 8, 8],
      ['"count"', 10, 16],
      ['"$in"', 20, 24],
      ["1", 27, 28],
      ["2", 30, 30],
    ])
  })

  test("at the end of the text", () => {
    expect(hoverAt('{"id":5|')?.span).toEqual({ start: 6, end: 7 })
    expect(hoverAt("|")).toBeUndefined()
  })

  test.each([-1, 3, 0.5, Number.NaN, Infinity])("%s is refused", (offset) => {
    expect(() => hover(people, "{}", offset)).toThrow(
      new RangeError("The offset must be an integer from 0 to 2, the length of the text"),
    )
  })
})

test("a text that a server would find too long is explained", () => {
  expect(hover(people, `{"id":5${" ".repeat(16_384)}}`, 1)?.span).toEqual({ start: 1, end: 5 })
})

test("what is not a schema is refused", () => {
  expect(() => hover({} as typeof people, "{}", 0)).toThrow(TypeError)
})

test("never throws, and the span is in the text and has the offset", () => {
  fc.assert(
    fc.property(changedFilter, fc.nat(), (text, nat) => {
      const offset = nat % (text.length + 1)
      const found = hover(people, text, offset)
      if (found === undefined) return
      expect(found.text).not.toBe("")
      expect(found.span.start).toBeGreaterThanOrEqual(0)
      expect(found.span.start).toBeLessThanOrEqual(offset)
      expect(found.span.end).toBeGreaterThanOrEqual(offset)
      expect(found.span.end).toBeLessThanOrEqual(text.length)
      expect(found.span.end).toBeGreaterThan(found.span.start)
    }),
    runs(2000),
  )
})
