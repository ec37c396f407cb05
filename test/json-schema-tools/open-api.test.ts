import { beforeAll, describe, expect, test } from "vitest"
import { openApi } from "../../examples/desk-customers/open-api/document.ts"
import { customers, tickets } from "../../src/desk.ts"
import { parseFilter } from "../../src/index.ts"
import { toOpenApiComponents, toOpenApiParameter } from "../../src/json-schema.ts"
import { fromSearchParams } from "../../src/query-string.ts"
import { compileErrors, generatedTypes, lintProblems, requestOf } from "./open-api-tools.ts"

const ofCustomers = "#/components/schemas/CustomerFilter"
const ofTickets = "#/components/schemas/TicketFilter"

const responses = { 200: { description: "The records" }, 400: { description: "The filter is wrong" } }
const list = (operationId: string, parameter: object) => ({
  get: { operationId, summary: operationId, security: [], parameters: [parameter], responses },
})

/** A document with the filters of two resources. */
const document = {
  openapi: "3.1.0",
  info: { title: "Desk", version: "2", license: { name: "MIT", identifier: "MIT" } },
  servers: [{ url: "https://desk.test" }],
  paths: {
    "/customers.json": list("listCustomers", toOpenApiParameter(customers, { at: ofCustomers })),
    "/tickets.json": list("listTickets", toOpenApiParameter(tickets, { at: ofTickets })),
  },
  components: {
    schemas: {
      ...toOpenApiComponents(customers, { at: ofCustomers }),
      ...toOpenApiComponents(tickets, { at: ofTickets }),
    },
  },
}

describe("the types that openapi-typescript generates", () => {
  let types: string
  beforeAll(async () => {
    types = await generatedTypes(document)
  })

  const program = (filter: string) =>
    `import type { components } from "./api.ts"
     export const filter: components["schemas"]["CustomerFilter"] = ${filter}`

  test.each([
    "{}",
    '{ state: "active" }',
    '{ $or: [{ state: "active" }, { id: { $in: [1, "9007199254740993"] } }] }',
    '{ permission: "own", password: null, "contacts.value": { $contains: "@example.com" } }',
    '{ createdAt: { $gte: "2024-02-29", $lt: "2024-03-01T00:00:00Z" }, trusted: { $ne: true } }',
    "{ createdBy: { $nin: [5, null] } }",
    "{ $and: [{ $or: [{ $and: [{}] }] }] }",
  ])("accept %s", (filter) => {
    expect(compileErrors(types, program(filter))).toEqual([])
  })

  test.each([
    ["{ state: 5 }", /Type 'number' is not assignable/],
    ['{ stat: "active" }', /'stat' does not exist/],
    ['{ permission: "some" }', /Type '"some"' is not assignable/],
    ['{ trusted: "yes" }', /not assignable/],
    ["{ id: { $contains: 1 } }", /'\$contains' does not exist/],
    ["{ id: null }", /Type 'null' is not assignable/],
    ['{ password: "x" }', /Type 'string' has no properties in common/],
    ["{ $or: [{ state: 5 }] }", /Type 'number' is not assignable/],
    ['{ $or: { state: "active" } }', /not assignable|does not exist/],
    ['{ state: { $in: "active" } }', /Type 'string' is not assignable/],
  ])("reject %s", (filter, message) => {
    expect(compileErrors(types, program(filter))).toMatchObject([{ message: expect.stringMatching(message) }])
  })

  test("explain fields, operators and values", () => {
    expect(types).toContain("@description The customer's id")
    expect(types).toContain("@description there is a value, and it is less than the operand")
    expect(types).toContain("@description An RFC 3339 date-time with an offset or Z")
  })

  test("have a parameter of type string: the JSON text of a filter", () => {
    const call = (filter: string) =>
      `import createClient from "openapi-fetch"
       import type { components, paths } from "./api.ts"
       const filter: components["schemas"]["CustomerFilter"] = { state: "active" }
       void createClient<paths>().GET("/customers.json", { params: { query: { filter: ${filter} } } })`
    expect(compileErrors(types, call("JSON.stringify(filter)"))).toEqual([])
    expect(compileErrors(types, call("filter"))).toMatchObject([
      { message: expect.stringMatching(/not assignable/) },
    ])
  })
})

test("a server reads the filter that openapi-fetch sends", async () => {
  const filter = { $or: [{ lastName: "O'Neil & Söhne +1" }, { "contacts.value": { $contains: "100%" } }] }
  const { url } = await requestOf("/customers.json", { filter: JSON.stringify(filter) })
  expect(fromSearchParams(customers, url)).toEqual(parseFilter(customers, filter))
})

test("Redocly's linter finds no problem", async () => {
  expect(await lintProblems(document)).toEqual([])
})

test("the document of the example server has types, and a filter among them", async () => {
  const types = await generatedTypes(openApi())
  const program = `import type { components } from "./api.ts"
    type Schemas = components["schemas"]
    export const update: Schemas["CustomerUpdate"] = { filter_args: { filter: { state: "active" } }, trusted: true }`
  expect(compileErrors(types, program)).toEqual([])
  expect(compileErrors(types, program.replace('"active"', "5"))).toHaveLength(1)
})
