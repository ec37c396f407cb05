import { Ajv2020 } from "ajv/dist/2020.js"
import { fullFormats } from "ajv-formats/dist/formats.js"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { CustomersClient } from "../../../examples/desk-customers/client.ts"
import { eventNames } from "../../../examples/desk-customers/subscriptions/events.ts"
import { filterBuilder } from "../../../src/builder.ts"
import { customers } from "../../../src/desk.ts"
import { type AskOptions, type Served, serve } from "./serve.ts"

let served: Served
// biome-ignore lint/suspicious/noExplicitAny: the tests inspect an arbitrary JSON document
let document: any
beforeAll(async () => {
  served = await serve(100)
  const response = await fetch(`${served.address}/openapi.json`)
  expect([response.status, response.headers.get("content-type")]).toEqual([
    200,
    "application/json; charset=utf-8",
  ])
  document = await response.json()
})
afterAll(() => served?.close())

/** Returns the validation errors of a value under a schema of the document. */
function validationErrors(schema: object, value: unknown): readonly unknown[] {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    formats: { "date-time": fullFormats["date-time"], date: fullFormats.date },
  })
  ajv.addVocabulary(["components"])
  const validate = ajv.compile({ ...schema, components: document.components })
  return validate(value) ? [] : (validate.errors ?? [])
}

/** The schema of a response in the document. */
function responseSchema(path: string, method: string, status: number): object {
  return document.paths[path][method].responses[status].content["application/json"].schema
}

