import { describe, expectTypeOf, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { defineSchema, type Filter, field, parseFilter, type RecordOf, type Schema } from "../../src/index.ts"
import { type Predicate, type PredicateOf, toPredicate } from "../../src/predicate.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  score: field.number(),
  name: field.string(),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  createdAt: field.datetime(),
  owner: field.reference("users"),
  secret: field.opaque(),
  contacts: field.many({ value: field.string() }),
  company: field.one({ name: field.string({ nullable: false }) }),
})
type S = typeof schema
type R = RecordOf<S>

const filter = parseFilter(schema, "{}")
const matches = toPredicate(filter)

/** A row as a database driver returns it: it has properties that the schema does not have. */
interface Row {
  readonly id: string
  readonly active: number
  readonly score: string | null
  readonly role: string
  readonly createdAt: Date | null
  readonly owner?: { readonly id: number; readonly name: string }
  readonly contacts: { readonly value: string; readonly kind: string }[]
  readonly version: number
}
declare const rows: Row[]

/** A row whose names are those of its columns. */
interface ColumnRow {
  readonly created_at: string
}
declare const columnRows: ColumnRow[]

describe("the record of a schema", () => {
  test("has every form of a value", () => {
    expectTypeOf<R["id"]>().toEqualTypeOf<number | bigint | string | null | undefined>()
    expectTypeOf<R["score"]>().toEqualTypeOf<number | string | null | undefined>()
    expectTypeOf<R["name"]>().toEqualTypeOf<string | null | undefined>()
    expectTypeOf<R["active"]>().toEqualTypeOf<boolean | number | bigint | Uint8Array | null | undefined>()
    expectTypeOf<R["role"]>().toEqualTypeOf<string | null | undefined>()
    expectTypeOf<R["createdAt"]>().toEqualTypeOf<string | Date | null | undefined>()
    expectTypeOf<R["secret"]>().toEqualTypeOf<unknown>()
    expectTypeOf<{ owner: 7 }>().toExtend<R>()
    expectTypeOf<{ owner: { id: "7"; type: string } }>().toExtend<R>()
    expectTypeOf<{ owner: { id: null } }>().toExtend<R>()
    expectTypeOf<{ owner: number[] }>().not.toExtend<R>()
    expectTypeOf<{ owner: { ID: number } }>().not.toExtend<R>()
  })

  test("has objects for relations", () => {
    const related: R = { contacts: [null, undefined, { value: "a" }, {}], company: { name: null } }
    const none: R = { contacts: null, company: null }
    // @ts-expect-error one record for a relation to many
    const one: R = { contacts: { value: "a" } }
    // @ts-expect-error an array for a relation to one
    const many: R = { company: [{ name: "a" }] }
    // @ts-expect-error a related record without that property
    const misspelt: R = { contacts: [{ valeu: "a" }] }
    void [related, none, one, many, misspelt]
  })

  test("may lack every property, and have others", () => {
    expectTypeOf<Row>().toExtend<R>()
    const empty: R = {}
    // @ts-expect-error no such field
    const misspelt: R = { created_at: "2024-02-29" }
    void [empty, misspelt]
  })

  test("is any object if the schema is not known", () => {
    expectTypeOf<RecordOf<Schema>>().toEqualTypeOf<object>()
    expectTypeOf<RecordOf<never>>().toEqualTypeOf<object>()
  })
})

