import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { rules } from "../../src/check/rules.ts"
import { customers } from "../../src/desk.ts"
import {
  type Diagnostic,
  defineSchema,
  field,
  type ParseOptions,
  parseFilter,
  safeParseFilter,
} from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { runs } from "../properties/runs.ts"
import { objectingRules } from "./objecting-rules.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  score: field.number(),
  name: field.string(),
  code: field.string({ operators: ["$in"] }),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  seenAt: field.datetime(),
  agent: field.reference("users"),
  secret: field.opaque(),
  tags: field.many({ name: field.string() }),
})

function found(text: string, options?: ParseOptions): readonly Diagnostic[] {
  const result = safeParseFilter(schema, text, options)
  return result.ok ? [] : result.error.diagnostics
}

/** The marked parts of the text, each with its code: `type-mismatch "5"`. */
function marked(text: string, options?: ParseOptions): string[] {
  return found(text, options).map(({ code, span }) => `${code} ${text.slice(span?.start, span?.end)}`)
}

/** A text, the marked part, its path, the message and the hint. */
type Mistake = [
  text: string,
  marked: string,
  path: (string | number)[],
  message: RegExp,
  hint?: RegExp,
  options?: ParseOptions,
]

const mistakes: readonly Mistake[] = [
  // A filter is an object.
  ["[]", "type-mismatch []", [], /A filter must be an object, not a list/, /write \{\}.*PHP/],
  ['[{"id":1}]', 'type-mismatch [{"id":1}]', [], /not a list/, /\$and/],
  ["5", "type-mismatch 5", [], /not a number/, /\{\}/],
  ["null", "type-mismatch null", [], /not null/, /\{\}/],
  ['"{}"', 'type-mismatch "{}"', [], /not a string/, /object itself/],
  ['{"$or":[5]}', "type-mismatch 5", ["$or", 0], /not a number/],
  ['{"$or":[[]]}', "type-mismatch []", ["$or", 0], /not a list/],
  // $and and $or take lists.
  [
    '{"$and":{"id":1}}',
    'type-mismatch {"id":1}',
    ["$and"],
    /\$and takes a list of filters, not an object/,
    /\{"\$and":\[/,
  ],
  ['{"$or":"x"}', 'type-mismatch "x"', ["$or"], /not a string/],
  [
    '{"$or":[]}',
    'empty-operators "$or"',
    ["$or"],
    /list of \$or is empty/,
    /leave \$or out/,
    { emptyOr: "error" },
  ],
  // Names.
  ['{"id":1,"id":2}', 'duplicate-key "id"', ["id"], /appears more than once/, /\$and/],
  ['{"id":1,"\\u0069d":2}', 'duplicate-key "\\u0069d"', ["id"], /"id" appears more than once/],
  [
    '{"id":{"$gt":1,"$gt":2}}',
    'duplicate-key "$gt"',
    ["id", "$gt"],
    /"\$gt" appears more than once/,
    /\$and/,
  ],
  ['{"$or":[],"\\u0024or":[]}', 'duplicate-key "\\u0024or"', ["$or"], /"\$or" appears more than once/],
  // Fields.
  ['{"nmae":1}', 'unknown-field "nmae"', ["nmae"], /no field "nmae"/, /did you mean "name"\?/],
  ['{"ID":1}', 'unknown-field "ID"', ["ID"], /no field "ID"/, /did you mean "id"/],
  ['{"tags.nam":1}', 'unknown-field "tags.nam"', ["tags.nam"], /no field/, /did you mean "tags.name"/],
  ['{"tags":1}', 'unknown-field "tags"', ["tags"], /no field "tags"/, /"tags.name"/],
  ['{"":1}', 'unknown-field ""', [""], /no field ""/],
  ['{"tags":{"name":"a"}}', 'unknown-field "tags"', ["tags"], /no field "tags"/, /write \{"tags.name":"a"\}/],
  // Operators in the wrong position.
  ['{"$gt":5}', 'unknown-operator "$gt"', ["$gt"], /Expected a field name/, /\{"field":\{"\$gt":/],
  [
    '{"id":{"$and":[]}}',
    'unknown-operator "$and"',
    ["id", "$and"],
    /cannot be used inside a field/,
    /\{"\$and":\[/,
  ],
  [
    '{"agent":{"id":5}}',
    'unknown-operator "id"',
    ["agent", "id"],
    /expects an operator, not "id"/,
    /\{"agent":5\}/,
  ],
  ['{"name":{"eq":"a"}}', 'unknown-operator "eq"', ["name", "eq"], /expects an operator, not/, /"\$eq"/],
  ['{"name":{"x":"a"}}', 'unknown-operator "x"', ["name", "x"], /expects an operator, not/, /begin with \$/],
  // Unknown operators.
  [
    '{"id":{"$gte2":5}}',
    'unknown-operator "$gte2"',
    ["id", "$gte2"],
    /no operator "\$gte2"/,
    /did you mean "\$gte"/,
  ],
  ['{"id":{"$neq":5}}', 'unknown-operator "$neq"', ["id", "$neq"], /no operator/, /use \$ne/],
  [
    '{"name":{"$like":"a%"}}',
    'unknown-operator "$like"',
    ["name", "$like"],
    /no operator/,
    /write \{"name":\{"\$gte":"a","\$lt":"b"\}\}/,
  ],
  ['{"$xor":[]}', 'unknown-operator "$xor"', ["$xor"], /no operator "\$xor"/, /"\$or"/],
  // Operators of MongoDB.
  [
    '{"name":{"$regex":"a"}}',
    'unsupported-operator "$regex"',
    ["name", "$regex"],
    /MongoDB.*not support/,
    /\$contains/,
  ],
  [
    '{"name":{"$exists":true}}',
    'unsupported-operator "$exists"',
    ["name", "$exists"],
    /MongoDB/,
    /\$ne":null/,
  ],
  [
    '{"name":{"$not":{"$eq":"a"}}}',
    'unsupported-operator "$not"',
    ["name", "$not"],
    /MongoDB/,
    /write \{"name":\{"\$ne":"a"\}\}/,
  ],
  ['{"name":{"$all":["a","b"]}}', 'unsupported-operator "$all"', ["name", "$all"], /MongoDB/, /\$and/],
  [
    '{"tags.name":{"$elemMatch":{"$eq":"a"}}}',
    'unsupported-operator "$elemMatch"',
    ["tags.name", "$elemMatch"],
    /MongoDB/,
    /write \{"tags.name":"a"\}/,
  ],
  ['{"$nor":[{"id":1}]}', 'unsupported-operator "$nor"', ["$nor"], /MongoDB/, /write \{"id":\{"\$ne":1\}\}/],
  ['{"$where":"1"}', 'unsupported-operator "$where"', ["$where"], /MongoDB/],
  // The condition of a field.
  ['{"id":{}}', "empty-operators {}", ["id"], /has \{\}/, /leave the field out/],
  ['{"name":{}}', "empty-operators {}", ["name"], /has \{\}/, /"name":null/],
  ['{"id":[1,2]}', "type-mismatch [1,2]", ["id"], /a value or operators, not a list/, /\$in/],
  [
    '{"active":{"$lt":true}}',
    'operator-not-allowed "$lt"',
    ["active", "$lt"],
    /boolean does not support \$lt/,
    /\$eq, \$ne, \$in, \$nin/,
  ],
  [
    '{"id":{"$contains":"1"}}',
    'operator-not-allowed "$contains"',
    ["id", "$contains"],
    /integer does not support/,
  ],
  ['{"secret":{"$in":[null]}}', 'operator-not-allowed "$in"', ["secret", "$in"], /opaque/, /\$eq, \$ne/],
  ['{"code":"a"}', 'operator-not-allowed "a"', ["code"], /does not support \$eq/, /it supports \$in/],
  // Operands of the wrong type.
  [
    '{"id":{"$in":5}}',
    "type-mismatch 5",
    ["id", "$in"],
    /takes a list of values, not a number/,
    /\{"\$in":\[/,
  ],
  ['{"id":{"$nin":"1,2"}}', 'type-mismatch "1,2"', ["id", "$nin"], /not a string/, /list/],
  [
    '{"id":{"$in":{"0":1,"2":3}}}',
    'type-mismatch {"0":1,"2":3}',
    ["id", "$in"],
    /not an object/,
    /PHP.*array_values/,
  ],
  ['{"id":{"$in":{"a":1}}}', 'type-mismatch {"a":1}', ["id", "$in"], /not an object/, /\{"\$in":\[/],
  ['{"id":{"$eq":[1]}}', "type-mismatch [1]", ["id", "$eq"], /one value, not a list/, /use \$in/],
  ['{"id":{"$ne":[1]}}', "type-mismatch [1]", ["id", "$ne"], /not a list/, /use \$nin/],
  ['{"id":{"$gt":[1]}}', "type-mismatch [1]", ["id", "$gt"], /not a list/, /for each value/],
  ['{"agent":{"$eq":{"id":5}}}', 'type-mismatch {"id":5}', ["agent", "$eq"], /not an object/, /value itself/],
  [
    '{"id":{"$in":[1,[2]]}}',
    "type-mismatch [2]",
    ["id", "$in", 1],
    /A list of values cannot contain a list/,
    /flat/,
  ],
  [
    '{"agent":{"$in":[{"id":5}]}}',
    'type-mismatch {"id":5}',
    ["agent", "$in", 0],
    /cannot contain an object/,
    /write the value itself: 5/,
  ],
  // Null.
  ['{"id":null}', "null-not-allowed null", ["id"], /always has a value/, /no record satisfies it/],
  ['{"id":{"$nin":[1,null]}}', "null-not-allowed null", ["id", "$nin", 1], /always has a value/],
  [
    '{"score":{"$lt":null}}',
    "null-not-allowed null",
    ["score", "$lt"],
    /does not accept null with \$lt/,
    /\$eq or \$ne/,
  ],
  [
    '{"name":{"$contains":null}}',
    "null-not-allowed null",
    ["name", "$contains"],
    /does not accept null with \$contains/,
  ],
  // Values.
  ['{"id":true}', "type-mismatch true", ["id"], /an integer, not a boolean/],
  ['{"id":1.5}', "type-mismatch 1.5", ["id"], /fraction/],
  ['{"id":"x"}', 'type-mismatch "x"', ["id"], /an integer, not a string/, /digits/],
  [
    '{"id":{"$in":["1,2,3"]}}',
    'type-mismatch "1,2,3"',
    ["id", "$in", 0],
    /an integer/,
    /\[1,2,3\], not "1,2,3"/,
  ],
  ['{"id":"1, 2"}', 'type-mismatch "1, 2"', ["id"], /an integer/, /\[1,2,3\]/],
  ['{"id":9223372036854775808}', "invalid-value 9223372036854775808", ["id"], /64-bit integer/, /-2\^63/],
  ['{"score":"1"}', 'type-mismatch "1"', ["score"], /a number, not a string/, /without quotes/],
  ['{"score":1e999}', "invalid-value 1e999", ["score"], /double/],
  ['{"name":5}', "type-mismatch 5", ["name"], /a string, not a number/, /double quotes/],
  ['{"name":"a\\u0000"}', 'invalid-value "a\\u0000"', ["name"], /U\+0000/],
  ['{"name":"\\ud800"}', 'invalid-value "\\ud800"', ["name"], /lone surrogate/, /two \\u escapes/],
  ['{"name":{"$contains":"\\udc00x"}}', 'invalid-value "\\udc00x"', ["name", "$contains"], /lone surrogate/],
  ['{"active":"yes"}', 'type-mismatch "yes"', ["active"], /true or false, not a string/, /without quotes/],
  ['{"active":1}', "type-mismatch 1", ["active"], /not a number/],
  ['{"role":"amin"}', 'invalid-value "amin"', ["role"], /one of "agent", "admin"/, /did you mean "admin"/],
  ['{"role":3}', "type-mismatch 3", ["role"], /one of "agent", "admin"/],
  ['{"seenAt":5}', "type-mismatch 5", ["seenAt"], /date-time, not a number/, /2024-02-29/],
  ['{"seenAt":"2024-02-30"}', 'invalid-value "2024-02-30"', ["seenAt"], /RFC 3339/, /2024-02-29/],
  [
    '{"seenAt":"2024-02-29T12:00:00"}',
    'invalid-value "2024-02-29T12:00:00"',
    ["seenAt"],
    /RFC 3339/,
    /append an offset .* or Z/,
  ],
  [
    '{"seenAt":"2024-02-29T12:00:00 01:00"}',
    'invalid-value "2024-02-29T12:00:00 01:00"',
    ["seenAt"],
    /RFC 3339/,
    /%2B/,
  ],
  [
    '{"seenAt":"2016-12-31T23:59:60Z"}',
    'invalid-value "2016-12-31T23:59:60Z"',
    ["seenAt"],
    /RFC 3339/,
    /leap second/,
  ],
  ['{"agent":"a"}', 'type-mismatch "a"', ["agent"], /the id of a record/],
  // Conditions on relations to many, up to a limit.
  [
    '{"$or":[{"tags.name":"a"},{"tags.name":"b"},{"tags.name":"c"},{"tags.name":"d"}]}',
    'limit-exceeded "c"',
    ["$or", 2, "tags.name"],
    /more than 2 conditions on relations to many/,
    /one \$in or \$nin/,
    { limits: { maxRelationConditions: 2 } },
  ],
  [
    '{"tags.name":{"$gt":"a","$lt":"b","$in":["c"],"$nin":["d"]}}',
    'limit-exceeded "$in"',
    ["tags.name", "$in"],
    /more than 2 conditions/,
    /\$nin/,
    { limits: { maxRelationConditions: 2 } },
  ],
  ['{"secret":"x"}', 'type-mismatch "x"', ["secret"], /null only/, /\$ne":null/],
]

describe("every mistake is reported with its position and a hint", () => {
  test.each(mistakes)("%s", (text, mark, path, message, hint, options) => {
    expect(marked(text, options)).toEqual([mark])
    const [diagnostic] = found(text, options)
    expect(diagnostic?.path).toEqual(path)
    expect(diagnostic?.message).toMatch(message)
    if (hint !== undefined) expect(diagnostic?.hint).toMatch(hint)
  })

  test("every check rule has a row", () => {
    const objecting = objectingRules(
      schema,
      mistakes.map(([text, , , , , options]) => [text, options]),
    )
    expect(rules.filter((rule) => !objecting.has(rule))).toEqual([])
  })

  test("many different names are not reported as duplicates", () => {
    const names = ["id", "score", "name", "active", "role", "seenAt", "agent", "secret", "tags.name"]
    expect(found(`{${names.map((name) => `"${name}":{"$ne":${name === "id" ? 1 : null}}`).join()}}`)).toEqual(
      [],
    )
  })

  test("all mistakes are reported at once, in the order of the text", () => {
    const text =
      '{"nam":1,"id":{"$in":[1,"x",null],"$foo":1},"$or":[{"active":1},{"role":"x","role":"agent"},5],"seenAt":{}}'
    expect(marked(text)).toEqual([
      'unknown-field "nam"',
      'type-mismatch "x"',
      "null-not-allowed null",
      'unknown-operator "$foo"',
      "type-mismatch 1",
      'invalid-value "x"',
      'duplicate-key "role"',
      "type-mismatch 5",
      "empty-operators {}",
    ])
  })

  test("in a value as in a text, but for the place", () => {
    const text =
      '{"nam":1,"id":{"$in":[1,"x",null],"$foo":1},"$or":[{"active":1},5],"seenAt":{},"$and":{},"$nor":[{}]}'
    const result = safeParseFilter(schema, JSON.parse(text))
    const withoutSpans = found(text).map(({ span: _, ...diagnostic }) => diagnostic)
    expect(result.ok ? [] : result.error.diagnostics).toEqual(withoutSpans)
  })
})

describe("an enum with many values", () => {
  test("has at most twenty of them in a message", () => {
    const values = Array.from({ length: 22 }, (_, i) => `v${i}`)
    const result = safeParseFilter(defineSchema({ kind: field.enum(values) }), '{"kind":1}')
    const listed = values.slice(0, 20).map((value) => `"${value}"`)
    expect(result.ok ? [] : result.error.diagnostics.map(({ message }) => message)).toEqual([
      `Field kind expects one of ${listed.join(", ")}, or 2 more, not a number`,
    ])
  })
})

describe("customers", () => {
  test("the hint for an email field names contacts.value", () => {
    expect(() => parseFilter(customers, '{"email":"jane@example.com"}')).toThrow(/contacts\.value/)
  })
})

describe("options", () => {
  test.each(['{"$or":[]}', '{"id":1,"$and":[{"$or":[]}]}'])("emptyOr: error rejects %s", (text) => {
    expect(marked(text, { emptyOr: "error" })).toEqual(['empty-operators "$or"'])
    expect(marked(text)).toEqual([])
  })

  test.each(['{"$and":[]}', '{"$or":[{"$and":[]}]}'])("emptyOr: error accepts an empty $and: %s", (text) => {
    expect(marked(text, { emptyOr: "error" })).toEqual([])
  })

  test("emptyOr: all reads an empty $or as no restriction", () => {
    expect(parseFilter(schema, '{"id":1,"$or":[]}', { emptyOr: "all" })).toEqual(
      parseFilter(schema, '{"id":1}'),
    )
  })

  test.each([
    "{}",
    '{"$and":[]}',
    '{"$or":[{}]}',
    '{"id":{"$nin":[]}}',
    '{"$or":[{"id":1},{"id":{"$ne":1}}]}',
    // A record might hold a role that the schema does not list, but the list of all roles selects nothing on purpose.
    '{"role":{"$in":["agent","admin",null]}}',
    '{"$or":[{"role":"agent"},{"role":"admin"},{"role":null}]}',
  ])("requireSelective rejects %s", (text) => {
    expect(marked(text, { requireSelective: true })).toEqual([`matches-everything ${text}`])
  })

  test.each([
    '{"role":{"$in":["agent","admin"]}}',
    '{"role":{"$ne":"agent"}}',
    '{"$or":[{"role":{"$in":["agent",null]}},{"id":1}]}',
  ])("requireSelective accepts %s", (text) => {
    expect(marked(text, { requireSelective: true })).toEqual([])
  })

  test("requireSelective also rejects an empty $or that emptyOr: all makes match everything", () => {
    expect(marked('{"$or":[]}', { requireSelective: true, emptyOr: "all" })).toEqual([
      'matches-everything {"$or":[]}',
    ])
    expect(marked('{"$or":[]}', { requireSelective: true })).toEqual([])
  })
})

describe("values are read exactly", () => {
  const rewritten = (text: string) => stringify(parseFilter(schema, text))
  test.each([
    ['{"id":5.0}', '{"id":5}'],
    ['{"id":1e3}', '{"id":1000}'],
    ['{"id":1500e-2}', '{"id":15}'],
    ['{"id":-0}', '{"id":0}'],
    ['{"id":0e99999999999}', '{"id":0}'],
    ['{"id":"-42"}', '{"id":-42}'],
    ['{"id":9223372036854775807}', '{"id":9223372036854775807}'],
    ['{"id":-9223372036854775808}', '{"id":-9223372036854775808}'],
    ['{"id":9.223372036854775807e18}', '{"id":9223372036854775807}'],
    ['{"id":"9007199254740993"}', '{"id":9007199254740993}'],
    ['{"score":-0.0}', '{"score":0}'],
    ['{"score":1e2}', '{"score":100}'],
    ['{"score":0.1000000000000000055}', '{"score":0.1}'],
    ['{"agent":"7"}', '{"agent":7}'],
    ['{"seenAt":"2024-02-29"}', '{"seenAt":"2024-02-29T00:00:00Z"}'],
    ['{"seenAt":"2024-02-29t12:00:00.100z"}', '{"seenAt":"2024-02-29T12:00:00.1Z"}'],
    ['{"seenAt":"2024-03-01T00:30:00.123456789+01:00"}', '{"seenAt":"2024-02-29T23:30:00.123456789Z"}'],
    ['{"seenAt":"2024-02-29T00:00:00-00:00"}', '{"seenAt":"2024-02-29T00:00:00Z"}'],
    ['{"seenAt":"0000-02-29T00:00:00Z"}', '{"seenAt":"0000-02-29T00:00:00Z"}'],
    ['{"seenAt":"0099-01-01"}', '{"seenAt":"0099-01-01T00:00:00Z"}'],
    ['{"seenAt":"9999-12-31T23:59:59.999999999Z"}', '{"seenAt":"9999-12-31T23:59:59.999999999Z"}'],
  ])("%s is read as %s", (text, written) => expect(rewritten(text)).toBe(written))

  test.each([
    ...["007", "+5", " 5", "5 ", "5.0", "1e3", "0x10", "", "-", "٣"].map((digits) => `{"id":"${digits}"}`),
    ...["1e-1", "1e19", "1e99999999999", "1e-99999999999", "-9223372036854775809"].map(
      (digits) => `{"id":${digits}}`,
    ),
    ...[
      ...[
        "2023-02-29",
        "2024-13-01",
        "2024-00-10",
        "2024-01-32",
        "24-01-01",
        "2024-1-1",
        "2024-01-01Z",
        "20240101",
      ],
      ...["2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z", "2024-01-01T00:00Z", "2024-01-01T00:00:00+24:00"],
      ...[
        "2024-01-01T00:00:00+01",
        "2024-01-01T00:00:00.Z",
        "2024-01-01T00:00:00.1234567890Z",
        "2024-01-01 00:00:00Z",
      ],
      ...[
        "0000-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "+2024-01-01",
        "2024-01-01T00:00:00+00:60",
      ],
      ...["now", "", "1709164800"],
    ].map((time) => `{"seenAt":"${time}"}`),
  ])("%s is rejected", (text) => {
    expect(found(text)).toHaveLength(1)
  })

  test("a JSON number is accepted if and only if it denotes a 64-bit integer", () => {
    const digits = (maxLength: number) =>
      fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength })
    const number = fc.record({
      sign: fc.constantFrom("", "-"),
      whole: digits(12).map((text) => text.replace(/^0+(?=\d)/, "")),
      fraction: fc.oneof(fc.constant(""), fc.constant("0"), digits(12)),
      exponent: fc.oneof(fc.constant(0), fc.integer({ min: -20, max: 20 })),
    })
    fc.assert(
      fc.property(number, ({ sign, whole, fraction, exponent }) => {
        const text = `${sign}${whole}${fraction && `.${fraction}`}${exponent === 0 ? "" : `e${exponent}`}`
        const scaled = BigInt(whole + fraction) * 10n ** BigInt(40 + exponent - fraction.length)
        const [integer, rest] = [scaled / 10n ** 40n, scaled % 10n ** 40n]
        const value = sign === "-" ? -integer : integer
        const isOne = rest === 0n && BigInt.asIntN(64, value) === value
        expect(found(`{"id":${text}}`)).toHaveLength(isOne ? 0 : 1)
        if (isOne) expect(rewritten(`{"id":${text}}`)).toBe(`{"id":${value}}`)
      }),
      runs(5000),
    )
  })
})
