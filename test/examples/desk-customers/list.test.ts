import { once } from "node:events"
import { connect } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { orderable } from "../../../examples/desk-customers/customers/order.ts"
import { generateTenants } from "../../../examples/desk-customers/database/generate.ts"
import { type Served, serve } from "./serve.ts"

const [north] = generateTenants(150)
const customers = north?.customers ?? []
const listed = customers.filter(({ state }) => state !== "archived")

let served: Served
beforeAll(async () => {
  served = await serve(150)
})
afterAll(() => served?.close())

const list = async (query: Readonly<Record<string, string>> = {}) =>
  (await served.ask("/customers.json", { query })).body
const idsOf = ({ customers }: { customers: { id: number }[] }) => customers.map(({ id }) => id)

describe("GET /customers.json", () => {
  test("returns customers in the format of Desk", async () => {
    expect(await list({ filter: '{"id":1}' })).toEqual({
      customers: [
        {
          id: 1,
          firstName: "Ann",
          lastName: "Diaz",
          email: "user@example.com",
          organization: "Delta 😀",
          verifiedEmail: null,
          permission: "own",
          addMethod: "automatic",
          linkedinURL: null,
          facebookURL: null,
          twitterHandle: null,
          jobTitle: null,
          phone: null,
          mobile: null,
          address: "1 High Street\nKöln",
          externalId: "north-1",
          avatarURL: "https://avatars.example.com/1.png",
          trusted: null,
          welcomeEmailSent: false,
          createdAt: "2024-05-20T06:08:47.979Z",
          updatedAt: "2024-06-15T02:05:44.176Z",
          deletedAt: null,
          createdBy: { id: 8, type: "users" },
          updatedBy: { id: 7, type: "users" },
          state: "active",
          companies: [{ id: 1001, type: "companies" }],
          contacts: [{ id: 10, type: "contacts" }],
        },
      ],
      included: {},
      pagination: { records: 1, pageSize: 20, pages: 1, page: 1, hasMorePages: false },
      meta: { page: { count: 1, pageSize: 20, pageOffset: 0, pages: 1, hasMore: false } },
    })
  })

  test("returns every generated value except the password", async () => {
    const rows = []
    for (const page of ["1", "2"])
      rows.push(...(await list({ includeArchived: "true", pageSize: "100", page })).customers)
    const expected = customers.map(({ password, companies, contacts, ...customer }) => ({
      ...customer,
      companies: companies.map(({ id }) => ({ id, type: "companies" })).sort((a, b) => a.id - b.id),
      contacts: contacts.map(({ id }) => ({ id, type: "contacts" })),
    }))
    expect(rows).toEqual(expected)
    expect(customers.some(({ password }) => password !== null)).toBe(true)
  })

  test("omits archived customers without includeArchived", async () => {
    expect((await list()).pagination.records).toBe(listed.length)
    expect((await list({ includeArchived: "true" })).pagination.records).toBe(150)
    expect((await list({ filter: '{"state":"archived"}' })).pagination.records).toBe(0)
    const archived = await list({ filter: '{"state":"archived"}', includeArchived: "true" })
    expect(archived.pagination.records).toBe(150 - listed.length)
    expect(listed.length).toBeLessThan(150)
  })

  test("includes related records on request", async () => {
    const query = { filter: '{"id":1}', includes: "all" }
    expect((await list(query)).included).toEqual({
      companies: [{ id: 1001, name: "Acme" }],
      contacts: [
        { id: 10, kind: "email", value: "user@example.com", customer: { id: 1, type: "customers" } },
      ],
      users: [
        { id: 7, firstName: "Hana", lastName: "Berg" },
        { id: 8, firstName: "Gus", lastName: "O'Neill" },
      ],
    })
    expect((await list({ ...query, includes: "users,companies" })).included).toEqual({
      companies: [{ id: 1001, name: "Acme" }],
      users: [
        { id: 7, firstName: "Hana", lastName: "Berg" },
        { id: 8, firstName: "Gus", lastName: "O'Neill" },
      ],
    })
  })

  test("returns each customer on exactly one page, in every order", async () => {
    for (const orderBy of orderable) {
      for (const orderMode of ["asc", "DESC"]) {
        const query = { orderBy, orderMode, pageSize: "100", includeArchived: "true" }
        const pages = [await list({ ...query, page: "1" }), await list({ ...query, page: "2" })]
        const ids = pages.flatMap(idsOf)
        expect(new Set(ids).size, `${orderBy} ${orderMode}`).toBe(150)
        expect(pages.map(({ pagination }) => pagination)).toEqual([
          { records: 150, pageSize: 100, pages: 2, page: 1, hasMorePages: true },
          { records: 150, pageSize: 100, pages: 2, page: 2, hasMorePages: false },
        ])
      }
    }
  })

  test.each(["jobTitle", "createdAt", "createdBy", "trusted", "companies.name"] as const)(
    "sorts by %s, then by id, with missing values last",
    async (orderBy) => {
      const keyOf = (customer: (typeof customers)[number]) => {
        if (orderBy !== "companies.name") {
          const value = customer[orderBy]
          return typeof value === "object" ? (value?.id ?? null) : value
        }
        const names = customer.companies.map(({ name }) => name).filter((name) => name !== null)
        return names.sort(byCodePoint)[0] ?? null
      }
      const expected = (sign: 1 | -1) =>
        [...customers]
          .sort((a, b) => {
            const [left, right] = [keyOf(a), keyOf(b)]
            if (left === null || right === null)
              return Number(left === null) - Number(right === null) || a.id - b.id
            return sign * byCodePoint(left, right) || a.id - b.id
          })
          .slice(0, 100)
          .map(({ id }) => id)
      const query = { orderBy, pageSize: "100", includeArchived: "true" }
      expect(idsOf(await list(query))).toEqual(expected(1))
      expect(idsOf(await list({ ...query, orderMode: "desc" }))).toEqual(expected(-1))
    },
  )

  test("limits a page to 100 customers, and returns an empty page after the last one", async () => {
    const { customers: page, pagination } = await list({ pageSize: "500" })
    expect(page).toHaveLength(100)
    expect(pagination).toEqual({
      records: listed.length,
      pageSize: 100,
      pages: 2,
      page: 1,
      hasMorePages: true,
    })
    expect(await list({ page: "999999999" })).toMatchObject({
      customers: [],
      meta: { page: { hasMore: false } },
    })
  })

  test("responds to HEAD without a body", async () => {
    expect(await served.ask("/customers.json", { method: "HEAD" })).toMatchObject({ status: 200, text: "" })
  })

  test("returns times that a filter finds again", async () => {
    const [{ id, updatedAt }] = (await list({ pageSize: "1" })).customers
    expect(idsOf(await list({ filter: JSON.stringify({ updatedAt }) }))).toEqual([id])
  })
})

