import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import {
  type DiagnosticCode,
  defineSchema,
  field,
  type ParseOptions,
  safeParseFilter,
} from "../../src/index.ts"
import {
  type JsonSchema,
  toJsonSchema,
  toOpenApiComponents,
  toOpenApiParameter,
} from "../../src/json-schema.ts"
import { standardSchema } from "../../src/standard-schema.ts"
import { ajv, ajvOfDraft07, type Formats, validator } from "./validator.ts"

/**
 * An invalid filter and the JSON Pointer of the error that a validator reports. `not expressible` means that JSON Schema
 * cannot express the rule, so that a validator reports nothing.
 */
type InvalidFilter = [text: string, pointer: string, options?: ParseOptions]

/** What a validator never sees: a text that is not JSON, the query of a request, and the model of a form. */
type Unseen =
  | "syntax"
  | "missing-filter"
  | "unknown-parameter"
  | "invalid-encoding"
  | "invalid-model"
  | "incomplete-rule"
  | "untranslatable"

/** Invalid filters for every other code. */
const invalidFilters: Readonly<Record<Exclude<DiagnosticCode, Unseen>, readonly InvalidFilter[]>> = {
  "duplicate-key": [
    ['{"id":1,"id":2}', "not expressible"],
    ['{"id":{"$gt":1,"$gt":2}}', "not expressible"],
  ],
  "unknown-field": [
    ['{"stat":"active"}', ""],
    ['{"contacts":"x"}', ""],
    ['{"contacts.values":"x"}', ""],
    ['{"$or":[{"id":1},{"ID":1}]}', "/$or/1"],
    ['{"__proto__":1}', ""],
    ['{"":1}', ""],
  ],
  "unknown-operator": [
    ['{"id":{"$neq":1}}', "/id"],
    ['{"id":{"eq":1}}', "/id"],
    ['{"createdBy":{"id":1}}', "/createdBy"],
    ['{"id":{"$and":[{"$gt":1}]}}', "/id"],
    ['{"$eq":1}', ""],
    ['{"$And":[]}', ""],
  ],
  "unsupported-operator": [
    ['{"firstName":{"$regex":"^J"}}', "/firstName"],
    ['{"id":{"$not":{"$gt":1}}}', "/id"],
    ['{"$nor":[{"id":1}]}', ""],
  ],
  "operator-not-allowed": [
    ['{"verifiedEmail":{"$lt":true}}', "/verifiedEmail"],
    ['{"id":{"$contains":"1"}}', "/id"],
    ['{"permission":{"$gt":"all"}}', "/permission"],
    ['{"createdAt":{"$contains":"2024"}}', "/createdAt"],
    ['{"createdBy":{"$gt":1}}', "/createdBy"],
    ['{"password":{"$in":[null]}}', "/password"],
  ],
  "type-mismatch": [
    ["[]", ""],
    ["null", ""],
    ['"{}"', ""],
    ['{"$and":{"id":1}}', "/$and"],
    ['{"$or":[5]}', "/$or/0"],
    ['{"id":[1,2]}', "/id"],
    ['{"id":{"$in":5}}', "/id/$in"],
    ['{"id":{"$eq":[1]}}', "/id/$eq"],
    ['{"id":{"$in":[1,[2]]}}', "/id/$in/1"],
    ['{"createdBy":{"$eq":{"id":5}}}', "/createdBy/$eq"],
    ['{"id":true}', "/id"],
    ['{"id":1.5}', "/id"],
    ['{"id":"x"}', "/id"],
    ['{"id":"1,2"}', "/id"],
    ['{"id":"007"}', "/id"],
    ['{"id":"5.0"}', "/id"],
    ['{"firstName":5}', "/firstName"],
    ['{"verifiedEmail":"yes"}', "/verifiedEmail"],
    ['{"verifiedEmail":1}', "/verifiedEmail"],
    ['{"permission":3}', "/permission"],
    ['{"createdAt":1709164800}', "/createdAt"],
    ['{"createdBy":"a"}', "/createdBy"],
    ['{"password":"x"}', "/password"],
    ['{"contacts.value":{"$contains":5}}', "/contacts.value/$contains"],
  ],
  "invalid-value": [
    ['{"id":1e19}', "/id"],
    ['{"id":"99999999999999999999"}', "/id"],
    ['{"id":"9223372036854775808"}', "not expressible"],
    ['{"id":9223372036854775808}', "not expressible"],
    ['{"permission":"own "}', "/permission"],
    ['{"permission":{"$in":["own","some"]}}', "/permission/$in/1"],
    ['{"firstName":"a\\u0000"}', "/firstName"],
    ['{"firstName":"\\ud800"}', "not expressible"],
    ['{"createdAt":"now"}', "/createdAt"],
    ['{"createdAt":"2024-13-01"}', "/createdAt"],
    ['{"createdAt":"2024-00-01"}', "/createdAt"],
    ['{"createdAt":"2024-01-32"}', "/createdAt"],
    ['{"createdAt":"2024-01-01T24:00:00Z"}', "/createdAt"],
    ['{"createdAt":"2016-12-31T23:59:60Z"}', "/createdAt"],
    ['{"createdAt":"2024-01-01T00:00:00"}', "/createdAt"],
    ['{"createdAt":"2024-01-01T00:00:00 01:00"}', "/createdAt"],
    ['{"createdAt":"2024-01-01T00:00:00+24:00"}', "/createdAt"],
    ['{"createdAt":"2024-01-01T00:00:00.1234567890Z"}', "/createdAt"],
    ['{"createdAt":"2024-02-30"}', "not expressible"],
    ['{"createdAt":"2023-02-29T00:00:00Z"}', "not expressible"],
    ['{"createdAt":"9999-12-31T23:59:59-00:01"}', "not expressible"],
  ],
  "null-not-allowed": [
    ['{"id":null}', "/id"],
    ['{"id":{"$nin":[1,null]}}', "/id/$nin/1"],
    ['{"firstName":{"$lt":null}}', "/firstName/$lt"],
    ['{"contacts.value":{"$contains":null}}', "/contacts.value/$contains"],
    ['{"companies.id":{"$ne":null}}', "/companies.id/$ne"],
  ],
  "empty-operators": [
    ['{"id":{}}', "/id"],
    ['{"permission":{}}', "/permission"],
    ['{"$or":[]}', "/$or", { emptyOr: "error" }],
  ],
  "limit-exceeded": [
    ['{"id":{"$in":[1,2,3]}}', "/id/$in", { limits: { maxListLength: 2 } }],
    ['{"permission":{"$nin":["own","all",null]}}', "/permission/$nin", { limits: { maxListLength: 2 } }],
    ['{"$and":[{},{},{}]}', "/$and", { limits: { maxListLength: 2 } }],
    ['{"id":1,"trusted":true}', "not expressible", { limits: { maxNodes: 1 } }],
    ['{"$and":[{"$and":[]}]}', "not expressible", { limits: { maxDepth: 2 } }],
    ['{"firstName":"a"}', "not expressible", { limits: { maxLength: 5 } }],
  ],
  "matches-everything": [["{}", "not expressible", { requireSelective: true }]],
}

