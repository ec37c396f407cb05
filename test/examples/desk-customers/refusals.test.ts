import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type AskOptions, type Served, serve } from "./serve.ts"

let served: Served
beforeAll(async () => {
  served = await serve(5)
})
afterAll(() => served?.close())

const JSON_TYPE = "application/json; charset=utf-8"

/** Sends a request that must be rejected with a JSON body and one error. */
async function refusal(path: string, options?: AskOptions) {
  const { status, headers, body } = await served.ask(path, options)
  expect(headers.get("content-type")).toBe(JSON_TYPE)
  expect(Object.keys(body)).toEqual(["errors"])
  expect(body.errors).toHaveLength(1)
  const [{ code, title, detail }] = body.errors
  return { status, code, title, detail, headers }
}

describe("400: a list request is rejected", () => {
  test("with every mistake, its location and a hint", async () => {
    const query = { filter: '{"stat":"active",\n"id":{"$in":["1,2"]}}', page: "0", orderBy: "password" }
    const { status, headers, body } = await served.ask("/customers.json", { query })
    expect(status).toBe(400)
    expect(headers.get("content-type")).toBe(JSON_TYPE)
    expect(body).toEqual({
      errors: [
        {
          code: "unknown-field",
          title: "Bad Request",
          detail: 'There is no field "stat" to filter by',
          source: {
            parameter: "filter",
            path: ["stat"],
            span: { start: 1, end: 7, line: 1, column: 2 },
            hint: 'did you mean "state"?',
          },
        },
        {
          code: "type-mismatch",
          title: "Bad Request",
          detail: "Field id expects an integer, not a string",
          source: {
            parameter: "filter",
            path: ["id", "$in", 0],
            span: { start: 31, end: 36, line: 2, column: 14 },
            hint: 'write each id as a separate value: [1,2,3], not "1,2,3"',
          },
        },
        {
          code: "invalid-value",
          title: "Bad Request",
          detail: expect.stringMatching(/^orderBy expects one of addMethod, .*, not "password"$/),
          source: { parameter: "orderBy" },
        },
        {
          code: "invalid-value",
          title: "Bad Request",
          detail: 'page expects a positive integer of at most 9 digits, not "0"',
          source: { parameter: "page" },
        },
      ],
    })
  })

  test.each([
    ["filter={", "syntax"],
    ["filter=", "syntax"],
    ["filter={}&filter={}", "duplicate-key"],
    ["filter=[]", "type-mismatch"],
    ['filter={"password":"secret"}', "type-mismatch"],
    ['filter={"password":{"$contains":"a"}}', "operator-not-allowed"],
    ['filter={"email":"a"}', "unknown-field"],
    ["page=1&page=2", "duplicate-parameter"],
    ["page=-1", "invalid-value"],
    ["page=1e3", "invalid-value"],
    ["page=99999999999999999999", "invalid-value"],
    ["pageSize=0", "invalid-value"],
    ["pageSize=ten", "invalid-value"],
    ["orderBy=tenantId", "invalid-value"],
    ["orderBy=contacts", "invalid-value"],
    ["orderBy=constructor", "invalid-value"],
    ["orderMode=up", "invalid-value"],
    ["includes=companies,secrets", "invalid-value"],
    ["includeArchived=1", "invalid-value"],
    ["fliter={}", "unknown-parameter"],
    ["Filter={}", "unknown-parameter"],
    ["filter[state]=active", "unknown-parameter"],
    ['filter={"firstName":"caf%E9"}', "invalid-encoding"],
    ["__proto__=1", "unknown-parameter"],
  ])("%s", async (query, code) => {
    expect(await refusal(`/customers.json?${query}`)).toMatchObject({ status: 400, code })
  })

  test("for a filter beyond the limit, and with 431 beyond the limit of Node's HTTP parser", async () => {
    const long = (length: number) => `/customers.json?filter={"firstName":"${"x".repeat(length)}"}`
    expect(await refusal(long(16_384))).toMatchObject({ status: 400, code: "limit-exceeded" })
    const { status, code, title } = await refusal(long(100_000))
    expect({ status, code, title }).toEqual({
      status: 431,
      code: "headers-too-large",
      title: "Request Header Fields Too Large",
    })
  })
})

describe("other rejections", () => {
  test.each(["", "Bearer", "Bearer desk_unknown", "Basic bm9ydGg6"])(
    "401: %j is not a key",
    async (authorization) => {
      for (const path of ["/customers.json", "/jobs/1.json"]) {
        const { status, code, headers } = await refusal(path, { headers: { authorization } })
        expect([status, code, headers.get("www-authenticate")]).toEqual([401, "unauthorized", "Bearer"])
      }
    },
  )

  test.each([
    "/",
    "/customers",
    "/customers.json/1",
    "/tickets.json",
    "/jobs/.json",
    "/jobs/0b0e7e1c-0000-4000-8000-000000000000.json",
    "/jobs/not-a-job.json",
    "/jobs/%00.json",
  ])("404: %s", async (path) => {
    expect(await refusal(path)).toMatchObject({ status: 404, code: "not-found", title: "Not Found" })
  })

  test.each([
    ["POST", "/customers.json", "GET, HEAD"],
    ["PATCH", "/customers.json", "GET, HEAD"],
    ["DELETE", "/customers.json", "GET, HEAD"],
    ["OPTIONS", "/customers.json", "GET, HEAD"],
    ["GET", "/customers/update.json", "PATCH"],
    ["PUT", "/customers/update.json", "PATCH"],
    ["DELETE", "/jobs/1.json", "GET, HEAD"],
  ])("405: %s %s", async (method, path, allow) => {
    const { status, code, headers } = await refusal(path, { method })
    expect([status, code, headers.get("allow")]).toEqual([405, "method-not-allowed", allow])
  })

  const patch = (body: unknown, type?: string) =>
    refusal("/customers/update.json", {
      method: "PATCH",
      body,
      ...(type !== undefined && { headers: { "content-type": type } }),
    })

  test("413: a body that is too large", async () => {
    expect(await patch({ address: "x".repeat(300_000) })).toMatchObject({
      status: 413,
      code: "body-too-large",
      title: "Payload Too Large",
    })
  })

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/jsonx",
    "multipart/form-data; boundary=x",
    "",
  ])("415: a body of type %j", async (type) => {
    expect(await patch('{"address":"x"}', type)).toMatchObject({
      status: 415,
      code: "unsupported-media-type",
    })
  })

  test.each(['{"address":', "{'address':1}", ""])("400: a body that is not JSON: %s", async (body) => {
    expect(await patch(body)).toMatchObject({ status: 400, code: "bad-request" })
  })

  test("400: a path that is not percent-encoded", async () => {
    expect(await refusal("/jobs/%zz.json")).toMatchObject({ status: 400, code: "bad-request" })
  })
})

// This test must be the last one, because it breaks the server's database.
test("500 reveals no stack, no SQL and no value", async () => {
  await served.database.schema.dropView("companies_of_customers").execute()
  const query = { filter: '{"companies.name":"a-value","firstName":"another"}' }
  const { status, headers, body } = await served.ask("/customers.json", { query })
  expect([status, headers.get("content-type")]).toEqual([500, JSON_TYPE])
  expect(body).toEqual({
    errors: [
      {
        code: "internal",
        title: "Internal Server Error",
        detail: "An internal error occurred. The server has logged it",
      },
    ],
  })
  expect(served.log()).toContain("companies_of_customers")
  // The server has released the connection and continues to work.
  expect(await served.ask("/customers.json")).toMatchObject({ status: 200 })
})
