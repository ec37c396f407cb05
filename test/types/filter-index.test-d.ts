import { describe, expectTypeOf, test } from "vitest"
import { customers } from "../../src/desk.ts"
import {
  type Change,
  type FilterIndex,
  type FilterIndexOptions,
  filterIndex,
} from "../../src/filter-index.ts"
import {
  defineSchema,
  type Filter,
  field,
  omit,
  parseFilter,
  pick,
  type RecordOf,
  type Schema,
} from "../../src/index.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  name: field.string(),
  createdAt: field.datetime(),
  contacts: field.many({ value: field.string() }),
  company: field.one({ name: field.string() }),
})
type S = typeof schema

const filter = parseFilter(schema, "{}")
const index = filterIndex<S, string>(schema)

/** A row as a database driver returns it: it has properties that the schema does not have. */
interface Row {
  readonly id: string
  readonly createdAt: Date | null
  readonly contacts: { readonly value: string; readonly kind: string }[]
  readonly version: number
}
declare const row: Row

describe("an index", () => {
  test("has ids of any type, unless the program names one", () => {
    const any = filterIndex(schema)
    expectTypeOf(any).toEqualTypeOf<FilterIndex<S, unknown>>()
    expectTypeOf(any).toEqualTypeOf<FilterIndex<S>>()
    any.set(1, filter).set("a", filter).set(Symbol("a"), filter)
    expectTypeOf(any.match({ id: 7 })).toEqualTypeOf<unknown[]>()
  })

  test("has the type of its ids everywhere", () => {
    const declared: FilterIndex<typeof customers, string> = filterIndex(customers)
    expectTypeOf(declared.match({ id: 7 })).toEqualTypeOf<string[]>()
    expectTypeOf(declared.change({ id: 7 }, undefined)).toEqualTypeOf<Change<string>>()
    expectTypeOf<Change<string>["entered"]>().toEqualTypeOf<readonly string[]>()
    expectTypeOf<Change<string>["left"]>().toEqualTypeOf<readonly string[]>()
    expectTypeOf([...declared]).toEqualTypeOf<[string, Filter<typeof customers>][]>()
    expectTypeOf(index).toEqualTypeOf<FilterIndex<S, string>>()
    for (const [id, stored] of index) {
      expectTypeOf(id).toEqualTypeOf<string>()
      expectTypeOf(stored).toEqualTypeOf<Filter<S>>()
    }
    // @ts-expect-error a number as id
    void (() => index.set(1, filter))
    // @ts-expect-error a number as id
    void (() => index.get(1))
    // @ts-expect-error a number as id
    void (() => index.has(1))
    // @ts-expect-error a number as id
    void (() => index.delete(1))
  })

  test("is typed as a Map is", () => {
    expectTypeOf(index.set("a", filter)).toEqualTypeOf(index)
    expectTypeOf(index.get("a")).toEqualTypeOf<Filter<S> | undefined>()
    expectTypeOf(index.has("a")).toEqualTypeOf<boolean>()
    expectTypeOf(index.delete("a")).toEqualTypeOf<boolean>()
    expectTypeOf(index.clear()).toEqualTypeOf<void>()
    expectTypeOf(index.size).toEqualTypeOf<number>()
    // @ts-expect-error the size is read only
    void (() => (index.size = 0))
    expectTypeOf(new Map(index)).toEqualTypeOf<Map<string, Filter<S>>>()
  })
})

describe("the filters of an index", () => {
  test("are those of its schema, and of fewer fields", () => {
    index.set("picked", parseFilter(pick(schema, "id", "contacts.value"), "{}"))
    index.set("omitted", parseFilter(omit(schema, "name"), "{}"))
  })

  test("are not those of another schema, or of more fields", () => {
    // @ts-expect-error a filter of customers
    void (() => index.set("a", parseFilter(customers, "{}")))
    // @ts-expect-error a filter of all fields
    void (() => filterIndex(pick(schema, "id")).set("a", filter))
    // @ts-expect-error a text
    void (() => index.set("a", '{"id":7}'))
    // @ts-expect-error the input of a filter
    void (() => index.set("a", { id: 7 }))
    // @ts-expect-error a filter that may be missing
    void (() => index.set("a", index.get("b")))
    // @ts-expect-error no schema
    void (() => filterIndex(filter))
  })

  test("may be of a schema that is a type parameter", () => {
    const indexOf = <T extends Schema>(known: T, filters: readonly Filter<T>[]): FilterIndex<T, number> => {
      const made = filterIndex<T, number>(known)
      for (const [i, one] of filters.entries()) made.set(i, one)
      return made
    }
    expectTypeOf(indexOf(schema, [filter])).toEqualTypeOf<FilterIndex<S, number>>()
    const matching = <T extends Schema>(known: FilterIndex<T, number>, record: RecordOf<T>) =>
      known.match(record)
    expectTypeOf(matching(filterIndex<S, number>(schema), { id: 7 })).toEqualTypeOf<number[]>()
  })
})

