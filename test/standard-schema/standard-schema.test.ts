import { sValidator } from "@hono/standard-validator"
import type { StandardSchemaV1 } from "@standard-schema/spec"
import { FieldApi, FormApi } from "@tanstack/form-core"
import { initTRPC, TRPCError } from "@trpc/server"
import { Hono } from "hono"
import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { parseFilter } from "../../src/index.ts"
import { toJsonSchema } from "../../src/json-schema.ts"
import { stringify } from "../../src/query-string.ts"
import { standardSchema } from "../../src/standard-schema.ts"
import { ajvOfDraft07, validator } from "../json-schema/validator.ts"

const { version, vendor, validate, jsonSchema } = standardSchema(customers)["~standard"]

test("is a Standard Schema v1", () => {
  expect({ version, vendor }).toEqual({ version: 1, vendor: "desk-filter" })
})

test("returns the checked filter for a text and for a value", () => {
  const filter = parseFilter(customers, '{"state":"active"}')
  expect(validate('{"state":"active"}')).toEqual({ value: filter })
  expect(validate({ state: "active" })).toEqual({ value: filter })
})

test("reports every mistake with its path", () => {
  expect(validate({ stat: 1, id: { $in: [1, "x"] } })).toEqual({
    issues: [
      { message: 'There is no field "stat" to filter by; did you mean "state"?', path: ["stat"] },
      { message: expect.stringContaining("Field id expects an integer"), path: ["id", "$in", 1] },
    ],
  })
})

test("reports a mistake of the whole filter without a path, and never throws for an input", () => {
  for (const input of [undefined, null, "", 5, [], () => {}, new Date(0)]) {
    const result = validate(input)
    expect(result.issues, String(input)).toEqual([{ message: expect.stringMatching(/./), path: [] }])
  }
})

test("obeys the options", () => {
  const guarded = standardSchema(customers, { requireSelective: true })["~standard"]
  expect(guarded.validate({})).toEqual({ issues: [{ message: expect.any(String), path: [] }] })
})

describe("carries the JSON Schema of its input", () => {
  test("in draft 2020-12", () => {
    const schema = jsonSchema.input({ target: "draft-2020-12" })
    const { $schema, properties, examples } = toJsonSchema(customers)
    expect(schema).toMatchObject({
      $schema,
      properties: { id: properties.id, $or: properties.$or },
      examples,
    })
    const validate = validator(schema)
    expect(validate({ $or: [{ state: "active" }, { id: { $in: [1, "2"] } }] })).toEqual([])
    expect(validate({ $or: [{ stat: "active" }] })).not.toEqual([])
  })

  test("without the keyword if, which not all programs know", () => {
    expect(JSON.stringify(jsonSchema.input({ target: "draft-2020-12" }))).not.toContain('"if"')
    expect(JSON.stringify(toJsonSchema(customers))).toContain('"if"')
  })

  test("in draft 07, which ignores what is beside a reference", () => {
    const schema = jsonSchema.input({ target: "draft-07", libraryOptions: {} })
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#")
    expect(schema.properties).toMatchObject({
      id: { description: "The customer's id", allOf: [{ $ref: "#/definitions/integerCondition" }] },
    })
    expect(JSON.stringify(schema)).not.toContain("$defs")
    const validate = validator(schema, "annotated", ajvOfDraft07("annotated"))
    expect(validate({ $or: [{ state: "active" }, { id: { $in: [1, "2"] } }] })).toEqual([])
    expect(validate({ $or: [{ stat: "active" }] })).not.toEqual([])
  })

  test("with the options of the validator", () => {
    const limited = standardSchema(customers, { limits: { maxListLength: 2 }, emptyOr: "error" })["~standard"]
    expect(limited.jsonSchema.input({ target: "draft-2020-12" }).properties).toMatchObject({
      $and: { maxItems: 2 },
      $or: { maxItems: 2, minItems: 1 },
    })
  })

  test.each(["openapi-3.0", "draft-04", "constructor", ""])("but not for the target %j", (target) => {
    expect(() => jsonSchema.input({ target })).toThrow(
      new RangeError(
        `There is no JSON Schema for the target "${target}": use draft-2020-12 or draft-07, or toOpenApiComponents for OpenAPI`,
      ),
    )
  })

  test("but not that of its output, which is no JSON value", () => {
    expect(() => jsonSchema.output({ target: "draft-2020-12" })).toThrow(
      new TypeError("A checked filter is not a JSON value, so it has no JSON Schema: use jsonSchema.input"),
    )
  })
})

