import { describe, expect, test } from "vitest"
import type {
  Catalog,
  CatalogColumn,
  CatalogTable,
  InspectedColumn,
} from "../../../../src/backends/sql/inspect/catalog.ts"
import { inspectWith } from "../../../../src/backends/sql/inspect/inspect-mapping.ts"
import { defineSchema, field, parseFilter } from "../../../../src/index.ts"
import {
  type AnySqlMapping,
  inspectMapping,
  type MappingOptions,
  postgres,
  sqlMapping,
  toSql,
} from "../../../../src/sql.ts"

const people = defineSchema({
  id: field.integer({ nullable: false }),
  name: field.string(),
  state: field.enum(["new", "old"]),
  trusted: field.boolean(),
  password: field.opaque(),
  emails: field.many({ address: field.string() }),
})
type People = typeof people

/** Columns that answer every condition and are indexed. */
const columns: Readonly<Record<string, Omit<CatalogColumn, "name">>> = {
  id: { type: "bigint", nullable: false },
  name: { type: "text", nullable: true },
  state: { type: "text" },
  trusted: { type: "boolean" },
  password: { type: "bytea" },
}
const emails: Readonly<Record<string, Omit<CatalogColumn, "name">>> = {
  address: { type: "text" },
  person_id: { type: "integer" },
}
const perfect: Readonly<Record<string, CatalogTable>> = {
  people: tableOf(columns, [["id"], ["name"], ["name pattern"], ["state"]]),
  emails: tableOf(emails, [["address"], ["address pattern"], ["person_id"]]),
}

function tableOf(
  columns: Readonly<Record<string, Omit<CatalogColumn, "name">>>,
  indexes: readonly (readonly string[])[] | undefined,
): CatalogTable {
  return {
    columns: new Map(Object.entries(columns).map(([name, column]) => [name, { name, ...column }])),
    indexes: indexes?.map((keys, i) => ({ name: `index ${i}`, keys })),
  }
}

/** A catalog with these tables, for names in lower case. */
function catalogOf(tables: Readonly<Record<string, CatalogTable>>, changes: Partial<Catalog> = {}): Catalog {
  return {
    nameKey: (name) => name.toLowerCase(),
    table: async (_, name) => tables[name.join(".")],
    sameType: (declared, { type }) => declared === type || (declared === "int8" && type === "bigint"),
    sameCollation: (declared, { collation }) => declared === collation,
    session: async () => [],
    indexFor: ({ name, facts }, test) =>
      ({
        equality: { keys: [name, `${name} pattern`], create: `CREATE INDEX ON people (${name})` },
        order:
          facts.type === "text"
            ? { keys: [`${name} pattern`], create: `CREATE INDEX ON people (${name} pattern)` }
            : { keys: [name], create: `CREATE INDEX ON people (${name})` },
        text: undefined,
      })[test],
    createIndex: (table, columns) => `CREATE INDEX ON ${table.join(".")} (${columns.join(", ")})`,
    pairsKeys: (one, other) =>
      [one, other].every(({ type }) => type === "integer" || type === "bigint") || one.type === other.type,
    ...changes,
  }
}

const relations = {
  emails: { table: "emails", on: { id: "person_id" } },
} satisfies MappingOptions<People>["relations"]

function mapped(options: MappingOptions<People> = {}): AnySqlMapping {
  return sqlMapping(people, { table: "people", relations, ...options })
}

const inspect = (mapping: AnySqlMapping, catalog: Catalog, options = {}) =>
  inspectWith(catalog, postgres, mapping, () => [], options)

/** What is found of a table of people with these columns. */
async function foundIn(changes: Readonly<Record<string, Omit<CatalogColumn, "name">>>, mapping = mapped()) {
  const table = { ...tableOf({ ...columns, ...changes }, undefined) }
  return inspect(mapping, catalogOf({ ...perfect, people: table }))
}

test("a mapping without findings is completed", async () => {
  const { findings, mapping } = await inspect(mapped(), catalogOf(perfect))
  expect(findings).toEqual([])
  const facts = (name: string) => mapping?.columns.get(people.fields.get(name) as never)
  expect(facts("id")).toMatchObject({ name: "id", type: "bigint" })
  expect(facts("emails.address")).toMatchObject({ name: "address", type: "text" })
})

test("the completed mapping compiles filters with the types of the catalog", async () => {
  const table = tableOf(
    { ...columns, id: { type: "numeric(10,0)" }, name: { type: "text", collation: "binary" } },
    [],
  )
  const before = sqlMapping(people, { table: "people", columns: { name: "NAME" } })
  const { mapping } = await inspectWith(catalogOf({ people: table }), postgres, before, () => [])
  const filter = parseFilter(people, '{"id":1,"name":{"$lt":"b"}}')
  expect(toSql(filter, postgres, mapping).text).toBe(
    '("people"."id" = $1::numeric AND "people"."name" < $2::text)',
  )
})