const plain = validator(toJsonSchema(customers))
const validatorFor = (options?: ParseOptions) =>
  options === undefined ? plain : validator(toJsonSchema(customers, options))

const rows = Object.entries(invalidFilters).flatMap(([code, list]) =>
  list.map(([text, pointer, options]) => ({ code, text, pointer, options })),
)

describe("an error that JSON Schema can express", () => {
  test.each(rows.filter(({ pointer }) => pointer !== "not expressible"))(
    "$code: $text is rejected at '$pointer'",
    ({ code, text, pointer, options }) => {
      expect(codes(text, options)).toEqual([code])
      const found = validatorFor(options)(JSON.parse(text))
      expect(found.map(({ instancePath }) => instancePath)).toContain(pointer)
    },
  )
})

describe("an error that JSON Schema cannot express", () => {
  test.each(rows.filter(({ pointer }) => pointer === "not expressible"))(
    "$code: only the parser rejects $text",
    ({ code, text, options }) => {
      expect(codes(text, options)).toEqual([code])
      expect(validatorFor(options)(JSON.parse(text))).toEqual([])
    },
  )

  const page = readFileSync(new URL("../../docs/json-schema.md", import.meta.url), "utf8")
  const examples = [...page.matchAll(/^\| .* \| `(\{.*\})` \|$/gm)].map(([, text = ""]) => text)

  test.each(examples)("docs/json-schema.md lists %s", (text) => {
    const value: unknown = JSON.parse(text)
    expect(plain(value)).toEqual([])
    // JSON.parse drops a repeated name and rounds large numbers, so the text and the value can differ.
    const refused = [text, value].map(
      (input) => !safeParseFilter(customers, input, { requireSelective: true }).ok,
    )
    expect(refused).toContain(true)
  })

  test("docs/json-schema.md lists seven of them", () => {
    expect(examples).toHaveLength(7)
  })

  test.each(["2024-02-30", "2023-02-29T00:00:00Z"])(
    "%s is rejected if the validator asserts formats",
    (createdAt) => {
      const found = validator(toJsonSchema(customers), "asserted")({ createdAt })
      expect(found.map(({ keyword }) => keyword)).toContain("format")
    },
  )
})

