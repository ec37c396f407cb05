import { describe, expectTypeOf, test } from "vitest"
import { type Answer, disjoint, equivalent, implies } from "../../src/analysis.ts"
import { customers, tickets } from "../../src/desk.ts"
import { defineSchema, field, parseFilter, pick, type RecordOf, type Schema } from "../../src/index.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  tags: field.many({ name: field.string() }),
})
const filter = parseFilter(schema, "{}")

describe("implies, disjoint and equivalent", () => {
  test("answer with a record of the schema", () => {
    const answer = implies(filter, filter)
    expectTypeOf(answer).toEqualTypeOf<Answer<typeof schema>>()
    if (answer.answer === "no") expectTypeOf(answer.record).toEqualTypeOf<RecordOf<typeof schema>>()
    // @ts-expect-error: only a no has a record.
    else answer.record
    expectTypeOf(disjoint(filter, filter)).toEqualTypeOf<Answer<typeof schema>>()
    expectTypeOf(equivalent(filter, filter)).toEqualTypeOf<Answer<typeof schema>>()
  })

  test("take filters of one schema, or of some of its fields", () => {
    const all = parseFilter(customers, "{}")
    const some = parseFilter(pick(customers, "id", "state"), "{}")
    expectTypeOf(implies(all, some)).toEqualTypeOf<Answer<typeof customers>>()
    expectTypeOf(implies(some, all)).toEqualTypeOf<Answer<typeof customers>>()
    // @ts-expect-error: a filter of tickets is no filter of customers.
    implies(all, parseFilter(tickets, "{}"))
  })

  test("take filters of a schema that the compiler does not know", () => {
    const unknown: Schema = schema
    const answer = implies(parseFilter(unknown, "{}"), parseFilter(unknown, "{}"))
    if (answer.answer === "no") expectTypeOf(answer.record).toEqualTypeOf<object>()
  })

  test("take a budget", () => {
    implies(filter, filter, { budget: 1000 })
    // @ts-expect-error: it is a number.
    implies(filter, filter, { budget: "1000" })
  })
})
