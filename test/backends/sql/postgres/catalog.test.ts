import { describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../../../src/index.ts"
import { inspectMapping, type MappingOptions, postgres, sqlMapping, toSql } from "../../../../src/sql.ts"

const schema = defineSchema({
  name: field.string(),
  email: field.string({ caseSensitive: false }),
  state: field.enum(["active"]),
})
type Rows = readonly Readonly<Record<string, unknown>>[]

const session = { server_encoding: "UTF8", client_encoding: "UTF8", standard_strings: "on" }
const columns: Rows = [
  { name: "name", type: "text", nullable: true },
  { name: "email", type: "citext", nullable: true },
  { name: "state", type: "st", domain: "known", labels: '["active","deleted"]', nullable: true },
]

/** A catalog that answers each statement with these rows. */
function inspect(answers: Partial<Record<"table" | "columns" | "indexes" | "session", Rows>>, options = {}) {
  const run = (text: string) => {
    if (text.includes("to_regclass")) return answers.table ?? [{ id: "1", kind: "r" }]
    if (text.includes("RECURSIVE")) return answers.columns ?? columns
    if (text.includes("pg_index")) return answers.indexes ?? []
    return answers.session ?? [session]
  }
  const mapping = sqlMapping(schema, { table: "t", ...options } as MappingOptions<typeof schema>)
  return inspectMapping(postgres, mapping, run)
}

async function codesOf(...args: Parameters<typeof inspect>) {
  const { findings } = await inspect(...args)
  return findings.flatMap(({ code, field }) => (code === "no-index" ? [] : [`${code} ${field ?? "-"}`]))
}

/** The columns that no index serves, with the first words of the findings. */
async function unserved(indexes: Rows, ...more: Rows[]) {
  const { findings } = await inspect({ indexes, ...(more[0] && { columns: more[0] }) })
  return findings.flatMap(({ code, field, message, hint }) =>
    code === "no-index" ? [[field, message.replace("No index serves ", ""), hint]] : [],
  )
}

const equality = "$eq, $in"
const order = "$lt, $lte, $gt, $gte"

describe("the catalog of PostgreSQL", () => {
  test("completes the type, the collation and the labels", async () => {
    const { mapping } = await inspect({
      columns: [{ name: "name", type: "character varying(9)", binary: true }, ...columns.slice(1)],
    })
    expect(mapping?.columns.get(schema.fields.get("name") as never)).toMatchObject({
      type: "character varying(9)",
      collation: "binary",
    })
    const sqlOf = (condition: string) =>
      toSql(parseFilter(schema, `{"state":${condition}}`), postgres, mapping).text
    expect(sqlOf('"active"')).toBe('"t"."state"::"st" = $1::text::"st"')
    expect(sqlOf('{"$nin":["active"]}')).toBe(
      '("t"."state" IS NULL OR "t"."state"::"st" <> ALL($1::text[]::"st"[]))',
    )
  })

  test("finds no rows for a value that the enum lacks", async () => {
    const { mapping } = await inspect({
      columns: [...columns.slice(0, 2), { name: "state", type: "st", labels: '["gone"]' }],
    })
    expect(toSql(parseFilter(schema, '{"state":"active"}'), postgres, mapping).text).toBe("FALSE")
  })

  test("has no such table", async () => {
    expect(await codesOf({ table: [] })).toEqual(["missing-table -"])
  })

  test.each([
    ["varchar(9)", "character varying(9)"],
    ["VARCHAR", "character varying(9)"],
    ["int8", "bigint"],
    ["ticket_state", "public.ticket_state"],
    ["Ticket State", 'other."Ticket State"'],
  ])("%s is %s", async (declared, type) => {
    const found = await codesOf(
      { columns: [{ name: "state", type }] },
      { columns: { state: { type: declared } } },
    )
    expect(found).not.toContain("type-differs state")
  })

  test.each([
    ["varchar(8)", "character varying(9)"],
    ["text", "character varying"],
    ["ticket_state", "other_state"],
  ])("%s is not %s", async (declared, type) => {
    const found = await codesOf(
      { columns: [{ name: "state", type }] },
      { columns: { state: { type: declared } } },
    )
    expect(found).toContain("type-differs state")
  })

  test.each<readonly [declared: string, column: Rows[number], isRight: boolean]>([
    ["binary", { type: "text", binary: true }, true],
    ["C", { type: "text", binary: true }, true],
    ["binary", { type: "text" }, false],
    ["binary", { type: "text", loose: true, collation: "vague" }, false],
    ["nondeterministic", { type: "text" }, true],
    ["binary", { type: "uuid" }, true],
  ])("the declared collation %s and %j", async (collation, column, isRight) => {
    const found = await codesOf(
      { columns: [{ name: "name", ...column }, ...columns.slice(1)] },
      { columns: { name: { collation } } },
    )
    expect(found.includes("collation-differs name")).toBe(!isRight)
  })

  test("reports a nondeterministic collation that the mapping does not declare", async () => {
    const loose = { name: "name", type: "text", loose: true, collation: "vague" }
    expect(await codesOf({ columns: [loose, ...columns.slice(1)] })).toContain("loose-collation name")
  })

  test.each([
    ["server_encoding", "LATIN1", "database-encoding -"],
    ["client_encoding", "LATIN1", "client-encoding -"],
    ["standard_strings", "off", "session-mode -"],
  ])("reports the setting %s = %s", async (setting, value, code) => {
    expect(await codesOf({ session: [{ ...session, [setting]: value }] })).toContain(code)
  })

  test("a driver that renames the columns of rows finds no column", async () => {
    const renamed = { table: [{ ID: "1", KIND: "r" }], columns: [{ NAME: "name", TYPE: "text" }] }
    expect((await inspect(renamed)).mapping).toBeUndefined()
    expect(await codesOf(renamed)).toEqual([
      "missing-column name",
      "missing-column email",
      "missing-column state",
    ])
  })

  test.each([[[]], [[{ SERVER_ENCODING: "UTF8" }]]])(
    "a setting that the session %j does not tell is not taken for a right one",
    async (session) => {
      const { findings } = await inspect({ session })
      const told = findings.filter(({ code }) => /encoding|session/.test(code))
      expect(told.map(({ code, message }) => `${code}: ${message}`).toSorted()).toEqual([
        "client-encoding: The session has the client encoding unknown, which lacks characters that a filter may have",
        "database-encoding: The database has the encoding unknown, which lacks characters that a filter may have",
        expect.stringMatching(/^session-mode: standard_conforming_strings is off/),
      ])
    },
  )

  test("an index whose key is not known serves nothing", async () => {
    expect(await unserved([{ METHOD: "btree", COLUMN: "name" }])).toEqual(await unserved([]))
  })

  test("names the statement that creates an index", async () => {
    expect(await unserved([])).toEqual([
      ["name", equality, 'CREATE INDEX ON "t" ("name")'],
      ["name", order, 'CREATE INDEX ON "t" ("name" text_pattern_ops)'],
      ["email", equality, 'CREATE INDEX ON "t" ("email")'],
      ["email", order, 'CREATE INDEX ON "t" (lower("email"::text COLLATE "C"))'],
      ["state", equality, 'CREATE INDEX ON "t" ("state")'],
    ])
  })

  test.each<readonly [index: Rows[number], served: readonly string[]]>([
    [{ column: "name", method: "btree" }, ["name ="]],
    [{ column: "name", method: "hash" }, ["name ="]],
    [{ column: "name", method: "btree", pattern: true }, ["name =", "name <"]],
    [{ column: "name", method: "btree", collation: "other" }, []],
    [
      { expression: 'lower(email::text COLLATE "C")', method: "btree", collation: "C" },
      ["email =", "email <"],
    ],
    [{ column: "email", method: "btree" }, ["email ="]],
    [{ column: "state", method: "btree" }, ["state ="]],
    [{ expression: "lower(email::text)", method: "btree" }, []],
  ])("the index %j serves %j", async (index, served) => {
    const rest = await unserved([{ name: "i", ...index }])
    const all = ["name =", "name <", "email =", "email <", "state ="]
    const left = rest.map(([name, operators]) => `${name} ${operators === equality ? "=" : "<"}`)
    expect(all.filter((need) => !left.includes(need))).toEqual(all.filter((need) => served.includes(need)))
  })

  test("an index in C serves a nondeterministic column, and one of its text that of a char(n)", async () => {
    const [name, email, state] = columns
    const loose = { ...name, loose: true, collation: "vague" }
    const inC = { name: "i", column: "name", method: "btree", collation: "C" }
    const statements = (await unserved([inC], [loose, { ...email, type: "text" }, { ...state }])).map(
      ([, , hint]) => hint,
    )
    expect(statements).toEqual([
      'CREATE INDEX ON "t" (lower("email" COLLATE "C"))',
      'CREATE INDEX ON "t" ("state")',
    ])
    const padded = { ...name, type: "character(5)", binary: true }
    const ofText = { name: "i", expression: "(name::text)", method: "btree", collation: "C" }
    const left = await unserved([ofText], [padded, { ...email, type: "st", labels: '["a"]' }, { ...state }])
    expect(left.map(([field, operators]) => `${field} ${operators}`)).toEqual([`state ${equality}`])
  })

  test("takes a type without labels for no enum, and compares its text", async () => {
    const { mapping, findings } = await inspect({
      columns: [...columns.slice(0, 2), { name: "state", type: "ltree", labels: "[]" }],
    })
    expect(toSql(parseFilter(schema, '{"state":"active"}'), postgres, mapping).text).toBe(
      '"t"."state"::text = $1::text',
    )
    expect(findings.filter(({ field }) => field === "state")).toEqual([])
  })

  test("compares the keys of a relation", async () => {
    const related = defineSchema({ id: field.integer(), notes: field.many({ text: field.string() }) })
    const inspected = async (foreign: string, own = "bigint", collations: readonly string[] = []) => {
      let tables = 0
      const mapping = sqlMapping(related, {
        table: "t",
        relations: { notes: { table: ["other", "notes"], on: { id: "t_id" } } },
      })
      const { findings } = await inspectMapping(postgres, mapping, (text) => {
        if (text.includes("to_regclass")) return [{ id: String(++tables), kind: tables === 1 ? "v" : "r" }]
        if (text.includes("pg_index")) return []
        if (!text.includes("RECURSIVE")) return [session]
        return tables === 1
          ? [{ name: "id", type: own, collation: collations[0] }]
          : [
              { name: "t_id", type: foreign, collation: collations[1] },
              { name: "text", type: "text" },
            ]
      })
      return findings
        .filter(({ code }) => code.startsWith("relation"))
        .map(({ code, hint }) => `${code}: ${hint}`)
    }
    const index = 'relation-index: CREATE INDEX ON "other"."notes" ("t_id")'
    expect(await inspected("integer")).toEqual([index])
    expect(await inspected("numeric(10,0)")).toEqual([index])
    const refused = ["relation-keys: give both columns the same type and collation", index]
    expect(await inspected("uuid")).toEqual(refused)
    const texts = (...collations: string[]) => inspected("text", "character varying(9)", collations)
    expect(await texts("default", "de_DE")).toEqual([index])
    expect(await texts("C", "default")).toEqual([index])
    expect(await texts("C", "C")).toEqual([index])
    expect(await texts("C", "de_DE")).toEqual(refused)
  })
})