function codes(text: string, options?: ParseOptions): readonly DiagnosticCode[] {
  const result = safeParseFilter(customers, text, options)
  return result.ok ? [] : result.error.diagnostics.map(({ code }) => code)
}

describe("a validator accepts filters that the parser accepts", () => {
  const strict = validator(toJsonSchema(customers), "asserted")
  test.each([
    "{}",
    '{"$and":[]}',
    '{"$or":[]}',
    '{"$and":[{"$or":[{"id":1},{}]},{"trusted":true}]}',
    '{"id":5.0}',
    '{"id":1e3}',
    '{"id":"-0"}',
    '{"id":-9223372036854775808}',
    '{"id":9223372036854775807}',
    '{"id":{"$in":["9223372036854775807",2]}}',
    '{"id":{"$in":[]}}',
    '{"id":{"$gt":1,"$lte":9}}',
    '{"firstName":""}',
    '{"firstName":"a\\nb\\u007f\u{1F600}"}',
    '{"firstName":{"$contains":"%"}}',
    '{"permission":null}',
    '{"permission":{"$nin":["own",null]}}',
    '{"password":{"$ne":null}}',
    '{"createdBy":{"$in":[5,"6",null]}}',
    '{"createdAt":"2024-02-29"}',
    '{"createdAt":{"$lt":"2024-02-29t23:59:59.123456789z"}}',
    '{"createdAt":"0000-02-29T00:00:00-00:00"}',
    '{"createdAt":"2024-02-29T00:00:00.5+23:59"}',
    '{"contacts.value":{"$contains":"@example.com"}}',
  ])("%s", (text) => {
    expect(codes(text)).toEqual([])
    expect(plain(JSON.parse(text))).toEqual([])
    expect(strict(JSON.parse(text))).toEqual([])
  })

  test("lists have no limit unless one is given", () => {
    const long = { id: { $in: Array.from({ length: 1001 }, (_, i) => i) } }
    expect(plain(long)).toEqual([])
    // With limits, a limit that is left out has its default. The default length of a list is 1000.
    expect(validator(toJsonSchema(customers, { limits: { maxDepth: 8 } }))(long)).not.toEqual([])
  })
})

