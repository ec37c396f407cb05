import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { orderable } from "../../../examples/desk-customers/customers/order.ts"
import { visibleCustomers } from "../../../examples/desk-customers/customers/schema.ts"
import { generateTenants } from "../../../examples/desk-customers/database/generate.ts"
import { type Field, operators } from "../../../src/index.ts"
import { type Served, serve } from "./serve.ts"

const EACH = 30
const [north, south] = generateTenants(EACH)
/** The ids of south: 31 to 60. The requests come from north, which must not see them. */
const foreign = (south?.customers ?? []).map(({ id }) => id)

let served: Served
beforeAll(async () => {
  served = await serve(EACH)
})
afterAll(() => served?.close())

/** The values of a field in south's records. */
function valuesOf(field: Field): readonly unknown[] {
  const values = (south?.customers ?? []).flatMap((customer): unknown[] => {
    const record = customer as unknown as Readonly<Record<string, unknown>>
    if (field.relation === undefined) return [record[field.name]]
    return (record[field.relation.name] as Readonly<Record<string, unknown>>[]).map(
      (one) => one[field.property],
    )
  })
  const present = values.filter((value) => value !== null && value !== undefined)
  return field.type === "reference" ? present.map((value) => (value as { id: number }).id) : present
}

/** Every operator of every field, with values of south. These conditions would find south's records first. */
const conditions = [...visibleCustomers.fields.values()].flatMap((field) =>
  field.operators.map((operator) => {
    const values = valuesOf(field)
    const one = field.type === "opaque" ? null : values[0]
    const list = field.nullable ? [...values.slice(0, 50), null] : values.slice(0, 50)
    return [field.name, operator, operators[operator].operand === "list" ? list : one] as const
  }),
)

/** For each field, the disjunction of its conditions. */
const byField = [...visibleCustomers.fields.keys()].map((field) => ({
  $or: conditions
    .filter(([name]) => name === field)
    .map(([name, operator, operand]) => ({ [name]: { [operator]: operand } })),
}))

/** Filters that would bypass the tenant's condition if the server combined the two conditions carelessly. */
const widenings: readonly ((condition: object) => object)[] = [
  (condition) => ({ $or: [condition, {}] }),
  (condition) => ({ $or: [{ $and: [] }, { $or: [{}, condition] }] }),
  (condition) => ({ $and: [{ $or: [{ id: { $in: foreign } }, condition] }, {}], id: { $gt: 0 } }),
  (condition) => ({ id: { $gt: 0 }, $or: [{ id: { $gt: EACH } }, condition, { id: { $nin: [] } }] }),
]

/** Checks that a response contains no id, no name and no address of south. */
function expectNothingOfSouth(text: string, ids: readonly number[]): void {
  for (const id of ids) expect(id).toBeLessThanOrEqual(EACH)
  expect(text).not.toMatch(/south|example\.org|"id":2\d\d\d\b/)
}