describe("the OpenAPI document", () => {
  test("describes every route, its parameters and its responses", () => {
    expect(document.openapi).toBe("3.1.0")
    const summary = Object.entries<Record<string, { parameters: { name: string }[]; responses: object }>>(
      document.paths,
    ).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters, responses }]) => [
        `${method} ${path}`,
        parameters.map(({ name }) => name),
        Object.keys(responses),
      ]),
    )
    expect(summary).toEqual([
      [
        "get /desk/api/v2/customers.json",
        ["filter", "includeArchived", "orderBy", "orderMode", "page", "pageSize", "includes"],
        ["200", "400", "401", "431"],
      ],
      [
        "patch /desk/api/v2/customers/update.json",
        ["filter", "includeArchived", "allowAll"],
        ["200", "400", "401", "413", "415", "431"],
      ],
      ["get /desk/api/v2/jobs/{id}.json", ["id"], ["200", "401", "404"]],
      [
        "post /desk/api/v2/subscriptions.json",
        ["includeArchived"],
        ["201", "400", "401", "409", "413", "415", "431"],
      ],
      ["delete /desk/api/v2/subscriptions/{id}.json", ["id"], ["204", "401", "404"]],
      [
        "get /desk/api/v2/subscriptions/{id}/events",
        ["id", "Last-Event-ID"],
        ["200", "400", "401", "404", "409"],
      ],
      ["get /desk/api/v2/subscriptions/events", ["Last-Event-ID"], ["200", "400", "401", "409"]],
    ])
  })

  const list = "/desk/api/v2/customers.json"
  const update = "/desk/api/v2/customers/update.json"
  const job = "/desk/api/v2/jobs/{id}.json"
  const subscriptions = "/desk/api/v2/subscriptions.json"
  const subscription = "/desk/api/v2/subscriptions/{id}.json"
  const events = "/desk/api/v2/subscriptions/{id}/events"
  const allEvents = "/desk/api/v2/subscriptions/events"

  test.each<[string, string, number, string, AskOptions]>([
    [
      list,
      "get",
      200,
      "/customers.json",
      { query: { pageSize: "100", includes: "all", includeArchived: "true" } },
    ],
    [list, "get", 200, "/customers.json", { query: { filter: '{"id":0}' } }],
    [list, "get", 400, "/customers.json", { query: { filter: '{"stat":1,"id":"x"}', page: "0" } }],
    [list, "get", 400, "/customers.json", { query: { filter: "{" } }],
    [list, "get", 401, "/customers.json", { key: "none" }],
    [
      update,
      "patch",
      200,
      "/customers/update.json",
      { method: "PATCH", body: { filter_args: { filter: { id: 1 } }, phone: "1" } },
    ],
    [update, "patch", 400, "/customers/update.json", { method: "PATCH", body: { id: 1, trusted: 2 } }],
    [
      update,
      "patch",
      415,
      "/customers/update.json",
      { method: "PATCH", body: "x", headers: { "content-type": "text/plain" } },
    ],
    [job, "get", 404, "/jobs/1.json", {}],
    [subscriptions, "post", 201, "/subscriptions.json", { method: "POST", body: { filter: '{"id":1}' } }],
    [
      subscriptions,
      "post",
      400,
      "/subscriptions.json",
      { method: "POST", body: { filter: { stat: 1 }, a: 1 } },
    ],
    [subscriptions, "post", 401, "/subscriptions.json", { method: "POST", key: "none" }],
    [subscriptions, "post", 413, "/subscriptions.json", { method: "POST", body: "x".repeat(300_000) }],
    [subscription, "delete", 404, "/subscriptions/1.json", { method: "DELETE" }],
    [subscription, "delete", 401, "/subscriptions/1.json", { method: "DELETE", key: "none" }],
    [events, "get", 404, "/subscriptions/1/events", {}],
    [events, "get", 401, "/subscriptions/1/events", { key: "none" }],
    [allEvents, "get", 401, "/subscriptions/events", { key: "none" }],
  ])("describes the response of %s (%s, %i)", async (path, method, expected, url, options) => {
    const { status, body } = await served.ask(url, options)
    expect(status).toBe(expected)
    expect(validationErrors(responseSchema(path, method, expected), body)).toEqual([])
    expect(validationErrors(responseSchema(path, method, expected), { ...body, more: 1 })).not.toEqual([])
  })

  test("describes the response of a job", async () => {
    const { id } = await served.update({ filter_args: { filter: { id: 1 } }, phone: "1" })
    const { body } = await served.ask(`/jobs/${id}.json`)
    expect(validationErrors(responseSchema(job, "get", 200), body)).toEqual([])
  })

  test("describes the responses of too many subscriptions, and of a deletion", async () => {
    const limited = await serve(1, undefined, { subscriptions: { maxPerTenant: 1 } })
    const post = () => limited.ask("/subscriptions.json", { method: "POST", body: { filter: {} } })
    const { id } = (await post()).body.subscription
    const { status, body } = await post()
    expect(status).toBe(409)
    expect(validationErrors(responseSchema(subscriptions, "post", 409), body)).toEqual([])
    const deleted = await limited.ask(`/subscriptions/${id}.json`, { method: "DELETE" })
    expect([deleted.status, deleted.text]).toEqual([204, ""])
    expect(document.paths[subscription].delete.responses[204].content).toBeUndefined()
    await limited.close()
  })

  test("describes the events, and the bodies that ask for them", async () => {
    const { SubscriptionRequest, SubscriptionEvent } = document.components.schemas
    for (const filter of ['{"id":1}', { id: 1 }])
      expect(validationErrors(SubscriptionRequest, { filter })).toEqual([])
    for (const body of [{}, { filter: { stat: 1 } }, { filter: {}, more: 1 }])
      expect(validationErrors(SubscriptionRequest, body)).not.toEqual([])

    const client = new CustomersClient(served.address, served.keys.north)
    const { eq } = filterBuilder(customers)
    const { id } = await client.subscribe(eq("mobile", "event"), { includeArchived: true })
    const stream = await client.events({ subscription: id })
    await client.update(eq("id", 1), { mobile: "event" }, { includeArchived: true })
    const { value } = await stream.next()
    expect(value?.event).toBe("entered")
    expect(validationErrors(SubscriptionEvent, value?.data)).toEqual([])
    expect(validationErrors(SubscriptionEvent, { ...value?.data, more: 1 })).not.toEqual([])
    for (const path of [events, allEvents]) {
      const { description, content } = document.paths[path].get.responses[200]
      expect(Object.keys(content)).toEqual(["text/event-stream"])
      for (const name of eventNames) expect(description).toContain(name)
    }
    // The client leaves, and deletes its subscription.
    await stream.return()
    await client.unsubscribe(id)
    await expect(client.events({ subscription: id })).rejects.toThrow(`There is no subscription ${id}`)
  })

  test("describes the accepted bodies and filters", () => {
    const { schema } = document.paths[update].patch.requestBody.content["application/json"]
    expect(
      validationErrors(schema, { filter_args: { filter: { id: 1 } }, trusted: true, phone: null }),
    ).toEqual([])
    for (const body of [
      { id: 1 },
      { trusted: "yes" },
      { permission: "some" },
      { filter_args: { ids: [] } },
      { filter_args: { filter: { stat: 1 } } },
    ])
      expect(validationErrors(schema, body), JSON.stringify(body)).not.toEqual([])

    const [{ content }] = document.paths[list].get.parameters
    const { schema: filter, example } = content["application/json"]
    expect(validationErrors(filter, example)).toEqual([])
    expect(
      validationErrors(filter, { $or: [{ "companies.id": { $in: [1, "2"] } }, { password: null }] }),
    ).toEqual([])
    expect(validationErrors(filter, { password: "x" })).not.toEqual([])
  })
})
