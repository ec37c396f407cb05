import { describe, expectTypeOf, test } from "vitest"
import type { tags, tickets, users } from "../../src/desk.ts"
import type { FilterInput, OperatorOf, ValueOf } from "../../src/index.ts"

describe("the schemas of Desk", () => {
  test("type the operators and values of own fields and of shared fields", () => {
    type Equality = "$eq" | "$ne" | "$in" | "$nin"
    type Ordered = Equality | "$lt" | "$lte" | "$gt" | "$gte"
    expectTypeOf<OperatorOf<typeof tags, "createdBy">>().toEqualTypeOf<Equality>()
    expectTypeOf<OperatorOf<typeof tags, "createdAt">>().toEqualTypeOf<Ordered>()
    expectTypeOf<OperatorOf<typeof tickets, "agent">>().toEqualTypeOf<Equality>()
    expectTypeOf<OperatorOf<typeof tickets, "spam_score">>().toEqualTypeOf<Ordered>()
    expectTypeOf<OperatorOf<typeof users, "reviewer">>().toEqualTypeOf<Equality>()
    expectTypeOf<ValueOf<typeof tags, "id">>().toEqualTypeOf<number | bigint | string>()
    expectTypeOf<ValueOf<typeof tags, "deletedAt">>().toEqualTypeOf<string | Date | null>()
    expectTypeOf<ValueOf<typeof tickets, "subject">>().toEqualTypeOf<string | null>()
    expectTypeOf<ValueOf<typeof tickets, "messages.id">>().toEqualTypeOf<number | bigint | string>()
    expectTypeOf<ValueOf<typeof users, "users.ontraining">>().toEqualTypeOf<boolean | null>()
  })

  test("reject filters that Desk does not support", () => {
    // @ts-expect-error Desk sorts by this field, but does not filter by it
    const orderedBy: FilterInput<typeof tickets> = { "tags.id": 1 }
    // @ts-expect-error a filter names a status by its id
    const wrongValue: FilterInput<typeof tickets> = { status: true }
    void [orderedBy, wrongValue]
  })
})