describe("tables", () => {
  test("a mapping without a table takes it from the options", async () => {
    const catalog = catalogOf({ "public.people": perfect.people as CatalogTable })
    const { findings, mapping } = await inspect(sqlMapping(people), catalog, { table: ["public", "people"] })
    expect(findings).toEqual([])
    expect(mapping?.table).toBeUndefined()
  })

  test("an alias is replaced by the table of the options", async () => {
    const aliased = mapped({ table: "p" })
    expect((await inspect(aliased, catalogOf(perfect))).findings).toMatchObject([{ code: "missing-table" }])
    const { findings, mapping } = await inspect(aliased, catalogOf(perfect), { table: "people" })
    expect(findings).toEqual([])
    expect(mapping?.table).toEqual(["p"])
  })

  test("without its table, nothing else is said of a relation", async () => {
    const { findings, mapping } = await inspect(
      mapped(),
      catalogOf({ people: perfect.people as CatalogTable }),
    )
    expect(findings).toMatchObject([{ severity: "error", code: "missing-table" }])
    expect(mapping).toBeUndefined()
  })

  test("a mapping without a table is an error", async () => {
    const { findings, mapping } = await inspect(sqlMapping(people), catalogOf(perfect))
    expect(findings).toMatchObject([{ severity: "error", code: "unnamed-table" }])
    expect(mapping).toBeUndefined()
  })
})

describe("columns", () => {
  test("a column that cannot answer is an error", async () => {
    const { findings, mapping } = await foundIn({ id: { type: "uuid", nullable: false } })
    expect(findings[0]).toMatchObject({
      severity: "error",
      code: "column-type",
      field: "id",
      column: "people.id",
    })
    expect(mapping).toBeUndefined()
  })

  test("an alias of the type and the name of a domain are the type", async () => {
    const declared = mapped({ columns: { id: { type: "int8" }, name: { type: "title" } } })
    const { findings, mapping } = await foundIn({ name: { type: "text", domain: "title" } }, declared)
    expect(findings).toEqual([])
    expect([...(mapping?.columns.values() ?? [])].slice(0, 2)).toMatchObject([
      { type: "bigint" },
      { type: "text" },
    ])
  })

  test("the type of the catalog replaces another one", async () => {
    const { findings, mapping } = await foundIn({}, mapped({ columns: { name: { type: "uuid" } } }))
    expect(findings).toMatchObject([{ severity: "warning", code: "type-differs", field: "name" }])
    expect([...(mapping?.columns.values() ?? [])][1]).toMatchObject({ type: "text" })
  })

  test("a declared type stays if the catalog has none", async () => {
    const { findings, mapping } = await foundIn(
      { name: { type: undefined } },
      mapped({ columns: { name: { type: "varchar" } } }),
    )
    expect(findings).toEqual([])
    expect([...(mapping?.columns.values() ?? [])][1]).toMatchObject({ type: "varchar" })
  })

  test("a declared collation stays if the catalog has no word for it, and else is replaced", async () => {
    const declared = mapped({ columns: { name: { collation: "nondeterministic" } } })
    const same = catalogOf(perfect, { sameCollation: () => true })
    const kept = await inspect(declared, same)
    expect(kept.findings).toEqual([])
    expect([...(kept.mapping?.columns.values() ?? [])][1]).toMatchObject({ collation: "nondeterministic" })
    const { findings, mapping } = await foundIn({}, declared)
    expect(findings).toMatchObject([
      {
        code: "collation-differs",
        message: 'The mapping declares the collation "nondeterministic", but the column has another one',
      },
    ])
    expect([...(mapping?.columns.values() ?? [])][1]?.collation).toBeUndefined()
  })

  test("an undeclared collation may have a note", async () => {
    const collationNote = { message: "a is A" }
    const name = { type: "text", collation: "nondeterministic", collationNote }
    expect((await foundIn({ name })).findings).toMatchObject([
      { severity: "warning", code: "loose-collation", field: "name", message: "a is A", hint: undefined },
    ])
    const declared = mapped({ columns: { name: { collation: "nondeterministic" } } })
    expect((await foundIn({ name }, declared)).findings).toEqual([])
  })

  test("the values of an enum are compared", async () => {
    const { findings, mapping } = await foundIn({ state: { type: "text", labels: ["old", "gone", "lost"] } })
    expect(findings).toMatchObject([
      {
        severity: "warning",
        code: "enum-value-missing",
        message: 'The schema lists "new", which the database\'s enum does not have',
      },
      {
        severity: "info",
        code: "enum-value-unlisted",
        message: 'The database\'s enum has "gone", "lost", which the schema does not list',
      },
    ])
    expect([...(mapping?.columns.values() ?? [])][2]).toMatchObject({ labels: ["old", "gone", "lost"] })
    expect((await foundIn({ state: { type: "text", labels: ["old", "new"] } })).findings).toEqual([])
  })

  test("the reader's own notes are findings", async () => {
    const notes = [{ code: "client-encoding", message: "local time", hint: "use UTC" }] as const
    expect((await foundIn({ name: { type: "text", notes } })).findings).toEqual([
      {
        severity: "warning",
        code: "client-encoding",
        field: "name",
        column: "people.name",
        message: "local time",
        hint: "use UTC",
      },
    ])
  })

  test("an expression is not looked up", async () => {
    const untyped = await foundIn({}, mapped({ columns: { name: { expression: "data ->> 'name'" } } }))
    expect(untyped.findings).toMatchObject([{ code: "expression-type", column: "data ->> 'name'" }])
    const typed = await foundIn(
      {},
      mapped({ columns: { name: { expression: "data ->> 'name'", type: "text" } } }),
    )
    expect(typed.findings).toEqual([])
    expect([...(typed.mapping?.columns.values() ?? [])][1]).toMatchObject({ expression: "data ->> 'name'" })
  })

  test("a column may be null where the field may not", async () => {
    const { findings } = await foundIn({ id: { type: "bigint", nullable: true } })
    expect(findings).toMatchObject([{ severity: "info", code: "nullable-column", field: "id" }])
  })
})

