import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { operators, safeParseFilter } from "../../src/index.ts"
import { toJsonSchema } from "../../src/json-schema.ts"
import { Editor } from "./editor.ts"

const plain = new Editor(toJsonSchema(customers))
const helpful = new Editor(toJsonSchema(customers, { errorMessages: true }))
const editors = [
  ["the schema", plain],
  ["the schema with error messages", helpful],
] as const

/** A value of each field that the filter of the tests has. */
const values = {
  integer: "5",
  number: "1.5",
  string: '"text"',
  boolean: "true",
  enum: "null",
  datetime: '"2024-02-29"',
  reference: "7",
  opaque: "null",
  uuid: '"018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"',
  decimal: "19.99",
  date: '"2024-02-29"',
} as const

describe.each(editors)("in VS Code, by %s", (_, editor) => {
  test.each([...customers.fields.values()])("the hover of $name is its description", async (field) => {
    const { name, description, operators } = field
    const value = values[field.type]
    expect(description).toBeTruthy()
    for (const text of [
      `{"|${name}":${value}}`,
      `{"${name}":|${value}}`,
      `{"|${name}":{"${operators[0]}":${value}}}`,
      `{"$or":[{"|${name}":${value}}]}`,
    ])
      expect(await editor.hover(text), text).toContain(description)
  })

  test.each(Object.entries(operators))("the hover of %s is its meaning", async (name, { doc, operand }) => {
    const text = operand === "filters" ? `{"|${name}":[]}` : `{"state":{"|${name}":"a"}}`
    const list = `{"state":{"|${name}":["a"]}}`
    expect(await editor.hover(operand === "list" ? list : text)).toBe(doc)
  })

  test("the fields are proposed, with their descriptions", async () => {
    for (const text of ["{|}", '{"id":5,|}', '{"$and":[{|}]}']) {
      const proposed = await editor.complete(text)
      const expected = [...customers.fields.values()].filter(({ name }) => !text.includes(`"${name}"`))
      for (const { name, description } of expected) expect(proposed.get(name)).toContain(description)
    }
  })

  test("the operators of the field are proposed, with their meanings", async () => {
    for (const field of customers.fields.values()) {
      const proposed = await editor.complete(`{"${field.name}":{|}}`)
      expect([...proposed.keys()]).toEqual(field.operators)
      for (const name of field.operators) expect(proposed.get(name)).toBe(operators[name].doc)
    }
  })

  test("values are proposed", async () => {
    expect([...(await editor.complete('{"permission":|}')).keys()]).toEqual(['"own"', '"all"', "null"])
    expect([...(await editor.complete('{"createdAt":{"$gte":|}}')).keys()]).toContain('"2024-02-29"')
  })

  test.each([
    "{}",
    '{"state":"active","id":{"$in":[1,"9007199254740993"]}}',
    '{"$or":[{"createdAt":{"$gte":"2024-02-29T12:30:00.5+01:00"}},{"createdAt":"2024-02-29"}]}',
    '{"permission":null,"password":{"$ne":null},"contacts.value":{"$contains":"@"}}',
  ])("%s has no problem", async (text) => {
    expect(safeParseFilter(customers, text).ok).toBe(true)
    expect(await editor.problems(text)).toEqual([])
  })
})

const dates = ['"now"', '"2024-13-01"', '"2024-02-29 12:30:00Z"', '"2024-01-01T00:00:00"', '"1709164800"']

describe("a wrong date in VS Code", () => {
  test.each(dates)("%s: the problem is the format, not a regular expression", async (at) => {
    for (const text of [
      `{"createdAt":${at}}`,
      `{"createdAt":{"$gt":${at}}}`,
      `{"createdAt":{"$in":[${at}]}}`,
    ])
      expect(await plain.problems(text), text).toEqual([
        { message: "String is not a RFC3339 date-time.", at },
      ])
  })
})

describe("a mistake in VS Code, with error messages", () => {
  const date = /^Expected an RFC 3339 date-time .*, such as "2024-02-29T12:30:00Z" or "2024-02-29"$/
  const integer = /^Expected a 64-bit integer: .*, such as 42 or "9007199254740993"$/
  const id = /^Expected the id of a record: /
  const text = /^Expected text /
  test.each<[text: string, at: string, message: RegExp]>([
    ...dates.flatMap((at): [string, string, RegExp][] => [
      [`{"createdAt":${at}}`, at, date],
      [`{"createdAt":{"$lte":${at}}}`, at, date],
      [`{"createdAt":{"$nin":["2024-02-29",${at}]}}`, at, date],
    ]),
    ['{"createdAt":"2016-12-31T23:59:60Z"}', '"2016-12-31T23:59:60Z"', date],
    ['{"createdAt":1709164800}', "1709164800", date],
    ['{"createdAt":{"$lt":null}}', "null", date],
    ['{"id":"x"}', '"x"', integer],
    ['{"id":{"$gt":"x"}}', '"x"', integer],
    ['{"id":1.5}', "1.5", integer],
    ['{"createdBy":"jane"}', '"jane"', id],
    ['{"firstName":5}', "5", text],
    ['{"firstName":"\\u0000"}', '"\\u0000"', text],
    ['{"trusted":"yes"}', '"yes"', /Expected "boolean"/],
    ['{"permission":"some"}', '"some"', /Valid values: "own", "all", null/],
    ['{"id":{"$foo":1}}', "1", /^Expected one of the operators \$eq, \$ne, \$lt, /],
    ['{"permission":{"$gt":"own"}}', '"own"', /^Expected one of the operators \$eq, \$ne, \$in, \$nin$/],
    ['{"stat":"active"}', '"stat"', /Property stat is not allowed/],
  ])("%s", async (text, at, message) => {
    expect(safeParseFilter(customers, text).ok).toBe(false)
    expect(await helpful.problems(text)).toEqual([{ message: expect.stringMatching(message), at }])
  })
})
