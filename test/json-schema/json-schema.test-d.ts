import { expectTypeOf, test } from "vitest"
import { customers } from "../../src/desk.ts"
import {
  type FilterJsonSchema,
  toJsonSchema,
  toOpenApiComponents,
  toOpenApiParameter,
} from "../../src/json-schema.ts"

test("an example is a filter of the schema", () => {
  toJsonSchema(customers, { example: { state: "active", id: { $in: [1, 2] } } })
  // @ts-expect-error there is no such field
  toJsonSchema(customers, { example: { stat: "active" } })
  // @ts-expect-error a boolean is true or false
  toOpenApiParameter(customers, { example: { trusted: "yes" } })
})

test("components need a location", () => {
  toOpenApiComponents(customers, { at: "#/components/schemas/CustomerFilter", example: { state: "active" } })
  // @ts-expect-error there is no location
  void (() => toOpenApiComponents(customers, { example: { state: "active" } }))
})

test("the result has the type of every filter schema", () => {
  expectTypeOf(toJsonSchema(customers)).toEqualTypeOf<FilterJsonSchema>()
  expectTypeOf(toJsonSchema(customers).type).toEqualTypeOf<"object">()
  expectTypeOf(toJsonSchema(customers).additionalProperties).toEqualTypeOf<false>()
  expectTypeOf(toOpenApiParameter(customers).in).toEqualTypeOf<"query">()
})