function byCodePoint<Value extends string | number | boolean>(a: Value, b: Value): number {
  if (typeof a === "string" && typeof b === "string") return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return a < b ? -1 : a > b ? 1 : 0
}

describe("the server reads a filter in a URL", () => {
  /** Sends the query without further encoding. fetch would encode it. */
  async function raw(query: string): Promise<{ readonly head: string; readonly body: string }> {
    const { hostname, port } = new URL(served.address)
    const socket = connect(Number(port), hostname)
    let answer = ""
    socket.setEncoding("utf8").on("data", (data: string) => {
      answer += data
    })
    socket.write(
      `GET /desk/api/v2/customers.json?${query} HTTP/1.1\r\nHost: ${hostname}\r\n` +
        `Authorization: Bearer ${served.keys.north}\r\nConnection: close\r\n\r\n`,
    )
    await once(socket, "close")
    const [head = "", body = ""] = answer.split("\r\n\r\n")
    return { head, body }
  }

  test.each([
    [
      "percent-encoded",
      "filter=%7B%22firstName%22%3A%22Chlo%C3%A9%22%2C%22jobTitle%22%3A%22100%25%20remote%22%7D",
    ],
    [
      "percent-encoded, with + for spaces",
      "filter=%7B%22firstName%22%3A+%22Chlo%C3%A9%22%2C+%22jobTitle%22%3A+%22100%25+remote%22%7D",
    ],
    [
      "partly percent-encoded",
      "filter={%22firstName%22:%22Chlo%C3%A9%22,%22jobTitle%22:%20%22100%25%20remote%22}",
    ],
    [
      "raw, except characters that must be percent-encoded",
      'filter={"firstName":"Chlo%C3%A9","jobTitle":"100%25+remote"}',
    ],
    ["raw, with JSON escapes", 'filter={"firstName":"Chlo\\u00e9","jobTitle":"100\\u0025\\u0020remote"}'],
    [
      "percent-encoded with lower-case digits, after another parameter",
      "page=1&filter=%7b%22firstName%22%3a%22Chlo%c3%a9%22,%22jobTitle%22%3a%22100%25%20remote%22%7d",
    ],
  ])("%s", async (_, query) => {
    const { head, body } = await raw(query)
    expect(head).toMatch(/^HTTP\/1\.1 200 /)
    expect(idsOf(JSON.parse(body))).toEqual([24, 97, 138])
  })

  test("but rejects raw letters beyond ASCII, as Node's HTTP parser does", async () => {
    const { head, body } = await raw('filter={"firstName":"Chloé"}')
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/json/)
    expect(JSON.parse(body)).toEqual({
      errors: [
        {
          code: "bad-request",
          title: "Bad Request",
          detail: "The URL contains characters that must be percent-encoded",
        },
      ],
    })
  })
})
