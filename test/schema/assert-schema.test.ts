import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import { customers, tickets } from "../../src/desk.ts"
import {
  defineSchema,
  field,
  omit,
  parseFilter,
  pick,
  type Schema,
  safeParseFilter,
} from "../../src/index.ts"
import { toJsonSchema, toOpenApiParameter } from "../../src/json-schema.ts"
import { fromSearchParams } from "../../src/query-string.ts"
import { standardSchema } from "../../src/standard-schema.ts"

/** Every public function that takes a schema in first place. */
const uses: Readonly<Record<string, (schema: Schema) => unknown>> = {
  filterBuilder: (schema) => filterBuilder(schema),
  fromSearchParams: (schema) => fromSearchParams(schema, "filter={}"),
  "fromSearchParams, with a query that is wrong": (schema) => fromSearchParams(schema, "Filter={}"),
  omit: (schema) => omit(schema),
  "omit, with a name": (schema) => omit(schema, "id" as never),
  parseFilter: (schema) => parseFilter(schema, "{}"),
  "parseFilter, with a filter that is wrong": (schema) => parseFilter(schema, "{"),
  "parseFilter, with options that are wrong": (schema) => parseFilter(schema, "{}", { emptyor: 1 } as object),
  pick: (schema) => pick(schema),
  "pick, with a name": (schema) => pick(schema, "id" as never),
  safeParseFilter: (schema) => safeParseFilter(schema, "{}"),
  standardSchema: (schema) => standardSchema(schema),
  toJsonSchema: (schema) => toJsonSchema(schema),
  "toJsonSchema, with an example": (schema) => toJsonSchema(schema, { example: {} }),
  toOpenApiParameter: (schema) => toOpenApiParameter(schema),
}

const declarations = { id: field.integer(), fields: field.string(), relations: field.string() }

describe.each(Object.entries(uses))("%s", (_, use) => {
  test.each<[given: string, value: unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a number", 5],
    ["a string", '{"id":1}'],
    ["a string", ""],
    ["a boolean", true],
    ["a function", () => customers],
    ["a list", [customers]],
    ["an object", {}],
    ["an object", declarations],
    ["an object", { id: 1 }],
    ["an object", { fields: { get: "x", has: "y" } }],
    ["an object", parseFilter(customers, '{"id":1}')],
    ["an object", new Map()],
    ["a Date", new Date(0)],
  ])("refuses %s: %j", (given, value) => {
    expect(() => use(value as Schema)).toThrow(
      new TypeError(`The first argument must be a schema made by defineSchema, not ${given}`),
    )
  })

  test.each<[string, Schema]>([
    ["a schema", defineSchema(declarations)],
    ["a schema that is defined when it is first used", tickets],
    ["a narrowed schema", pick(customers, "id")],
  ])("takes %s", (_, schema) => {
    let thrown: unknown
    try {
      use(schema)
    } catch (error) {
      thrown = error
    }
    expect(thrown).not.toBeInstanceOf(TypeError)
  })
})