describe("every operator of every type with every value", () => {
  const options = { operators: ["$in"] } as const
  const schema = defineSchema({
    integer: field.integer(),
    integerAlways: field.integer({ nullable: false }),
    number: field.number(),
    numberAlways: field.number({ nullable: false }),
    string: field.string(),
    stringAlways: field.string({ nullable: false }),
    boolean: field.boolean(),
    booleanAlways: field.boolean({ nullable: false }),
    enum: field.enum(["a", "b"]),
    enumAlways: field.enum(["a", "b"], { nullable: false }),
    datetime: field.datetime(),
    datetimeAlways: field.datetime({ nullable: false }),
    reference: field.reference("users"),
    referenceAlways: field.reference("users", { nullable: false }),
    opaque: field.opaque(),
    onlyIn: field.integer(options),
    onlyInEnum: field.enum(["a"], options),
    onlyOrder: field.datetime({ operators: ["$lt", "$gte"] }),
    nothing: field.string({ operators: [] }),
    uuid: field.uuid(),
    decimal: field.decimal({ nullable: false }),
    date: field.date(),
    many: field.many({ string: field.string({ nullable: false }), enum: field.enum(["a"]) }),
    one: field.one({ string: field.string({ nullable: false }), integer: field.integer() }),
  })
  const operators = ["$eq", "$ne", "$lt", "$lte", "$gt", "$gte", "$in", "$nin", "$contains", "$regex", "eq"]
  const scalars = [
    ...[null, true, false, 0, -0, 5, -7, 1.5, 1e3, 2 ** 53 - 1, 2 ** 53, 2 ** 63, 2 ** 64, 1e300, -(2 ** 63)],
    ...["", "a", "b", "c", "A", "null", "true", "5", "-0", "05", "+5", "5 ", "5\n", "1e3", "1.5", "٣", "\0"],
    ...["9223372036854775807", "9223372036854775808", "-9223372036854775809", "10000000000000000000"],
    ...["a\0", "\ud800", "\u{1F600}", "\u2028", "2024-02-29", "2023-02-29", "2024-02-29T00:00:00Z"],
    ...[
      "2024-02-29T00:00:00",
      "2024-02-29T00:00:00z",
      "0000-01-01T00:00:00+00:01",
      "2024-2-9",
      "2024-02-29Z",
    ],
    ...["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4", "018FD1B1-7C2E-7B3A-9D4E-5F60718293A4"],
    ...["018fd1b17c2e7b3a9d4e5f60718293a4", "{018fd1b1-7c2e-7b3a-9d4e-5f60718293a4}"],
    ...["19.990", "-1E+2", "1.", ".5", "0x1", "9".repeat(38), "9".repeat(39), 1e38, 1e39, -1e39, 1e-39],
    ...["2024-02-29T23:59:59.999999999+23:59", "2024-02-29T00:00:00+00:60", "2024-02-29 00:00:00Z"],
  ]
  const values = [...scalars, ...scalars.map((value) => [value]), [], {}, [[]], [{}], [1, null], { id: 1 }]
  const filters = [...schema.fields.keys()].flatMap((name) =>
    values.flatMap((value) => [
      { [name]: value },
      ...operators.map((operator) => ({ [name]: { [operator]: value } })),
    ]),
  )
  const validate = validator(toJsonSchema(schema))

  test("is valid when the parser accepts it", () => {
    const accepted = filters.filter((filter) => safeParseFilter(schema, filter).ok)
    expect(accepted.filter((filter) => validate(filter).length > 0)).toEqual([])
    expect(accepted.length).toBeGreaterThan(2000)
  })

  test("is rejected when the parser rejects it, except for rules that JSON Schema cannot express", () => {
    const onlyParser = filters
      .filter((filter) => validate(filter).length === 0)
      .flatMap((filter) => {
        const result = safeParseFilter(schema, filter)
        return result.ok ? [] : result.error.diagnostics.map(({ message }) => message)
      })
    const fields = new Set([...schema.fields.keys()].map((name) => `Field ${name} `))
    const reasons = onlyParser.map((message) => {
      for (const prefix of fields) if (message.startsWith(prefix)) return message.slice(prefix.length)
      return message
    })
    expect([...new Set(reasons)].sort()).toEqual([
      "does not accept a lone surrogate, which is half a character",
      "expects a 64-bit integer",
      'expects a date, not "2023-02-29"',
      "expects a decimal of at most 38 digits",
      'expects an RFC 3339 date-time, not "0000-01-01T00:00:00+00:01"',
      'expects an RFC 3339 date-time, not "2023-02-29"',
      "received a JavaScript number beyond 2^53, which may have lost digits",
    ])
  })

  const at = "#/components/schemas/Filter"
  const standard = standardSchema(schema)["~standard"].jsonSchema
  test.each<[string, (formats: Formats) => ReturnType<typeof validator>]>([
    [
      "with error messages",
      (formats) =>
        validator(
          toJsonSchema(schema, { errorMessages: true }),
          formats,
          ajv(formats).addVocabulary(["errorMessage"]),
        ),
    ],
    [
      "as components of OpenAPI",
      (formats) =>
        validator(
          { $ref: at, components: { schemas: toOpenApiComponents(schema, { at }) } } as JsonSchema,
          formats,
          ajv(formats).addVocabulary(["components"]),
        ),
    ],
    [
      "in the form of Standard JSON Schema",
      (formats) => validator(standard.input({ target: "draft-2020-12" }), formats),
    ],
    [
      "in draft 07",
      (formats) => validator(standard.input({ target: "draft-07" }), formats, ajvOfDraft07(formats)),
    ],
  ])("is valid %s exactly when it is valid without", (_, validatorWith) => {
    for (const formats of ["annotated", "asserted"] as const) {
      const plain = validator(toJsonSchema(schema), formats)
      const other = validatorWith(formats)
      const validity = (found: readonly unknown[]) => found.length === 0
      expect(
        filters.filter((filter) => validity(plain(filter)) !== validity(other(filter))),
        formats,
      ).toEqual([])
    }
  })
})