describe("the predicate of a filter", () => {
  test("takes records and rows of the schema", () => {
    expectTypeOf(matches).toEqualTypeOf<PredicateOf<S>>()
    matches({ id: 7, owner: { id: 7, type: "users" } })
    expectTypeOf(rows.filter(matches)).toEqualTypeOf<Row[]>()
    expectTypeOf(rows.filter(toPredicate(filter))).toEqualTypeOf<Row[]>()
    expectTypeOf(rows.find(toPredicate(filter, { jit: true }))).toEqualTypeOf<Row | undefined>()
    expectTypeOf(matches).toExtend<Predicate<Row>>()
    class Entity {
      id = 7n
      createdAt = new Date()
      save() {}
    }
    matches(new Entity())
  })

  test("takes records of which the compiler knows nothing", () => {
    type Unknown = [unknown, object, Record<string, unknown>, ReturnType<typeof JSON.parse>]
    const [one, two, three, four] = [] as unknown as Unknown
    void [matches(one), matches(two), matches(three), matches(four)]
    const lists = [] as unknown as { [I in keyof Unknown]: Unknown[I][] }
    void [
      lists[0].filter(matches),
      lists[1].filter(matches),
      lists[2].filter(matches),
      lists[3].filter(matches),
    ]
    expectTypeOf(lists[0].filter(toPredicate(filter))).toEqualTypeOf<unknown[]>()
  })

  test("rejects records that contradict the schema", () => {
    // @ts-expect-error no such field
    void (() => matches({ created_at: "2024-02-29" }))
    // @ts-expect-error no such field, beside one that there is
    void (() => matches({ id: 7, created_at: "2024-02-29" }))
    // @ts-expect-error no field of the schema
    void (() => columnRows.map((row) => matches(row)))
    // @ts-expect-error no field of the schema
    void (() => columnRows.filter(matches))
    // @ts-expect-error no field of the schema
    void (() => columnRows.filter(toPredicate(filter)))
    // @ts-expect-error a filter of Desk's customers, whose records have createdAt
    void (() => columnRows.filter(toPredicate(parseFilter(customers, '{"createdAt":null}'))))
    // @ts-expect-error no field of the schema
    const ofColumns: Predicate<ColumnRow> = matches
    // @ts-expect-error not a date-time
    void (() => matches({ createdAt: 1709164800 }))
    // @ts-expect-error not an integer
    void (() => [{ id: true }].filter(matches))
    // @ts-expect-error an array for a reference
    void (() => matches({ owner: [7] }))
    void ofColumns
  })

  test("rejects what is no record", () => {
    // @ts-expect-error a text
    void (() => matches("x"))
    // @ts-expect-error null
    void (() => matches(null))
    // @ts-expect-error a record that may be missing
    void (() => matches(rows[0] as Row | undefined))
    // @ts-expect-error a list of records
    void (() => matches(rows))
    // @ts-expect-error a Map
    void (() => matches(new Map([["id", 7]])))
    // @ts-expect-error a record that has not arrived yet
    void (() => matches(Promise.resolve(rows[0])))
    // @ts-expect-error a function
    void (() => matches(() => rows[0]))
  })

  test("takes any object if the schema is not known", () => {
    const unbound: Filter = filter
    toPredicate(unbound)({ created_at: "2024-02-29" })
    expectTypeOf(columnRows.filter(toPredicate(unbound))).toEqualTypeOf<ColumnRow[]>()
    toPredicate(filter as unknown as Filter<Schema>)({ created_at: "2024-02-29" })
    // @ts-expect-error a text
    void (() => toPredicate(unbound)("x"))
  })

  test("takes the records of a schema that is a type parameter", () => {
    const list = <T extends Schema>(asked: Filter<T>, records: readonly RecordOf<T>[]) =>
      records.filter(toPredicate(asked))
    expectTypeOf(list(filter, [])).toEqualTypeOf<R[]>()
  })

  test("takes rows of a type that the caller names", () => {
    expectTypeOf(toPredicate<Row>(filter)).toEqualTypeOf<Predicate<Row>>()
    expectTypeOf(toPredicate<ColumnRow>(filter, { jit: true })).toEqualTypeOf<Predicate<ColumnRow>>()
  })

  test("takes what the option get reads", () => {
    const get = (record: Map<string, unknown>, property: string) => record.get(property)
    expectTypeOf(toPredicate(filter, { get })).toEqualTypeOf<Predicate<Map<string, unknown>>>()
    // @ts-expect-error not a Map
    void (() => toPredicate(filter, { get })({ id: 7 }))
  })
})
