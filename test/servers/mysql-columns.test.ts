import type { Connection, RowDataPacket } from "mysql2/promise"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { inspectMapping, mariadb, mysql, sqlMapping, toSql } from "../../src/sql.ts"
import { createSchema } from "./mariadb.ts"

const ROWS = 100_000
const UUID = "28dd2c79-55ce-426c-8828-000000000007"

/** A column, the filters that an index serves, and those that none does. */
interface Indexed {
  readonly ddl: string
  /** The value of row `n`. */
  readonly fill: string
  readonly declared: () => ReturnType<typeof field.string>
  readonly served: readonly unknown[]
  readonly scanned?: readonly unknown[]
  /** The only dialect that has the type. */
  readonly only?: "MariaDB"
}

const text = (declared: string, fill = "CONCAT('name', seq)"): Omit<Indexed, "served"> => ({
  ddl: `VARCHAR(60) ${declared}`,
  fill,
  declared: () => field.string(),
})
const as = (declaration: unknown) => () => declaration as ReturnType<typeof field.string>
const equality = ["name77", { $in: ["name77", "name78"] }]
const range = [{ $lt: "name1001" }]
const instants = ["2001-09-09T02:00:00Z", { $gt: "2001-11-17" }, { $in: ["2001-09-09T02:00:00Z"] }]

const indexed: Readonly<Record<string, Indexed>> = {
  latin1: { ...text("COLLATE latin1_swedish_ci"), served: equality, scanned: range },
  utf8mb3: { ...text("COLLATE utf8mb3_general_ci"), served: equality, scanned: range },
  general: { ...text("COLLATE utf8mb4_general_ci"), served: [...equality, "Zoë 😀"], scanned: range },
  bin: { ...text("COLLATE utf8mb4_bin"), served: equality, scanned: range },
  nopad: { ...text("COLLATE utf8mb4_nopad_bin"), served: equality },
  folded: {
    ...text("COLLATE utf8mb4_general_ci"),
    declared: as(field.string({ caseSensitive: false })),
    served: ["NAME77", { $in: ["Name77", "Name78"] }],
    scanned: range,
  },
  bytes: { ...text(""), ddl: "VARBINARY(60)", served: [...equality, ...range] },
  labels: {
    ddl: "ENUM('open','closed') COLLATE latin1_swedish_ci",
    fill: "IF(seq % 5000 = 0, 'closed', 'open')",
    declared: as(field.enum(["open", "closed"])),
    served: ["closed", { $in: ["closed"] }],
  },
  whole: { ddl: "INT", fill: "seq", declared: as(field.integer()), served: [7, { $in: [7, 8] }, { $lt: 9 }] },
  ratio: { ddl: "INT", fill: "seq", declared: as(field.number()), served: [7, { $lt: 9.5 }] },
  price: {
    ddl: "DECIMAL(12,2)",
    fill: "seq / 4",
    declared: as(field.number()),
    served: [7.25, { $in: [7.25, 8] }, { $lt: 9 }],
  },
  amount: {
    ddl: "DECIMAL(12,2)",
    fill: "seq / 4",
    declared: as(field.decimal()),
    served: ["7.25", { $lt: "9" }],
  },
  moment: {
    ddl: "DATETIME(3)",
    fill: "TIMESTAMPADD(SECOND, seq * 60, '2001-09-09')",
    declared: as(field.datetime()),
    served: instants,
  },
  stamp: {
    ddl: "TIMESTAMP NULL",
    fill: "FROM_UNIXTIME(1000000000 + seq * 60)",
    declared: as(field.datetime()),
    served: instants,
  },
  day: {
    ddl: "DATE",
    fill: "TIMESTAMPADD(DAY, seq % 40000, '1950-01-01')",
    declared: as(field.date()),
    served: ["2001-09-09", { $lt: "1950-02-01" }],
  },
  guid: {
    ddl: "UUID",
    fill: "CONCAT('28dd2c79-55ce-426c-8828-', LPAD(seq, 12, '0'))",
    declared: as(field.uuid()),
    served: [UUID],
    only: "MariaDB",
  },
  packed: {
    ddl: "BINARY(16)",
    fill: "UNHEX(CONCAT('28dd2c7955ce426c8828', LPAD(seq, 12, '0')))",
    declared: as(field.uuid()),
    served: [UUID, { $in: [UUID] }],
  },
  guidtext: {
    ddl: "CHAR(36) COLLATE utf8mb4_general_ci",
    fill: "CONCAT('28dd2c79-55ce-426c-8828-', LPAD(seq, 12, '0'))",
    declared: as(field.uuid()),
    served: [UUID],
  },
}