describe("the schema", () => {
  const schema = defineSchema({
    id: field.integer({ nullable: false, description: "Its number" }),
    title: field.string({ caseSensitive: false }),
    status: field.enum(["draft", "published"], { operators: ["$eq", "$in"] }),
    secret: field.opaque(),
    author: field.reference("users", { description: "Who wrote it", operators: ["$in"] }),
    hidden: field.string({ operators: [] }),
  })

  test("describes every field and every operator", () => {
    const { properties, $defs, ...rest } = toJsonSchema(schema, { example: { status: "draft" } })
    expect(rest).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      description: "A record must satisfy every condition; `{}` matches every record",
      type: "object",
      additionalProperties: false,
      examples: [{ status: "draft" }],
    })
    const status = { type: ["string", "null"], enum: ["draft", "published", null] }
    expect(properties).toEqual({
      id: { description: "Its number", $ref: "#/$defs/integerCondition" },
      title: {
        description: "Case-insensitive for the letters A to Z",
        $ref: "#/$defs/stringOrNullCondition",
      },
      status: {
        anyOf: [
          status,
          {
            type: "object",
            properties: {
              $eq: { description: "the value equals the operand; `null` matches a missing value", ...status },
              $in: {
                description: "the value equals an item of the list; `[]` matches nothing",
                type: "array",
                items: status,
              },
            },
            additionalProperties: false,
            minProperties: 1,
          },
        ],
      },
      secret: { $ref: "#/$defs/opaqueCondition" },
      author: {
        description: "Who wrote it. The id of one of the users",
        type: "object",
        properties: {
          $in: {
            description: "the value equals an item of the list; `[]` matches nothing",
            type: "array",
            items: { $ref: "#/$defs/referenceOrNull" },
          },
        },
        additionalProperties: false,
        minProperties: 1,
      },
      $and: {
        description: "every filter in the list matches; `[]` matches everything",
        type: "array",
        items: { $ref: "#" },
      },
      $or: {
        description: "at least one filter in the list matches; `[]` matches nothing",
        type: "array",
        items: { $ref: "#" },
      },
    })
    expect(Object.keys($defs)).toEqual([
      "integer",
      "integerCondition",
      "string",
      "stringOrNull",
      "stringOrNullCondition",
      "opaqueCondition",
      "reference",
      "referenceOrNull",
    ])
    expect($defs.opaqueCondition).toEqual({
      anyOf: [
        { type: "null" },
        {
          type: "object",
          properties: {
            $eq: {
              description: "the value equals the operand; `null` matches a missing value",
              type: "null",
            },
            $ne: { description: "not `$eq`; a record without a value matches `$ne 5`", type: "null" },
          },
          additionalProperties: false,
          minProperties: 1,
        },
      ],
    })
  })

  test("describes the type of a field that has no description", () => {
    const { properties } = toJsonSchema(defineSchema({ id: field.integer(), at: field.datetime() }))
    expect(properties.id?.description).toBe(
      "A 64-bit integer: a number, or a string of its digits, which keeps large values exact",
    )
    expect(properties.at?.description).toContain("RFC 3339")
  })

  test("has no description in a definition, where an editor would prefer it to that of the field", () => {
    const described = Object.entries(toJsonSchema(customers).$defs).filter(
      ([, { description }]) => description !== undefined,
    )
    expect(described).toEqual([])
  })

  test("says what to write instead of a wrong value, if asked", () => {
    const { $defs, properties } = toJsonSchema(schema, { errorMessages: true })
    const integer =
      'Expected a 64-bit integer: a number, or a string of its digits, which keeps large values exact, such as 42 or "9007199254740993"'
    expect($defs.integer?.anyOf?.map(({ errorMessage }) => errorMessage)).toEqual([integer, integer])
    const text = 'Expected text without the character U+0000, such as "text"'
    expect($defs.string?.errorMessage).toBe(text)
    expect(properties.status?.anyOf?.[1]?.additionalProperties).toEqual({
      not: {},
      errorMessage: "Expected one of the operators $eq, $in",
    })
    expect(JSON.stringify(toJsonSchema(schema))).not.toContain("errorMessage")
  })

  test("says the same of a date-time, whether its format or its pattern rejects it", () => {
    const { $defs } = toJsonSchema(defineSchema({ at: field.datetime() }), { errorMessages: true })
    const messages = $defs.datetime?.anyOf?.flatMap(({ errorMessage, then }) => [
      errorMessage,
      then?.errorMessage,
    ])
    const message =
      'Expected an RFC 3339 date-time with an offset or Z, or a full-date, which means midnight UTC, such as "2024-02-29T12:30:00Z" or "2024-02-29"'
    expect(messages).toEqual([message, message, message, message])
  })

  test("survives a round trip through JSON", () => {
    const document = toJsonSchema(customers, { limits: {} })
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    expect(validator(JSON.parse(JSON.stringify(document)))({ id: 1 })).toEqual([])
  })

  test("is a new object for every call", () => {
    const { $defs } = toJsonSchema(customers)
    expect($defs.integer).not.toBe(toJsonSchema(customers).$defs.integer)
  })

  test("has valid examples of the filter and of every value", () => {
    for (const described of [customers, schema]) {
      const document = toJsonSchema(described)
      const [example] = document.examples ?? []
      expect(safeParseFilter(described, example)).toMatchObject({ ok: true })
      expect(validator(document)(example)).toEqual([])
      for (const [name, definition] of Object.entries<JsonSchema>(document.$defs)) {
        const validate = validator({ ...definition, $defs: document.$defs } as JsonSchema)
        for (const value of definition.examples ?? []) expect(validate(value), name).toEqual([])
      }
    }
    expect(toJsonSchema(schema).examples).toEqual([{ id: { $gte: 42 }, title: "text", status: "draft" }])
  })

  test("without fields accepts filters without fields", () => {
    const validate = validator(toJsonSchema(defineSchema({})))
    expect(validate({ $or: [{}, { $and: [] }] })).toEqual([])
    expect(validate({ id: 1 })).not.toEqual([])
  })

  test("rejects a location without a fragment and a limit out of range", () => {
    expect(() => toJsonSchema(customers, { at: "/components/schemas/Filter" })).toThrow(TypeError)
    expect(() => toJsonSchema(customers, { limits: { maxListLength: 0 } })).toThrow(RangeError)
  })
})

