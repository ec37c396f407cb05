import { describe, expect, test } from "vitest"
import { filterBuilder, omit, pick, scope } from "../../src/builder.ts"
import { customers } from "../../src/desk.ts"
import {
  defineSchema,
  FilterError,
  field,
  parseFilter,
  type Schema,
  safeParseFilter,
} from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { stringify } from "../../src/query-string.ts"
import { postgres, sqlMapping, toSql } from "../../src/sql.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  name: field.string(),
  password: field.opaque(),
  contacts: field.many({ value: field.string(), kind: field.string() }),
  companies: field.many({ id: field.integer() }),
})
const names = ({ fields }: Schema) => [...fields.keys()]
const diagnosticsOf = (narrow: Schema, text: string) => {
  const result = safeParseFilter(narrow, text)
  return result.ok ? [] : result.error.diagnostics.map(({ code, hint }) => [code, hint])
}

describe("pick", () => {
  const visible = pick(schema, "contacts.value", "id")

  test("keeps the named fields, in the order of the schema", () => {
    expect(names(visible)).toEqual(["id", "contacts.value"])
    expect([...visible.relations.keys()]).toEqual(["contacts"])
    expect(Object.keys(visible.declarations)).toEqual(["id", "contacts"])
    expect(Object.keys(visible.declarations.contacts.fields)).toEqual(["value"])
    expect(names(defineSchema(visible.declarations))).toEqual(["id", "contacts.value"])
  })

  test("rejects filters by the other fields and does not suggest them", () => {
    expect(diagnosticsOf(visible, '{"password":null}')).toEqual([["unknown-field", undefined]])
    expect(diagnosticsOf(visible, '{"passwort":null}')).toEqual([["unknown-field", undefined]])
    expect(diagnosticsOf(visible, '{"contacts.kind":"a"}')).toEqual([
      ["unknown-field", 'did you mean "contacts.value"?'],
    ])
    expect(diagnosticsOf(visible, '{"contacts":"a"}')).toEqual([
      ["unknown-field", 'use a field of the relation: "contacts.value"'],
    ])
    expect(diagnosticsOf(pick(customers, "id", "state"), '{"email":"a"}')).toEqual([
      ["unknown-field", undefined],
    ])
    const build = filterBuilder(visible) as unknown as { eq(name: string, value: unknown): unknown }
    expect(() => build.eq("password", null)).toThrow(FilterError)
  })

  test("returns a schema whose filters work with mappings and predicates of the full schema", () => {
    const mapping = sqlMapping(schema, { columns: { id: "person_id" } })
    const filter = parseFilter(visible, '{"id":7}')
    expect(toSql(filter, postgres, mapping).text).toBe('"person_id" = $1::bigint')
    expect(toPredicate(filter)({ id: 7 })).toBe(true)
  })

  test("keeps no field if none is named, and rejects unknown fields", () => {
    expect(names(pick(schema))).toEqual([])
    expect(() => pick(schema, "nme" as "name")).toThrow(new TypeError('The schema has no field "nme"'))
    expect(() => pick(schema, "contacts" as "id")).toThrow(
      new TypeError('The schema has no field "contacts"'),
    )
  })
})

describe("omit", () => {
  test("keeps all fields except the named ones", () => {
    const narrow = omit(schema, "password", "contacts.kind", "companies.id")
    expect(names(narrow)).toEqual(["id", "name", "contacts.value"])
    expect([...narrow.relations.keys()]).toEqual(["contacts"])
    expect(diagnosticsOf(narrow, '{"companies":1}')).toEqual([["unknown-field", undefined]])
  })

  test("rejects unknown fields, so that a renamed field does not become visible", () => {
    expect(() => omit(schema, "passwort" as "password")).toThrow(
      new TypeError('The schema has no field "passwort"'),
    )
  })
})

describe("scope", () => {
  const own = filterBuilder(schema).eq("companies.id", 1)

  test("restricts a filter so that its own conditions cannot widen the result", () => {
    const asked = parseFilter(schema, '{"$or":[{"id":1},{"companies.id":2},{}]}')
    expect(stringify(scope(asked, own))).toBe('{"companies.id":1,"$or":[{"id":1},{"companies.id":2},{}]}')
  })

  test("accepts a filter of a narrower schema", () => {
    const asked = parseFilter(pick(schema, "id"), '{"id":7}')
    expect(stringify(scope(asked, own))).toBe('{"companies.id":1,"id":7}')
  })

  test.each([undefined, null, {}, { kind: "and", operands: [] }])(
    "rejects a value that is not a filter: %j",
    (other) => {
      expect(() => scope(own, other as never)).toThrow(TypeError)
      expect(() => scope(other as never, own)).toThrow(TypeError)
    },
  )
})