describe("the records of an index", () => {
  test("are those that a predicate takes", () => {
    index.match({ id: 7n, createdAt: new Date(), contacts: [null, { value: "a" }], company: null })
    index.match(row)
    index.match({} as RecordOf<S>)
    index.change(row, { id: 8 })
    index.change(undefined, row)
    index.change(row, undefined)
    index.change(undefined, undefined)
    class Entity {
      id = 7n
      save() {}
    }
    expectTypeOf(index.match(new Entity())).toEqualTypeOf<string[]>()
  })

  test("may be of a type that the compiler does not know", () => {
    type Unknown = [unknown, object, Record<string, unknown>, ReturnType<typeof JSON.parse>]
    const [one, two, three, four] = [] as unknown as Unknown
    void (() => [index.match(one), index.match(two), index.match(three), index.match(four)])
    void (() => [index.change(one, two), index.change(row, three), index.change(four, undefined)])
  })

  test("do not contradict the schema", () => {
    // @ts-expect-error no such field
    void (() => index.match({ created_at: "2024-02-29" }))
    // @ts-expect-error no such field, beside one that there is
    void (() => index.match({ id: 7, created_at: "2024-02-29" }))
    // @ts-expect-error not a date-time
    void (() => index.match({ createdAt: 1709164800 }))
    // @ts-expect-error one record for a relation to many
    void (() => index.match({ contacts: { value: "a" } }))
    // @ts-expect-error an array for a relation to one
    void (() => index.match({ company: [{ name: "a" }] }))
    // @ts-expect-error a text
    void (() => index.match("x"))
    // @ts-expect-error null
    void (() => index.match(null))
    // @ts-expect-error a record that may be missing
    void (() => index.match(row as Row | undefined))
    // @ts-expect-error a list of records
    void (() => index.match([row]))
    // @ts-expect-error a Map
    void (() => index.match(new Map([["id", 7]])))
    // @ts-expect-error a record that has not arrived yet
    void (() => index.match(Promise.resolve(row)))
    // @ts-expect-error not a date-time, after the change
    void (() => index.change({ createdAt: "2024-02-29" }, { createdAt: 7 }))
    // @ts-expect-error no such field, before the change
    void (() => index.change({ created_at: "2024-02-29" }, { id: 7 }))
    // @ts-expect-error null for a record that was created
    void (() => index.change(null, { id: 7 }))
  })

  test("are what the option get reads", () => {
    const get = (record: ReadonlyMap<string, unknown>, property: string) => record.get(property)
    const maps = filterIndex(schema, { get })
    expectTypeOf(maps).toEqualTypeOf<FilterIndex<S, unknown, ReadonlyMap<string, unknown>>>()
    maps.match(new Map([["id", 7]]))
    maps.change(undefined, new Map())
    const named: FilterIndex<S, number, ReadonlyMap<string, unknown>> = filterIndex(schema, { get })
    expectTypeOf(named.match(new Map())).toEqualTypeOf<number[]>()
    expectTypeOf<FilterIndexOptions<Row>["get"]>().toEqualTypeOf<
      ((record: Row, property: string) => unknown) | undefined
    >()
    // @ts-expect-error not a Map
    void (() => maps.match({ id: 7 }))
    // @ts-expect-error a Map before, but not after
    void (() => maps.change(new Map(), { id: 7 }))
    // @ts-expect-error not a function
    void (() => filterIndex(schema, { get: "id" }))
    // @ts-expect-error an option that is of toPredicate only
    void (() => filterIndex(schema, { jit: true }))
  })
})