describe("north cannot read south's data", () => {
  test("(the conditions cover every operator and match rows for south)", async () => {
    expect(conditions).toHaveLength(205)
    expect([...new Set(conditions.map(([, operator]) => operator))].sort()).toEqual([
      "$contains",
      "$eq",
      "$gt",
      "$gte",
      "$in",
      "$lt",
      "$lte",
      "$ne",
      "$nin",
    ])
    const finding = conditions.filter(([, operator]) =>
      ["$eq", "$in", "$lte", "$gte", "$contains"].includes(operator),
    )
    for (const [name, operator, operand] of finding) {
      const query = { filter: JSON.stringify({ [name]: { [operator]: operand } }), includeArchived: "true" }
      const { body } = await served.ask("/customers.json", { key: served.keys.south, query })
      expect(body.pagination.records, `${name} ${operator}`).toBeGreaterThan(0)
    }
  })

  /** Sends a request as north, including archived customers. */
  async function search(filter: object, includes: string): Promise<void> {
    const query = { filter: JSON.stringify(filter), pageSize: "100", includeArchived: "true", includes }
    const { status, text, body } = await served.ask("/customers.json", { query })
    expect(status, text).toBe(200)
    expectNothingOfSouth(
      text,
      body.customers.map(({ id }: { id: number }) => id),
    )
    expect(body.pagination.records).toBeLessThanOrEqual(EACH)
  }

  test("by any operator on any field", async () => {
    for (const [name, operator, operand] of conditions) await search({ [name]: { [operator]: operand } }, "")
  })

  test.each(widenings.map((widen, i) => [i, widen] as const))(
    "by any field in widened condition %i",
    async (_, widen) => {
      for (const condition of byField) await search(widen(condition), "all")
    },
  )

  test("in any order or on any page", async () => {
    for (const orderBy of orderable) {
      for (const page of ["1", "2", "3"]) {
        const query = {
          orderBy,
          orderMode: "desc",
          page,
          pageSize: "20",
          includeArchived: "true",
          includes: "all",
        }
        const { text, body } = await served.ask("/customers.json", { query })
        expectNothingOfSouth(
          text,
          body.customers.map(({ id }: { id: number }) => id),
        )
        expect(body.customers).toHaveLength({ 1: 20, 2: 10 }[page] ?? 0)
      }
    }
  })

  test.each(["tenantId", "tenant_id", "tenants.id", "customers.tenantId", "tenantid"])(
    "by a field %s",
    async (name) => {
      const { status, text } = await served.ask("/customers.json", { query: { filter: `{"${name}":2}` } })
      expect(status).toBe(400)
      // No hint suggests the name either.
      expect(text.replaceAll(name, "")).not.toMatch(/tenant/i)
    },
  )

  test("in the OpenAPI document, which does not mention tenants", async () => {
    expect(await (await fetch(`${served.address}/openapi.json`)).text()).not.toMatch(/tenant|south|north/i)
  })
})

describe("north cannot change south's data", () => {
  const rowsOf = async (tenant: number) => {
    const { rows } = await sql<{ row: string }>`
      SELECT customers::text AS row FROM customers WHERE tenant_id = ${tenant} ORDER BY id`.execute(
      served.database,
    )
    return rows.map(({ row }) => row)
  }

  test("by any widened condition", async () => {
    const before = await rowsOf(2)
    for (const widen of [(condition: object) => condition, ...widenings]) {
      const filter = widen({ id: { $in: foreign } })
      const query = { allowAll: "true", includeArchived: "true" }
      const job = await served.update({ filter_args: { filter }, jobTitle: "Taken over" }, query)
      expect(job.state).toBe("done")
      expect(job.matched).toBeLessThanOrEqual(EACH)
    }
    expect(await rowsOf(2)).toEqual(before)
    expect((await rowsOf(1)).every((row) => row.includes("Taken over"))).toBe(true)
    expect(north?.customers).toHaveLength(EACH)
  })

  test("or see its jobs", async () => {
    const { id } = await served.update(
      { filter_args: { filter: { id: foreign[0] } }, mobile: "1" },
      {},
      served.keys.south,
    )
    expect((await served.ask(`/jobs/${id}.json`, { key: served.keys.south })).status).toBe(200)
    expect((await served.ask(`/jobs/${id}.json`)).status).toBe(404)
  })

  test("and the database rejects references to rows of another tenant", async () => {
    await expect(
      served.database
        .insertInto("customer_companies")
        .values({ tenant_id: 1, customer_id: 1, company_id: 2001 })
        .execute(),
    ).rejects.toThrow(/foreign key/)
    await expect(
      served.database
        .insertInto("contacts")
        .values({ id: 1, tenant_id: 1, customer_id: 31, kind: "email", value: "x" })
        .execute(),
    ).rejects.toThrow(/foreign key/)
    await expect(
      served.database.updateTable("customers").set({ created_by: 9 }).where("id", "=", 1).execute(),
    ).rejects.toThrow(/foreign key/)
  })
})
