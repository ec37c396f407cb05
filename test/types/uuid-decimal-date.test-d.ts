import { expectTypeOf, test } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import {
  defineSchema,
  type FilterInput,
  field,
  type OperatorOf,
  type RecordOf,
  type ValueOf,
} from "../../src/index.ts"

const schema = defineSchema({
  ref: field.uuid({ nullable: false }),
  price: field.decimal(),
  born: field.date(),
})
type S = typeof schema

test("the values of a filter", () => {
  expectTypeOf<ValueOf<S, "ref">>().toEqualTypeOf<string>()
  expectTypeOf<ValueOf<S, "price">>().toEqualTypeOf<number | bigint | string | null>()
  expectTypeOf<ValueOf<S, "born">>().toEqualTypeOf<string | null>()
  expectTypeOf<OperatorOf<S, "ref">>().toEqualTypeOf<"$eq" | "$ne" | "$in" | "$nin">()
  expectTypeOf<OperatorOf<S, "price">>().toEqualTypeOf<OperatorOf<S, "born">>()
  expectTypeOf<"$lt">().toExtend<OperatorOf<S, "price">>()
})

test("JSON has no bigint", () => {
  const input: FilterInput<S> = { price: { $in: [19.99, "19.99", null] }, born: "2024-02-29", ref: "x" }
  // @ts-expect-error a bigint
  const bigint: FilterInput<S> = { price: 1n }
  // @ts-expect-error a Date
  const date: FilterInput<S> = { born: new Date() }
  // @ts-expect-error UUIDs have no order
  const order: FilterInput<S> = { ref: { $lt: "x" } }
  void [input, bigint, date, order]
})

test("the builder", () => {
  const { contains, eq, lt } = filterBuilder(schema)
  const calls = () => {
    eq("price", 1n)
    lt("born", "2024-02-29")
    // @ts-expect-error a Date has a time
    eq("born", new Date())
    // @ts-expect-error UUIDs have no order
    lt("ref", "x")
    // @ts-expect-error no text to search
    contains("price", "1")
  }
  void calls
})

test("the values of a record", () => {
  const row: RecordOf<S> = { ref: "x", price: 1n, born: null }
  const text: RecordOf<S> = { price: "19.99" }
  const number: RecordOf<S> = { price: 19.99 }
  // @ts-expect-error a driver makes a Date of local midnight
  const date: RecordOf<S> = { born: new Date() }
  void [row, text, number, date]
})
