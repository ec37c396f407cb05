import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest"
import { ApiFailure, CustomersClient } from "../../../examples/desk-customers/client.ts"
import { filterBuilder } from "../../../src/builder.ts"
import { customers } from "../../../src/desk.ts"
import { end, type Program, startProgram } from "./process.ts"

describe("npm start", () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-customers-"))
  let program: Program
  beforeAll(async () => {
    program = await startProgram({ DATA_FOLDER: folder, CUSTOMERS: "200" })
  })
  afterAll(async () => {
    if (program !== undefined) await end(program, "SIGKILL")
    rmSync(folder, { recursive: true, force: true })
  })

  /** Sends the request of a printed curl command. */
  async function curl(
    line: string,
  ): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
    const [, authorization = ""] = /-H 'Authorization: ([^']*)'/.exec(line) ?? []
    const [, method = "GET"] = /-X (\w+)/.exec(line) ?? []
    const [, url = ""] = /'(http:[^']*)'/.exec(line) ?? []
    const [, body] = /-d '([^']*)'/.exec(line) ?? []
    const response = await fetch(url, {
      method,
      headers: { authorization, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body }),
    })
    return { status: response.status, body: await response.json() }
  }

  test("prints two keys and three curl commands that work", async () => {
    const lines = program.printed.split("\n").filter((line) => line.startsWith("  curl "))
    expect(lines).toHaveLength(3)
    const [list, update, wrong] = await Promise.all(lines.map(curl))
    expect(list?.status).toBe(200)
    expect(list?.body.customers).toHaveLength(2)
    expect(update).toEqual({ status: 200, body: { jobId: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
    expect(wrong?.status).toBe(400)
    expect(wrong?.body.errors).toMatchObject([
      { code: "unknown-field", source: { hint: 'did you mean "state"?' } },
    ])
    expect(program.printed.match(/^ {2}(?:north|south) {2}desk_[\w-]{32}$/gm)).toHaveLength(2)
  })

  test("prints the commands of the README", () => {
    const readme = readFileSync(
      new URL("../../../examples/desk-customers/README.md", import.meta.url),
      "utf8",
    )
    const shown = readme.split("\n").filter((line) => line.startsWith("curl "))
    const printed = program.printed
      .replaceAll(program.key, "KEY")
      .replaceAll(program.address, "http://127.0.0.1:3000")
    expect(shown).toHaveLength(3)
    for (const line of shown) expect(printed).toContain(`  ${line}\n`)
  })

  describe("serves a client with the builder, which", () => {
    const { all, and, contains, eq, gte, ne, none, oneOf } = filterBuilder(customers)
    let client: CustomersClient
    beforeAll(() => {
      client = new CustomersClient(program.address, program.key)
    })

    test("sends a filter and reads typed rows", async () => {
      const filter = and(
        eq("state", "active"),
        oneOf("companies.name", ["Acme", "acme", "Delta 😀"]),
        contains("contacts.value", "@example.com"),
        gte("createdAt", new Date("2024-03-01")),
      )
      const page = await client.list({
        filter,
        orderBy: "createdAt",
        orderMode: "desc",
        includes: ["companies"],
      })
      expectTypeOf(page.customers).items.toHaveProperty("firstName").toEqualTypeOf<string | null>()
      expectTypeOf(page.customers).items.toHaveProperty("id").toEqualTypeOf<number>()
      expectTypeOf(page.customers).items.not.toHaveProperty("password")

      expect(page.customers.length).toBeGreaterThan(1)
      const times = page.customers.map(({ createdAt }) => createdAt)
      expect(times).toEqual([...times].sort().reverse())
      const names = new Map((page.included.companies ?? []).map(({ id, name }) => [id, name]))
      for (const { state, email, createdAt, companies } of page.customers) {
        expect(state).toBe("active")
        expect(email).toMatch(/@example\.com$/)
        expect(createdAt >= "2024-03-01").toBe(true)
        expect(
          companies
            .map(({ id }) => names.get(id))
            .some((name) => ["Acme", "acme", "Delta 😀"].includes(name ?? "")),
        ).toBe(true)
      }
      expect(await client.list({ filter: none })).toMatchObject({ customers: [], pagination: { records: 0 } })
    })

    test("updates the customers that match", async () => {
      const filter = and(eq("jobTitle", "Buyer"), ne("state", "deleted"))
      const { pagination } = await client.list({ filter })
      expect(pagination.records).toBeGreaterThan(0)
      expect(await client.update(filter, { jobTitle: "Purchaser", trusted: true })).toMatchObject({
        state: "done",
        updated: pagination.records,
      })
      expect((await client.list({ filter })).pagination.records).toBe(0)
    })

    test("reads the reason for a rejection", async () => {
      const failure = await client.update(all, { jobTitle: "x" }).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(ApiFailure)
      expect((failure as ApiFailure).status).toBe(400)
      expect((failure as ApiFailure).errors).toMatchObject([
        { code: "matches-everything", source: { pointer: "/filter_args/filter", path: [] } },
      ])
    })

    test("cannot express a request that the server would reject", () => {
      // @ts-expect-error: there is no such field
      expect(() => eq("stat", "active")).toThrow('There is no field "stat" to filter by')
      // @ts-expect-error: this property is read-only
      const changes: Parameters<CustomersClient["update"]>[1] = { verifiedEmail: true }
      expect(changes).toBeDefined()
    })
  })

  test("locks its data while it runs, and the next server uses the same data", async () => {
    await expect(startProgram({ DATA_FOLDER: folder })).rejects.toThrow(
      `Process ${program.child.pid} uses the data in ${folder}`,
    )
    const { key } = program
    await end(program, "SIGTERM")
    expect(program.child.exitCode).toBe(0)

    program = await startProgram({ DATA_FOLDER: folder })
    expect(program.key).not.toBe(key)
    const list = (authorization: string) =>
      fetch(`${program.address}/desk/api/v2/customers.json?includeArchived=true`, {
        headers: { authorization },
      })
    expect((await list(`Bearer ${key}`)).status).toBe(401)
    expect((await (await list(`Bearer ${program.key}`)).json()).pagination.records).toBe(100)
  })
})
