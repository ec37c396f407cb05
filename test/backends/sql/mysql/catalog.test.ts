import { describe, expect, test } from "vitest"
import { defineSchema, field } from "../../../../src/index.ts"
import { inspectMapping, mariadb, mysql, sqlMapping } from "../../../../src/sql.ts"

type Rows = readonly object[]
interface Contents {
  readonly columns?: Rows
  readonly views?: Rows
  readonly indexes?: Rows
  readonly session?: object
}

/** Answers the statements of the reader as a server with these tables does. */
function server({ columns = [], views = [], indexes = [], session = SESSION }: Contents) {
  const asked: unknown[] = []
  const run = (text: string, values: readonly unknown[]): Rows => {
    asked.push(values)
    if (text.includes("information_schema.COLUMNS")) return columns
    if (text.includes("information_schema.VIEWS")) return views
    if (text.includes("information_schema.STATISTICS")) return indexes
    return [session]
  }
  return { run, asked }
}

const SESSION = { client: "utf8mb4", connection: "utf8mb4", modes: "" }
const column = (name: string, type: string, collation: string | null = null) => ({
  name,
  type,
  collation,
  nullable: "YES",
})

const schema = defineSchema({
  name: field.string(),
  notes: field.string(),
  tags: field.string(),
  bytes: field.string(),
  old: field.string(),
  state: field.enum(["a", "b"]),
  age: field.integer(),
  seen: field.datetime(),
})
const columns = [
  column("name", "varchar(99)", "utf8mb4_nopad_bin"),
  column("notes", "text", "utf8mb4_general_ci"),
  column("tags", "set('a','b')", "utf8mb4_general_ci"),
  column("bytes", "varbinary(9)"),
  column("old", "char(9)", "cp1250_general_ci"),
  column("state", "enum('a','c')", "latin1_swedish_ci"),
  column("age", "int(11)"),
  column("seen", "timestamp"),
]
const mapping = sqlMapping(schema, { table: ["shop", "People"] })

async function findingsIn(contents: Contents, mapped = mapping, dialect = mariadb) {
  const { run, asked } = server(contents)
  const { findings, mapping } = await inspectMapping(dialect, mapped, run as never)
  return {
    asked,
    mapping,
    findings: findings.map(({ code, field, message, hint }) => [code, field, message, hint]),
  }
}

