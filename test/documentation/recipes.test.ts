import { once } from "node:events"
import { get, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import type { Express } from "express"
import type { FastifyInstance } from "fastify"
import type { Hono } from "hono"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { examplesOf } from "./docs.ts"
import { valueAfter } from "./value-after.ts"

interface Answer {
  readonly status: number
  readonly type: string | null | undefined
  readonly body: unknown
}

/** The server of a recipe, called through its framework. If `filter` is undefined, the request has none. */
interface Server {
  list(filter?: string): Promise<Answer>
  /** Asks for the list with a query as it is. */
  query(query: string): Promise<Answer>
  archive(filter?: string): Promise<Answer>
  close?(): unknown
}

const query = (filter?: string) => (filter === undefined ? "" : `?${new URLSearchParams({ filter })}`)

async function answerOf(response: Response): Promise<Answer> {
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    body: await response.json(),
  }
}

/** Opens the app of each recipe for requests. */
const open: Readonly<Record<string, (app: unknown) => Promise<Server>>> = {
  async Express(app) {
    const server = (app as Express).listen(0)
    await once(server, "listening")
    const address = `http://localhost:${(server.address() as AddressInfo).port}`
    return {
      list: async (filter) => answerOf(await fetch(`${address}/customers${query(filter)}`)),
      query: async (query) => answerOf(await fetch(`${address}/customers?${query}`)),
      archive: async (filter) =>
        answerOf(await fetch(`${address}/customers/archive${query(filter)}`, { method: "POST" })),
      close: () => server.close(),
    }
  },
  async Fastify(app) {
    const ask = async (method: "GET" | "POST", url: string) => {
      const response = await (app as FastifyInstance).inject({ method, url })
      return {
        status: response.statusCode,
        type: String(response.headers["content-type"]),
        body: response.json(),
      }
    }
    return {
      list: (filter) => ask("GET", `/customers${query(filter)}`),
      query: (query) => ask("GET", `/customers?${query}`),
      archive: (filter) => ask("POST", `/customers/archive${query(filter)}`),
      close: () => (app as FastifyInstance).close(),
    }
  },
  async Hono(app) {
    const hono = app as Hono
    return {
      list: async (filter) => answerOf(await hono.request(`/customers${query(filter)}`)),
      query: async (query) => answerOf(await hono.request(`/customers?${query}`)),
      archive: async (filter) =>
        answerOf(await hono.request("/customers/archive", { method: "POST", body: filter ?? "{}" })),
    }
  },
}

describe.each(Object.keys(open))("the recipe for %s", (framework) => {
  let server: Server
  beforeAll(async () => {
    const app = await valueAfter(examplesOf("recipes.md").get(framework) ?? "", "app")
    const opened = await open[framework]?.(app)
    if (opened === undefined) throw new Error(`No way to open the recipe for ${framework}`)
    server = opened
  })
  afterAll(() => server?.close?.())

  const listed = async (filter?: string) =>
    ((await server.list(filter)).body as { customers: { id: number }[] }).customers.map(({ id }) => id)

  test.each([
    [undefined, [1, 2, 3]],
    ["{}", [1, 2, 3]],
    ['{"state":null}', [2]],
    ['{"state":{"$nin":["active",null]}}', [3]],
    ['{"state":{"$contains":"%"}}', []],
    ['{ "state" : "it\'s \\" & + # ; --" }', []],
  ])("lists the records that %s matches", async (filter, ids) => {
    expect(await listed(filter)).toEqual(ids)
  })

  test("responds to an invalid filter with a problem", async () => {
    const { status, type, body } = await server.list('{"stat":1,"id":"x"}')
    expect(status).toBe(400)
    expect(type).toMatch(/^application\/problem\+json(;|$)/)
    expect(body).toEqual({
      type: "about:blank",
      title: "Bad Request",
      status: 400,
      detail:
        'There is no field "stat" to filter by; did you mean "state"?\n' +
        "Field id expects an integer, not a string; write the digits, such as 42",
      errors: [
        {
          code: "unknown-field",
          message: 'There is no field "stat" to filter by',
          params: { reason: "unknown", found: '"stat"', suggestions: ["state"] },
          path: ["stat"],
          span: { start: 1, end: 7, line: 1, column: 2 },
          hint: 'did you mean "state"?',
        },
        {
          code: "type-mismatch",
          message: "Field id expects an integer, not a string",
          params: { reason: "value", field: "id", expected: "integer", found: "string" },
          path: ["id"],
          span: { start: 15, end: 18, line: 1, column: 16 },
          hint: "write the digits, such as 42",
        },
      ],
    })
  })

  test.each([
    ["filter[state]=active", "unknown-parameter"],
    ["Filter={}", "unknown-parameter"],
    ["filters={}", "unknown-parameter"],
    ["filter={}&filter={}", "duplicate-key"],
    ["filter=%7B%22state%22%3A%22caf%E9%22%7D", "invalid-encoding"],
    ["filter=%zz", "invalid-encoding"],
    ["filter=", "syntax"],
  ])("rejects the query %s", async (query, code) => {
    expect(await server.query(query)).toMatchObject({ status: 400, body: { errors: [{ code }] } })
  })

  test.each([
    undefined,
    "{}",
    '{"$and":[{}]}',
    '{"id":{"$nin":[]}}',
    '{"$or":[{"state":"active"},{"state":{"$ne":"active"}}]}',
  ])("rejects an update with the filter %s", async (filter) => {
    const { status, type, body } = await server.archive(filter)
    expect(status).toBe(400)
    expect(type).toMatch(/^application\/problem\+json(;|$)/)
    expect(body).toMatchObject({ errors: [{ code: "matches-everything" }] })
    expect(await listed('{"state":"archived"}')).toEqual([])
  })

  test("updates the records that a filter matches, and no others", async () => {
    expect(await server.archive('{"state":{"$ne":"active"}}')).toMatchObject({
      status: 200,
      body: { archived: 2 },
    })
    expect(await listed('{"state":"archived"}')).toEqual([2, 3])
    expect(await listed('{"state":"active"}')).toEqual([1])
  })
})

/** Opens the app of each recipe on a port of its own, as only a socket can send any request line. */
const listen: Readonly<Record<string, (app: unknown) => Promise<{ port: number; close(): unknown }>>> = {
  async Express(app) {
    const server = (app as Express).listen(0)
    await once(server, "listening")
    return { port: (server.address() as AddressInfo).port, close: () => server.close() }
  },
  async Fastify(app) {
    const fastify = app as FastifyInstance
    await fastify.listen()
    return { port: (fastify.server.address() as AddressInfo).port, close: () => fastify.close() }
  },
}

test.each(Object.entries(listen))("the recipe for %s survives any request line", async (framework, open) => {
  const { port, close } = await open(await valueAfter(examplesOf("recipes.md").get(framework) ?? "", "app"))
  const filter = encodeURIComponent('{"id":1}')
  const statuses = new Map<string, number | undefined>()
  for (const start of [
    "/customers",
    "http://x:99999/customers",
    "http://[/customers",
    "//[",
    "//",
    "/\\",
    "*",
  ]) {
    for (const path of [`${start}?filter=${filter}`, `${start}?filter=%zz`]) {
      const [response] = (await once(get({ port, path, agent: false }), "response")) as [IncomingMessage]
      response.resume()
      statuses.set(path, response.statusCode)
    }
  }
  await close()
  expect(statuses.get(`/customers?filter=${filter}`)).toBe(200)
  expect(statuses.get("/customers?filter=%zz")).toBe(400)
  expect([...statuses].filter(([, status]) => status !== 200 && status !== 400 && status !== 404)).toEqual([])
})