describe("the components of OpenAPI", () => {
  const tickets = defineSchema({ id: field.integer({ nullable: false }), open: field.boolean() })
  const at = "#/components/schemas/TicketFilter"

  test("are the filter and its definitions", () => {
    const components = toOpenApiComponents(tickets, { at, example: { open: true } })
    expect(Object.keys(components)).toEqual([
      "TicketFilter",
      "TicketFilterInteger",
      "TicketFilterIntegerCondition",
      "TicketFilterBoolean",
      "TicketFilterBooleanOrNull",
      "TicketFilterBooleanOrNullCondition",
    ])
    expect(components.TicketFilter?.properties?.open).toEqual({
      $ref: "#/components/schemas/TicketFilterBooleanOrNullCondition",
    })
    expect(components.TicketFilter?.properties?.$and?.items).toEqual({ $ref: at })
    expect(components.TicketFilter?.examples).toEqual([{ open: true }])
    expect(components.TicketFilterInteger?.description).toContain("64-bit")
    expect(JSON.stringify(components)).not.toContain("$defs")
  })

  test("may be in another document", () => {
    const elsewhere = `https://example.com/common.json${at}`
    const { TicketFilter } = toOpenApiComponents(tickets, { at: elsewhere })
    expect(TicketFilter?.properties?.open?.$ref).toBe(`${elsewhere}BooleanOrNullCondition`)
  })

  test.each([
    "TicketFilter",
    "#/components/schemas/",
    "#/components/schemas/Ticket/properties/filter",
    "#/components/schemas/Ticket Filter",
    "#/$defs/TicketFilter",
  ])("are not at %s", (at) => {
    expect(() => toOpenApiComponents(tickets, { at })).toThrow(
      new TypeError('at must be the location of a component: "#/components/schemas/CustomerFilter"'),
    )
  })
})

