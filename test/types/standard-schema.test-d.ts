import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec"
import { FieldApi, FormApi } from "@tanstack/form-core"
import { type inferRouterInputs, initTRPC } from "@trpc/server"
import { describe, expectTypeOf, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { defineSchema, type Filter, type FilterInput, field } from "../../src/index.ts"
import { standardSchema } from "../../src/standard-schema.ts"

const people = defineSchema({ id: field.integer({ nullable: false }), name: field.string() })
type Input = FilterInput<typeof people> | string
type Output = Filter<typeof people>

const schema = standardSchema(people)

test("has the type of Standard Schema v1, as published by the specification", () => {
  expectTypeOf(schema).toExtend<StandardSchemaV1<Input, Output>>()
  expectTypeOf(schema).toExtend<StandardSchemaV1>()
  expectTypeOf<StandardSchemaV1.InferInput<typeof schema>>().toEqualTypeOf<Input>()
  expectTypeOf<StandardSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<Output>()
  expectTypeOf(schema["~standard"].validate("{}")).toExtend<StandardSchemaV1.Result<Output>>()
})

test("has the type of Standard JSON Schema v1, as published by the specification", () => {
  expectTypeOf(schema).toExtend<StandardJSONSchemaV1<Input, Output>>()
  expectTypeOf(schema).toExtend<StandardJSONSchemaV1 & StandardSchemaV1>()
  expectTypeOf<StandardJSONSchemaV1.InferInput<typeof schema>>().toEqualTypeOf<Input>()
})

test("belongs to its schema", () => {
  expectTypeOf(standardSchema(customers)).not.toExtend<StandardSchemaV1<Input, Output>>()
})

test("can be narrowed to a smaller input type, but not widened", () => {
  const ofTexts = standardSchema<typeof people, string>(people)
  expectTypeOf<StandardSchemaV1.InferInput<typeof ofTexts>>().toEqualTypeOf<string>()
  // @ts-expect-error the schema does not have this field
  void (() => standardSchema<typeof people, { nam: string }>(people))
})

describe("in tRPC", () => {
  const { procedure, router } = initTRPC.create()
  const list = procedure.input(schema).query(({ input }) => {
    expectTypeOf(input).toEqualTypeOf<Output>()
    return input.kind
  })
  const routes = router({ list })

  test("a client sends filter input, and the procedure receives a filter", () => {
    expectTypeOf<inferRouterInputs<typeof routes>["list"]>().toEqualTypeOf<Input>()
  })
})

describe("in TanStack Form", () => {
  test("fits a field or a form whose data can be a filter", () => {
    const form = new FormApi({ defaultValues: { filter: "" } })
    new FieldApi({
      form,
      name: "filter",
      validators: { onChange: standardSchema<typeof people, string>(people) },
    })
    const defaultValues = { name: "" }
    new FormApi({
      defaultValues,
      validators: { onChange: standardSchema<typeof people, typeof defaultValues>(people) },
    })
  })

  test("does not fit any other field", () => {
    const form = new FormApi({ defaultValues: { page: 1 } })
    const validators = { onChange: standardSchema<typeof people, string>(people) }
    // @ts-expect-error a number is not a filter
    new FieldApi({ form, name: "page", validators })
  })
})