describe("columns of MariaDB", () => {
  let connection: Connection
  let drop: () => Promise<void>
  beforeAll(async () => {
    ;({ connection, drop } = await createSchema())
    await connection.query("SET NAMES utf8mb4")
    const columns = Object.entries(indexed)
    await connection.query(
      `CREATE TABLE things (id INT PRIMARY KEY, ${columns.map(([name, { ddl }]) => `${name} ${ddl}, KEY (${name})`).join(", ")})`,
    )
    await connection.query(
      `INSERT INTO things SELECT seq, ${columns.map(([, { fill }]) => fill).join(", ")} FROM seq_1_to_${ROWS}`,
    )
    await connection.query("ANALYZE TABLE things")
  }, 300_000)
  afterAll(() => drop())

  const cases = [mysql, mariadb].flatMap((dialect) =>
    Object.entries(indexed).flatMap(([name, { only, served, scanned = [] }]) =>
      only !== undefined && only !== dialect.name
        ? []
        : [
            ...served.map((filter) => ({ dialect, name, filter, isServed: true })),
            ...scanned.map((filter) => ({ dialect, name, filter, isServed: false })),
          ],
    ),
  )
  test.each(cases)(
    "$dialect.name: $name, $filter: $isServed",
    async ({ dialect, name, filter, isServed }) => {
      const schema = defineSchema({ [name]: indexed[name]?.declared() ?? field.string() })
      const { mapping } = await inspectMapping(
        dialect,
        sqlMapping(schema, { table: "things" }),
        async (text, values) => {
          const [rows] = await connection.execute<RowDataPacket[]>(text, values as string[])
          return rows
        },
      )
      if (mapping === undefined) throw new Error("The mapping has an error")
      const { text, values } = toSql(
        parseFilter(schema, JSON.stringify({ [name]: filter })),
        dialect,
        mapping,
      )
      const [[plan]] = await connection.execute<RowDataPacket[]>(
        `EXPLAIN SELECT id FROM things WHERE ${text}`,
        values as string[],
      )
      // A lookup that finds nothing reads no table.
      const isServed_ = plan?.type === null || ["ref", "range", "const"].includes(String(plan?.type))
      expect([isServed_, plan?.type]).toEqual([isServed, plan?.type])
    },
  )

  test("LOWER of bytes as Hebrew folds the letters of ASCII only, in all of Unicode", async () => {
    const wrong: string[] = []
    for (let start = 1; start < 0x110000; start += 0x8000) {
      const points = Array.from({ length: 0x8000 }, (_, i) => start + i).filter(
        (point) => point < 0x110000 && (point < 0xd800 || point > 0xdfff),
      )
      if (points.length === 0) continue
      const all = String.fromCodePoint(...points)
      const [[row]] = await connection.execute<RowDataPacket[]>(
        "SELECT HEX(CAST(LOWER(CONVERT(CAST(CONVERT(? USING utf8mb4) AS BINARY) USING hebrew)) AS BINARY)) AS folded",
        [all],
      )
      const expected = all.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
      if (Buffer.from(String(row?.folded), "hex").toString() !== expected) wrong.push(start.toString(16))
    }
    expect(wrong).toEqual([])
  })

  test.each([
    "utf8mb4_general_ci",
    "utf8mb4_unicode_ci",
    "utf8mb4_unicode_520_ci",
    "utf8mb4_swedish_ci",
    "utf8mb4_general_nopad_ci",
    "utf8mb4_unicode_nopad_ci",
    "utf8mb3_general_ci",
    "utf8mb3_unicode_ci",
    "latin1_swedish_ci",
    "latin1_general_ci",
    "ascii_general_ci",
  ])("in %s, two letters in any case are equal", async (collation) => {
    const charset = collation.split("_")[0]
    const letters = [..."abcdefghijklmnopqrstuvwxyz"]
    const pairs = letters.flatMap((a) => letters.map((b) => a + b))
    const [lower = "", first = "", second = "", upper = ""] = [
      pairs.join("|"),
      pairs.map((pair) => pair.charAt(0).toUpperCase() + pair.charAt(1)).join("|"),
      pairs.map((pair) => pair.charAt(0) + pair.charAt(1).toUpperCase()).join("|"),
      pairs.join("|").toUpperCase(),
    ]
    for (const other of [first, second, upper]) {
      const [[row]] = await connection.execute<RowDataPacket[]>(
        `SELECT CONVERT(? USING ${charset}) = CONVERT(? USING ${charset}) COLLATE ${collation} AS same`,
        [lower, other],
      )
      expect(row?.same).toBe(1)
    }
  })
})
