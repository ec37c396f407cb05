import { describe, expect, test } from "vitest"
import { customers } from "../../../src/desk.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import { type PredicateOptions, toPredicate } from "../../../src/predicate.ts"

describe.each<readonly [way: string, options: Pick<PredicateOptions, "jit">]>([
  ["closures", {}],
  ["generated code", { jit: true }],
  ["generated code where it is allowed", { jit: "auto" }],
])("%s", (_, options) => {
  const matches = (text: string, record: object) => toPredicate(parseFilter(customers, text), options)(record)

  describe("reads records in the form that Desk's API returns", () => {
    const customer = {
      id: 42,
      firstName: "Ann",
      trusted: false,
      createdAt: "2021-06-23T14:30:41Z",
      createdBy: { id: 7, type: "users", meta: {} },
      companies: [{ id: 1001, type: "companies", name: "Acme" }],
      contacts: [{ value: "ann@example.com" }, { value: null }],
    }

    test.each([
      '{"id":42}',
      '{"id":{"$in":["42"]}}',
      '{"firstName":{"$contains":"n"}}',
      '{"trusted":false}',
      '{"createdAt":"2021-06-23T16:30:41.000+02:00"}',
      '{"createdAt":{"$lt":"2021-06-24"}}',
      '{"createdBy":7}',
      '{"createdBy":{"$ne":8}}',
      '{"companies.id":1001,"companies.name":"Acme"}',
      '{"contacts.value":"ann@example.com"}',
      '{"contacts.value":null}',
      '{"updatedBy":null,"deletedAt":null,"lastName":{"$ne":"x"}}',
      '{"password":null}',
    ])("%s", (text) => {
      expect(matches(text, customer)).toBe(true)
      expect(
        matches(text.replaceAll("Ann", "Bob"), {
          id: 1,
          trusted: true,
          createdAt: null,
          contacts: [],
          createdBy: 8,
          password: "x",
          updatedBy: 1,
        }),
      ).toBe(false)
    })
  })

  describe("accepts each value in every form that programs use", () => {
    test.each<readonly [filter: string, value: unknown, matches: boolean]>([
      ['{"id":9007199254740993}', 9007199254740993n, true],
      ['{"id":9007199254740993}', "9007199254740993", true],
      ['{"id":5}', 5n, true],
      ['{"id":0}', -0, true],
      ['{"id":{"$gt":9007199254740992}}', "9007199254740993", true],
      ['{"createdAt":"2024-02-29T12:00:00.5Z"}', new Date("2024-02-29T12:00:00.500Z"), true],
      ['{"createdAt":{"$gt":"2024-02-29T12:00:00.5Z"}}', new Date("2024-02-29T12:00:00.500Z"), false],
      ['{"createdAt":"1969-12-31T23:59:59.999Z"}', new Date(-1), true],
      ['{"createdAt":{"$in":["2024-02-29","2024-03-01"]}}', new Date("2024-03-01T00:00:00Z"), true],
      ['{"createdAt":null}', "2024-02-29T12:00:00Z", false],
      ['{"createdAt":{"$ne":null}}', "2024-02-29T12:00:00Z", true],
      ['{"createdAt":{"$ne":null}}', new Date(-1), true],
      ['{"createdAt":{"$ne":null}}', "2024-02-29T13:00:00+01:00", true],
      ['{"createdBy":7}', { id: 7, type: "users" }, true],
      ['{"createdBy":7}', { id: "7", type: "users" }, true],
      ['{"createdBy":7}', 7, true],
      ['{"createdBy":null}', { id: null, type: "users" }, true],
      ['{"createdBy":null}', undefined, true],
      ['{"contacts.value":{"$ne":"a"}}', null, true],
      ['{"contacts.value":{"$ne":"a"}}', [null, { value: "b" }], true],
    ])("%s tested on %s", (text, value, expected) => {
      const name = /"(\w+)/.exec(text)?.[1] ?? ""
      expect(matches(text, { [name]: value })).toBe(expected)
    })
  })

  describe("rejects a record whose value does not fit the field", () => {
    test.each<readonly [filter: string, record: object]>([
      ['{"id":5}', { id: "five" }],
      ['{"id":5}', { id: 5.5 }],
      ['{"id":5}', { id: [5] }],
      ['{"id":5}', { id: Number.NaN }],
      ['{"firstName":"5"}', { firstName: 5 }],
      ['{"trusted":true}', { trusted: 2 }],
      ['{"createdAt":"2024-01-01"}', { createdAt: 1704067200 }],
      ['{"createdAt":"2024-01-01"}', { createdAt: "yesterday" }],
      ['{"createdAt":"2024-01-01"}', { createdAt: new Date(Number.NaN) }],
      ['{"createdBy":7}', { createdBy: "users/7" }],
      ['{"contacts.value":"a"}', { contacts: { value: "a" } }],
      ['{"contacts.value":"a"}', { contacts: ["a"] }],
    ])("%s tested on %j", (text, record) => {
      expect(() => matches(text, record)).toThrow(TypeError)
    })

    test("without the value in the message, because errors end up in logs", () => {
      expect(() => matches('{"firstName":"a"}', { firstName: { secret: "hunter2" } })).toThrow(
        "The value of firstName in a record is an object, not a string",
      )
    })
  })

  describe("properties", () => {
    const odd = defineSchema({
      constructor: field.string(),
      toString: field.string(),
      ["__proto__"]: field.string(),
    })

    test.each(["constructor", "toString", "__proto__"])(
      "named %s are read only if the record owns them",
      (name) => {
        const absent = toPredicate(parseFilter(odd, `{${JSON.stringify(name)}:null}`), options)
        expect(absent({})).toBe(true)
        expect(absent(Object.defineProperty({}, name, { value: "x" }))).toBe(false)
      },
    )

    test("can be read by a custom function", () => {
      const filter = parseFilter(customers, '{"firstName":"Ann","contacts.value":"a"}')
      const predicate = toPredicate<Map<string, unknown>>(filter, {
        ...options,
        get: (record, property) => record.get(property),
      })
      expect(
        predicate(
          new Map<string, unknown>([
            ["firstName", "Ann"],
            ["contacts", [new Map([["value", "a"]])]],
          ]),
        ),
      ).toBe(true)
      expect(predicate(new Map([["firstName", "Ann"]]))).toBe(false)
    })

    test("defined by a class are read through its prototype", () => {
      class Customer {
        get firstName() {
          return "Ann"
        }
      }
      expect(matches('{"firstName":"Ann"}', new Customer())).toBe(true)
    })
  })

  test("rejects an unchecked filter", () => {
    expect(() => toPredicate({ kind: "and", operands: [] } as never, options)).toThrow(TypeError)
  })
})