describe("in Hono, through @hono/standard-validator", () => {
  const app = new Hono().post("/search", sValidator("json", standardSchema(customers)), (context) =>
    context.text(stringify(context.req.valid("json"))),
  )
  const search = (body: object) =>
    app.request("/search", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })

  test("the handler receives the filter", async () => {
    const response = await search({ state: { $eq: "active" } })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('{"state":"active"}')
  })

  test("the response to an invalid filter contains the issues", async () => {
    const response = await search({ id: { $in: [1, true] } })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      success: false,
      data: { id: { $in: [1, true] } },
      error: [{ message: "Field id expects an integer, not a boolean", path: ["id", "$in", 1] }],
    })
  })
})

describe("in tRPC, as the input of a procedure", () => {
  const { createCallerFactory, procedure, router } = initTRPC.create()
  const list = procedure.input(standardSchema(customers)).query(({ input }) => stringify(input))
  const caller = createCallerFactory(router({ list }))({})

  test("the procedure receives the filter", async () => {
    expect(await caller.list({ state: { $eq: "active" } })).toBe('{"state":"active"}')
    expect(await caller.list('{"id":{"$eq":"9007199254740993"}}')).toBe('{"id":9007199254740993}')
  })

  test("an invalid filter causes a BAD_REQUEST with the issues", async () => {
    const error = await caller.list('{"trusted":1,"stat":"active"}').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(TRPCError)
    const { code, cause } = error as TRPCError
    expect(code).toBe("BAD_REQUEST")
    expect((cause as Error & { issues?: readonly StandardSchemaV1.Issue[] }).issues).toEqual([
      {
        message: "Field trusted expects true or false, not a number; write true or false, without quotes",
        path: ["trusted"],
      },
      { message: 'There is no field "stat" to filter by; did you mean "state"?', path: ["stat"] },
    ])
  })
})

describe("in TanStack Form", () => {
  test("a text field is checked on every change", () => {
    const form = new FormApi({ defaultValues: { filter: "{}" } })
    const onChange = standardSchema<typeof customers, string>(customers)
    const field = new FieldApi({ form, name: "filter", validators: { onChange } })
    form.mount()
    field.mount()
    field.setValue('{"stat":1}')
    expect(field.state.meta.errors).toEqual([
      { message: 'There is no field "stat" to filter by; did you mean "state"?', path: ["stat"] },
    ])
    field.setValue('{"state":"active"}')
    expect(field.state.meta.errors).toEqual([])
  })

  test("a form whose values are the filter shows each mistake at its field", () => {
    const defaultValues = { state: "active", createdAt: "2024-01-01" }
    const onChange = standardSchema<typeof customers, typeof defaultValues>(customers)
    const form = new FormApi({ defaultValues, validators: { onChange } })
    const createdAt = new FieldApi({ form, name: "createdAt" })
    const state = new FieldApi({ form, name: "state" })
    form.mount()
    createdAt.mount()
    state.mount()
    createdAt.setValue("2023-02-29")
    expect(createdAt.state.meta.errors).toEqual([
      {
        message: expect.stringContaining('expects an RFC 3339 date-time, not "2023-02-29"'),
        path: ["createdAt"],
      },
    ])
    expect(state.state.meta.errors).toEqual([])
    expect(form.state.canSubmit).toBe(false)
    createdAt.setValue("2024-02-29")
    expect(createdAt.state.meta.errors).toEqual([])
    expect(form.state.canSubmit).toBe(true)
  })
})
