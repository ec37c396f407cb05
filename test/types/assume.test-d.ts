import { describe, expectTypeOf, test } from "vitest"
import { assume } from "../../src/analysis/assume.ts"
import { customers } from "../../src/desk.ts"
import {
  defineSchema,
  type Filter,
  field,
  parseFilter,
  pick,
  type RecordOf,
  type Schema,
} from "../../src/index.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  createdAt: field.datetime(),
  owner: field.reference("users"),
  contacts: field.many({ value: field.string() }),
  company: field.one({ name: field.string({ nullable: false }) }),
})
type S = typeof schema
const filter = parseFilter(schema, "{}")

/** A row as a database driver returns it: it has properties that the schema does not have. */
interface Row {
  readonly id: string
  readonly version: number
}
declare const row: Row

describe("assume", () => {
  test("returns a filter of the same schema", () => {
    expectTypeOf(assume(filter, {})).toEqualTypeOf<Filter<S>>()
    expectTypeOf(assume(parseFilter(customers, "{}"), { state: "active" })).toEqualTypeOf<
      Filter<typeof customers>
    >()
    const narrow = pick(schema, "id", "company.name")
    expectTypeOf(assume(parseFilter(narrow, "{}"), { id: 1, company: null })).toEqualTypeOf<
      Filter<typeof narrow>
    >()
  })

  test("takes some properties of a record of the schema, in every form", () => {
    assume(filter, { id: 7n, createdAt: new Date(), owner: { id: 7, type: "users" } })
    assume(filter, { id: null, owner: undefined, contacts: [{ value: "a" }, null, {}], company: {} })
    assume(filter, row)
    const known: RecordOf<S> = { id: 7 }
    assume(filter, known)
    assume(filter, JSON.parse("{}"))
    assume(filter, {} as Record<string, unknown>)
  })

  test("rejects what contradicts the schema", () => {
    // @ts-expect-error no such field
    void (() => assume(filter, { created_at: "2024-02-29" }))
    // @ts-expect-error no such field, beside one that there is
    void (() => assume(filter, { id: 7, created_at: "2024-02-29" }))
    // @ts-expect-error a path through a relation
    void (() => assume(filter, { "company.name": "a" }))
    // @ts-expect-error a property that a related record does not have
    void (() => assume(filter, { contacts: [{ valeu: "a" }] }))
    // @ts-expect-error one record for a relation to many
    void (() => assume(filter, { contacts: { value: "a" } }))
    // @ts-expect-error not a date-time
    void (() => assume(filter, { createdAt: 1709164800 }))
    // @ts-expect-error a list of records
    void (() => assume(filter, [row]))
    // @ts-expect-error nothing known
    void (() => assume(filter))
    // @ts-expect-error a value of which the compiler knows nothing
    void (() => assume(filter, row as unknown))
    // @ts-expect-error null
    void (() => assume(filter, null))
  })

  test("takes any object if the schema is not known", () => {
    const unbound: Filter = filter
    expectTypeOf(assume(unbound, { created_at: "2024-02-29" })).toEqualTypeOf<Filter>()
    // @ts-expect-error a text
    void (() => assume(unbound, "x"))
  })

  test("takes the records of a schema that is a type parameter", () => {
    const left = <T extends Schema>(asked: Filter<T>, known: RecordOf<T>) => assume(asked, known)
    expectTypeOf(left(filter, { id: 1 })).toEqualTypeOf<Filter<S>>()
  })
})