describe("the keys of relations", () => {
  const withEmails = (table: CatalogTable) => inspect(mapped(), catalogOf({ ...perfect, emails: table }))

  test("a missing column is found on either side", async () => {
    const { person_id: _, ...rest } = emails
    const there = await withEmails(tableOf(rest, undefined))
    expect(there.findings).toMatchObject([
      { code: "missing-column", field: undefined, column: "emails.person_id" },
    ])
    const here = mapped({ relations: { emails: { table: "emails", on: { key: "person_id" } } } })
    expect((await inspect(here, catalogOf(perfect))).findings).toMatchObject([
      { code: "missing-column", field: undefined, column: "people.key" },
    ])
  })

  test("types and collations that cannot be compared are an error", async () => {
    const uuid = tableOf({ ...emails, person_id: { type: "uuid", collation: "C" } }, undefined)
    expect((await withEmails(uuid)).findings).toMatchObject([
      {
        severity: "error",
        code: "relation-keys",
        message:
          'The key of relation "emails" compares people.id of type bigint with emails.person_id of type uuid and collation "C"',
      },
    ])
  })

  test("a key whose type the catalog does not say is no finding", async () => {
    const unknown = tableOf({ ...emails, person_id: { type: undefined } }, undefined)
    expect((await withEmails(unknown)).findings).toEqual([])
  })

  test("an index serves a key if it begins with all columns of it", async () => {
    const on = { id: "person_id", name: "address" }
    const both = mapped({ relations: { emails: { table: "emails", on } } })
    const found = async (...indexes: string[][]) => {
      const indexed = tableOf(emails, [["address"], ["address pattern"], ...indexes])
      const { findings } = await inspect(both, catalogOf({ ...perfect, emails: indexed }))
      return findings
    }
    expect(await found(["address", "person_id", "other"])).toEqual([])
    expect(await found(["person_id", "other", "address"])).toEqual([
      {
        severity: "info",
        code: "relation-index",
        field: undefined,
        column: "emails.person_id, emails.address",
        message: 'No index serves the key of relation "emails"',
        hint: "CREATE INDEX ON emails (person_id, address)",
      },
    ])
  })

  test("a database that needs no index has no advice", async () => {
    const catalog = catalogOf(
      { ...perfect, emails: tableOf(emails, []) },
      { createIndex: () => undefined, indexFor: () => undefined },
    )
    expect((await inspect(mapped(), catalog)).findings).toEqual([])
  })
})

test("operators that no index serves are listed by the statement that creates one", async () => {
  const table = tableOf(columns, [["other", "id"], ["name"], []])
  const { findings, mapping } = await inspect(mapped(), catalogOf({ ...perfect, people: table }))
  const found = (name: string, operators: string, hint: string) => ({
    severity: "info",
    code: "no-index",
    field: name,
    column: `people.${name}`,
    message: `No index serves ${operators}`,
    hint,
  })
  // Two values are too few for an index, and the content of an opaque field is not compared.
  expect(findings).toEqual([
    found("id", "$eq, $lt, $lte, $gt, $gte, $in", "CREATE INDEX ON people (id)"),
    found("name", "$lt, $lte, $gt, $gte", "CREATE INDEX ON people (name pattern)"),
    found("state", "$eq, $in", "CREATE INDEX ON people (state)"),
  ])
  expect(mapping).toBeDefined()
})

test("what is found of the session names the column that it concerns", async () => {
  const session = async (_: unknown, columns: readonly InspectedColumn[]) => [
    { code: "session-mode", message: "a mode" } as const,
    ...columns
      .slice(0, 1)
      .map((column) => ({ code: "database-encoding", message: "an encoding", column }) as const),
  ]
  const { findings, mapping } = await inspect(mapped(), catalogOf(perfect, { session }))
  // Errors come first.
  expect(findings).toMatchObject([
    { severity: "error", code: "database-encoding", field: "id", column: "people.id" },
    { severity: "warning", code: "session-mode", field: undefined, column: undefined },
  ])
  expect(mapping).toBeUndefined()
})

test("a dialect without a catalog is an error of the program", async () => {
  const foreign = { ...postgres, name: "Another", catalog: undefined }
  await expect(inspectMapping(foreign, sqlMapping(people), () => [])).rejects.toThrow(
    new TypeError("Another has no catalog that can be read: set catalog in the dialect"),
  )
})