describe("the catalog of MySQL and MariaDB", () => {
  test("completes the mapping, and finds what no index serves", async () => {
    const indexes = [
      { name: "both", part: "Age" },
      { name: "both", part: null },
      { name: "seen", part: "seen" },
    ]
    const { findings, asked, mapping: completed } = await findingsIn({ columns, indexes })
    expect(asked.slice(0, 2)).toEqual([
      ["shop", "People"],
      ["shop", "People"],
    ])
    const state = completed?.columns.get(schema.fields.get("state") as never)
    expect(state).toMatchObject({ type: "enum('a','c')", collation: "latin1_swedish_ci", labels: ["a", "c"] })
    const withoutIndex = findings.filter(([code]) => code === "no-index")
    expect(withoutIndex.map(([, field, , hint]) => [field, hint])).toEqual(
      expect.arrayContaining([
        ["name", "CREATE INDEX `People_name` ON `shop`.`People` (`name`)"],
        ["notes", "CREATE INDEX `People_notes` ON `shop`.`People` (`notes`(191))"],
        ["bytes", "CREATE INDEX `People_bytes` ON `shop`.`People` (`bytes`)"],
        ["state", "CREATE INDEX `People_state` ON `shop`.`People` (`state`)"],
      ]),
    )
    expect(withoutIndex.map(([, field]) => field)).not.toContain("age")
    expect(withoutIndex.map(([, field]) => field)).not.toContain("seen")
  })

  test("a view has no indexes of its own", async () => {
    const { findings } = await findingsIn({ columns, views: [{ name: "People" }] })
    expect(findings.filter(([code]) => code === "no-index")).toEqual([])
  })

  test("a table without columns is missing", async () => {
    const { findings } = await findingsIn({})
    expect(findings.map(([code]) => code)).toContain("missing-table")
  })

  test("warns of the session", async () => {
    const session = {
      client: "utf8mb4",
      connection: "latin1",
      modes: "NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH",
    }
    const { findings } = await findingsIn({ columns, session })
    expect(findings.filter(([code]) => /^(?:client-encoding|session-mode)$/.test(String(code)))).toEqual(
      expect.arrayContaining([
        expect.arrayContaining(["client-encoding"]),
        expect.arrayContaining(["session-mode", undefined]),
        expect.arrayContaining(["session-mode", "old"]),
      ]),
    )
  })

  test.each([
    ["integer", "int(11)", []],
    ["boolean", "tinyint(1)", []],
    ["numeric", "decimal(10,0)", []],
    ["datetime", "datetime(6)", ["type-differs"]],
    ["decimal(10,2)", "decimal(12,2)", ["type-differs"]],
  ])("declared %s, and %s in the catalog", async (declared, type, codes) => {
    const schema = defineSchema({ v: type.startsWith("datetime") ? field.datetime() : field.integer() })
    const mapped = sqlMapping(schema, { table: "t", columns: { v: { type: declared } } })
    const { findings } = await findingsIn({ columns: [column("v", type)] }, mapped as never)
    expect(findings.map(([code]) => code).filter((code) => code === "type-differs")).toEqual(codes)
  })

  test.each([
    ["binary", "utf8mb4_bin", ["collation-differs"]],
    ["binary", "utf8mb4_0900_bin", []],
    ["nondeterministic", "utf8mb4_general_ci", []],
    ["utf8mb4_general_ci", "utf8mb4_general_ci", []],
    ["utf8mb4_bin", "utf8mb4_general_ci", ["collation-differs"]],
    ["binary", "klingon_bin", ["collation-differs"]],
  ])("declared %s, and %s in the catalog", async (collation, found, codes) => {
    const schema = defineSchema({ v: field.string() })
    const mapped = sqlMapping(schema, { table: "t", columns: { v: { collation } } })
    const { findings } = await findingsIn(
      { columns: [column("v", "varchar(9)", found)] },
      mapped as never,
      mysql,
    )
    expect(findings.map(([code]) => code).filter((code) => code === "collation-differs")).toEqual(codes)
  })

  test.each([
    ["int(11)", "bigint(20) unsigned", []],
    ["char(9)", "varchar(20)", []],
    ["int(11)", "varchar(20)", ["relation-keys"]],
    ["binary(16)", "varbinary(16)", []],
    ["uuid", "uuid", []],
  ])("a key of %s and %s", async (here, there, codes) => {
    const schema = defineSchema({ many: field.many({ v: field.opaque() }) })
    const many = { table: "m", on: { id: "owner" } }
    const mapped = sqlMapping(schema, { table: "t", relations: { many } })
    const { findings } = await findingsIn(
      { columns: [column("id", here), column("owner", there), column("v", "int(11)")] },
      mapped as never,
    )
    expect(findings.map(([code]) => code).filter((code) => code === "relation-keys")).toEqual(codes)
    expect(findings.map(([, , , hint]) => hint)).toContain("CREATE INDEX `m_owner` ON `m` (`owner`)")
  })

  test.each([
    ["latin1_swedish_ci", "latin1_swedish_ci", []],
    ["latin1_swedish_ci", "latin1_bin", []],
    ["latin1_swedish_ci", "latin1_german1_ci", ["relation-keys"]],
    ["utf8mb4_bin", "utf8mb4_nopad_bin", ["relation-keys"]],
    ["utf8mb4_general_ci", "utf8mb4_unicode_ci", ["relation-keys"]],
    ["utf8mb4_general_ci", "latin1_swedish_ci", []],
    ["utf8mb4_general_ci", "utf8mb3_unicode_ci", []],
    ["utf8mb3_general_ci", "ucs2_general_ci", ["relation-keys"]],
    ["latin1_swedish_ci", "latin2_general_ci", ["relation-keys"]],
    ["latin1_swedish_ci", "ascii_general_ci", []],
  ])("a key of texts in %s and in %s", async (here, there, codes) => {
    const schema = defineSchema({ many: field.many({ v: field.opaque() }) })
    const many = { table: "m", on: { id: "owner" } }
    const mapped = sqlMapping(schema, { table: "t", relations: { many } })
    const columns = [column("id", "char(9)", here), column("owner", "text", there), column("v", "int(11)")]
    const { findings } = await findingsIn({ columns }, mapped as never)
    expect(findings.map(([code]) => code).filter((code) => code === "relation-keys")).toEqual(codes)
  })

  test("an index on several keys has the names of all of them, up to 64 characters", async () => {
    const schema = defineSchema({ many: field.many({ v: field.opaque() }) })
    const long = "x".repeat(60)
    const many = { table: ["shop", "m"], on: { id: "owner", tenant: long } }
    const mapped = sqlMapping(schema, { table: "t", relations: { many } } as never)
    const found = ["id", "tenant", "owner", long, "v"].map((name) => column(name, "int(11)"))
    const { findings } = await findingsIn({ columns: found }, mapped as never)
    expect(findings.filter(([code]) => code === "relation-index").map(([, , , hint]) => hint)).toEqual([
      `CREATE INDEX \`m_owner_${"x".repeat(56)}\` ON \`shop\`.\`m\` (\`owner\`, \`${long}\`)`,
    ])
  })

  test("a setting that the session does not tell is not taken for a right one", async () => {
    for (const session of [{}, { client: "utf8mb4", modes: "" }, { connection: "utf8mb4" }]) {
      const { findings } = await findingsIn({ columns, session })
      const notes = findings.filter(([code]) => /^(?:client-encoding|session-mode)$/.test(String(code)))
      expect(notes.map(([code, field, message]) => [code, field, message])).toEqual([
        [
          "client-encoding",
          undefined,
          'The session\'s character set is "unknown", and a text with a character that it lacks arrives as another text',
        ],
      ])
    }
  })

  test("a driver that renames the columns of rows finds no column, and no index serves one", async () => {
    const renamed = [{ NAME: "name", TYPE: "text" }]
    const inUpperCase = await findingsIn({ columns: renamed })
    expect(inUpperCase.mapping).toBeUndefined()
    expect(inUpperCase.findings.map(([code, field]) => [code, field])).toEqual(
      [...schema.fields.keys()].map((name) => ["missing-column", name]),
    )
    const indexes = [{ NAME: "name", PART: "name" }]
    const { findings } = await findingsIn({ columns, indexes })
    expect(findings.filter(([code]) => code === "no-index").map(([, field]) => field)).toContain("name")
  })
})