describe("in an OpenAPI document", () => {
  const tickets = defineSchema({ id: field.integer(), open: field.boolean() })
  const schemas = {
    CustomerFilter: toJsonSchema(customers, { at: "#/components/schemas/CustomerFilter" }),
    TicketFilter: toJsonSchema(tickets, { at: "#/components/schemas/TicketFilter" }),
  }
  const inline = [toOpenApiParameter(customers), toOpenApiParameter(tickets)]
  const byReference = toOpenApiParameter(tickets, {
    at: "#/components/schemas/TicketFilter",
    example: { open: true },
  })
  const schemaOf = ({ content }: (typeof inline)[number]) => content["application/json"].schema
  const document = {
    openapi: "3.1.0",
    info: { title: "Desk", version: "2" },
    paths: { "/tickets": { get: { parameters: [byReference] } } },
    components: { schemas },
    // Ajv finds an $id here. It does not find one below application/json.
    $defs: { customers: inline.map(schemaOf)[0], tickets: inline.map(schemaOf)[1] },
  }

  /** The validator of the schema at a location of the document. */
  function at(pointer: string): (value: unknown) => boolean {
    const validators = ajv("annotated").addVocabulary(["openapi", "info", "paths", "components"])
    validators.addSchema(document, "https://example.com/openapi.json")
    const validate = validators.getSchema(`https://example.com/openapi.json#${pointer}`)
    return (value) => validate?.(value) === true
  }

  test("the parameter is JSON in the query string", () => {
    expect(byReference).toEqual({
      name: "filter",
      in: "query",
      description: "The filter as percent-encoded JSON. Without it, every record matches",
      required: false,
      content: {
        "application/json": {
          schema: { $ref: "#/components/schemas/TicketFilter" },
          example: { open: true },
        },
      },
    })
    expect(inline[1]?.content["application/json"].example).toEqual({ id: { $gte: 42 }, open: true })
  })

  test.each([
    ["a component", "/components/schemas/CustomerFilter", "/components/schemas/TicketFilter"],
    [
      "a parameter that refers to it",
      "/components/schemas/CustomerFilter",
      "/paths/~1tickets/get/parameters/0/content/application~1json/schema",
    ],
    ["a parameter that contains it", "/$defs/customers", "/$defs/tickets"],
  ])("references in %s resolve to the right schema", (_, ofCustomers, ofTickets) => {
    expect(at(ofCustomers)({ $or: [{ $and: [{ state: "active" }] }] })).toBe(true)
    expect(at(ofCustomers)({ $or: [{ $and: [{ open: true }] }] })).toBe(false)
    expect(at(ofTickets)({ $or: [{ $and: [{ open: true }] }] })).toBe(true)
    expect(at(ofTickets)({ $or: [{ $and: [{ state: "active" }] }] })).toBe(false)
    expect(at(ofTickets)({ id: { $in: [true] } })).toBe(false)
  })

  test("a component has no $schema, because only a document may have one", () => {
    expect(schemas.TicketFilter.$schema).toBeUndefined()
    expect(schemas.TicketFilter.properties.$and?.items).toEqual({ $ref: "#/components/schemas/TicketFilter" })
    expect(schemas.TicketFilter.properties.open).toEqual({
      $ref: "#/components/schemas/TicketFilter/$defs/booleanOrNullCondition",
    })
  })

  test("an inline schema has an $id derived from its content", () => {
    const names = [...inline, toOpenApiParameter(tickets)].map((parameter) => {
      const schema = schemaOf(parameter)
      return "$id" in schema ? schema.$id : undefined
    })
    expect(names[0]).toMatch(/^filter-[0-9a-f]{8}$/)
    expect(names[1]).not.toBe(names[0])
    expect(names[2]).toBe(names[1])
  })
})
