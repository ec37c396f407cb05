import { describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../../../src/index.ts"
import { type ColumnOptions, MappingError, postgres, sqlMapping, toSql } from "../../../../src/sql.ts"

const declare = {
  integer: () => field.integer(),
  reference: () => field.reference("things"),
  number: () => field.number(),
  decimal: () => field.decimal(),
  string: () => field.string(),
  folded: () => field.string({ caseSensitive: false }),
  boolean: () => field.boolean(),
  enum: () => field.enum(["active", "deleted"]),
  datetime: () => field.datetime(),
  date: () => field.date(),
  uuid: () => field.uuid(),
  opaque: () => field.opaque(),
}
type Kind = keyof typeof declare

function mappingOf(kind: Kind, column: ColumnOptions) {
  const schema = defineSchema({ v: declare[kind]() })
  return { schema, mapping: sqlMapping(schema, { columns: { v: column } }) }
}

function sqlOf(kind: Kind, column: ColumnOptions, condition: string) {
  const { schema, mapping } = mappingOf(kind, column)
  const { text, values } = toSql(parseFilter(schema, `{"v":${condition}}`), postgres, mapping)
  return [text, ...values]
}

const id = "018F3F5E-7C1A-7B3A-8B5A-1234567890AB"
const looksUp = (test: string) =>
  `"v"::"st" = ANY(ARRAY(SELECT label FROM unnest(enum_range(NULL::"st")) AS label WHERE ${test}))`
const turkish = "lower('I' || chr(204)) NOT IN ('i' || chr(204), 'i' || chr(236))"

describe("the SQL for a column", () => {
  const expected: readonly (readonly [Kind, ColumnOptions | string, condition: string, ...sql: unknown[]])[] =
    [
      // Texts.
      ["string", "varchar(20)", '"a"', '"v" = $1::text', "a"],
      ["string", "character(5)", '"a"', '("v" = $1::bpchar AND "v"::text = $2::text)', "a", "a"],
      ["string", "character(5)", '{"$lt":"a"}', '"v"::text ~<~ $1::text', "a"],
      ["string", { type: "char(5)", collation: "C" }, '{"$lt":"a"}', '"v"::text < $1::text', "a"],
      ["string", "citext", '"a"', '("v" = $1::text::citext AND "v"::text = $2::text)', "a", "a"],
      ["string", "citext", '{"$ne":"a"}', '"v"::text IS DISTINCT FROM $1::text', "a"],
      [
        "string",
        "citext",
        '{"$in":["a","b"]}',
        '("v" = ANY($1::text[]::citext[]) AND "v"::text = ANY($2::text[]))',
        ["a", "b"],
        ["a", "b"],
      ],
      [
        "string",
        { type: "citext", collation: "nondeterministic" },
        '"a"',
        '"v"::text COLLATE "C" = $1::text',
        "a",
      ],
      [
        "folded",
        "citext",
        '"A"',
        `(("v" = $1::text::citext OR ${turkish}) AND lower("v"::text COLLATE "C") = $2::text)`,
        "a",
        "a",
      ],
      ["folded", "text", '{"$lt":"A"}', 'lower("v" COLLATE "C") < $1::text', "a"],
      ["folded", { lowerCase: true }, '{"$in":["A"]}', '"v" = ANY($1::text[])', ["a"]],
      ["folded", "text", '{"$contains":"A"}', 'strpos(lower("v" COLLATE "C"), $1::text) > 0', "a"],
      [
        "string",
        { collation: "nondeterministic" },
        '"a"',
        '("v" = $1::text AND "v" COLLATE "C" = $2::text)',
        "a",
        "a",
      ],
      ["string", { collation: "nondeterministic" }, '{"$gt":"a"}', '"v" COLLATE "C" > $1::text', "a"],
      ["string", "name", '{"$lt":"a"}', '"v" < $1::text', "a"],
      ["string", "inet", '"10.0.0.1"', 'abbrev("v") = $1::text', "10.0.0.1"],
      ["string", { type: "uuid", collation: "binary" }, '{"$lt":"a"}', '"v"::text ~<~ $1::text', "a"],
      ["string", { expression: "data ->> 'city'", type: "text" }, '"a"', "(data ->> 'city') = $1::text", "a"],
      // Enums. A text that is no label must not be cast.
      ["enum", "st", '"active"', looksUp("label::text = $1::text"), "active"],
      ["enum", "st", '{"$in":["active"]}', looksUp("label::text = ANY($1::text[])"), ["active"]],
      ["enum", "st", '{"$ne":"active"}', '"v"::text IS DISTINCT FROM $1::text', "active"],
      ["enum", "text", '"active"', '"v" = $1::text', "active"],
      ["string", "st", '{"$gt":"a"}', '"v"::text ~>~ $1::text', "a"],
      // UUIDs.
      ["uuid", "uuid", `"${id}"`, '"v" = $1::uuid', id.toLowerCase()],
      ["uuid", "text", `"${id}"`, 'lower("v" COLLATE "C") = $1::text', id.toLowerCase()],
      ["uuid", { type: "text", lowerCase: true }, `"${id}"`, '"v" = $1::text', id.toLowerCase()],
      // Numbers.
      ["integer", "smallint", "70000", '"v" = $1::bigint', 70000],
      ["integer", "numeric", "5", '"v" = $1::numeric', "5"],
      ["integer", "double precision", "9007199254740993", "FALSE"],
      ["reference", "float8", "5", '"v" = $1::double precision', 5],
      ["integer", "oid", "5", '"v" = $1::oid', "5"],
      ["integer", "oid", "4294967296", "FALSE"],
      ["integer", "oid", '{"$lt":-1}', "FALSE"],
      ["boolean", "integer", "true", '"v" = $1::bigint', 1],
      ["boolean", "boolean", '{"$in":[true]}', '"v" = ANY(ARRAY[$1::boolean])', true],
      ["number", "integer", "1.5", "FALSE"],
      ["number", "numeric(10,2)", "4.35", '"v" = $1::numeric', "4.35"],
      ["number", "numeric(3,-2)", "100000", "FALSE"],
      ["number", "numeric(3,-2)", "99900", '"v" = $1::numeric', "99900"],
      [
        "number",
        "numeric",
        "1",
        '("v" >= $1::numeric AND "v" <= $2::numeric)',
        "0.999999999999999944488848768742172978818416595458984375",
        "1.000000000000000111022302462515654042363166809082031250",
      ],
      ["decimal", "numeric", "0.10", '"v" = $1::numeric', "0.1"],
      ["decimal", "bigint", "0.10", "FALSE"],
      ["decimal", { type: "bigint", scale: 2 }, "19.9", '"v" = $1::bigint', "1990"],
      ["decimal", { type: "numeric", scale: 2 }, "19.9", '"v" = $1::numeric', "1990"],
      // Times.
      [
        "datetime",
        "timestamp without time zone",
        '"2024-01-01T05:30:00+05:30"',
        '"v" = $1::timestamp',
        "2024-01-01T00:00:00.000000Z",
      ],
      ["datetime", "timestamp(0) without time zone", '"2024-01-01T00:00:00.5Z"', "FALSE"],
      [
        "datetime",
        "timestamptz(1)",
        '"2024-01-01T00:00:00.5Z"',
        '"v" = $1::timestamptz',
        "2024-01-01T00:00:00.5Z",
      ],
      [
        "datetime",
        "timestamptz(4)",
        '"2024-01-01T00:00:00.1234Z"',
        '"v" = $1::text::timestamptz',
        "2024-01-01T00:00:00.1234Z",
      ],
      ["datetime", "date", '{"$gt":"2024-01-01T12:00:00Z"}', '"v" > $1::date', "2024-01-01"],
      ["date", "date", '"2024-01-01"', '"v" = $1::date', "2024-01-01"],
      ["date", "date", '"0000-02-29"', '"v" = $1::text::date', "0001-02-29 BC"],
      // Presence.
      ["opaque", "text[]", "null", '"v" IS NULL'],
      ["opaque", "st", '{"$ne":null}', '"v" IS NOT NULL'],
    ]
  const named = expected.map(([kind, column, condition, ...sql]) => ({ kind, column, condition, sql }))
  test.each(named)("$kind in $column: $condition", ({ kind, column, condition, sql }) => {
    const options = typeof column === "string" ? { type: column } : column
    expect(sqlOf(kind, options, condition)).toEqual(sql)
  })

  test.each([
    ["ticket_state", '"ticket_state"'],
    ["Ticket State", '"Ticket State"'],
    ['"Ticket State"', '"Ticket State"'],
    ["other.state", '"other"."state"'],
    ['other."a.""b"', '"other"."a.""b"'],
    ["x; DROP TABLE t; --", '"x; DROP TABLE t; --"'],
    ["x'::text OR true", `"x'::text OR true"`],
  ])("quotes the name of the type %s", (type, quoted) => {
    const [text] = sqlOf("enum", { type }, '"active"')
    expect(text).toContain(`"v"::${quoted} = ANY(ARRAY(SELECT label FROM unnest(enum_range(NULL::${quoted}))`)
  })

  test.each(['a"b', '"a', '"a"b', "a..b", ""])("compares texts if %j is no name of a type", (type) => {
    expect(sqlOf("enum", { type }, '"active"')).toEqual(['"v"::text = $1::text', "active"])
  })
})

describe("a refused column", () => {
  const findingOf = (kind: Kind, column: ColumnOptions) => {
    try {
      sqlOf(kind, column, "null")
    } catch (error) {
      if (error instanceof MappingError) return error.findings[0]
    }
    return undefined
  }

  test.each<readonly [Kind, type: string]>([
    ["number", "real"],
    ["decimal", "float4"],
    ["integer", "real"],
    ["decimal", "double precision"],
    ["integer", "text"],
    ["boolean", "character(1)"],
    ["boolean", "bit(1)"],
    ["datetime", "text"],
    ["datetime", "bigint"],
    ["date", "timestamp with time zone"],
    ["string", "integer"],
    ["string", "text[]"],
    ["enum", "ticket_state[]"],
    ["string", "money"],
    ["string", "bytea"],
    ["uuid", "bigint"],
    ["integer", "ticket_state"],
    ["opaque", "record"],
    ["string", "interval year to month"],
    ["string", "tstzrange"],
    ["enum", "int4range"],
    ["string", "regclass"],
    ["enum", "time"],
  ])("%s in %s", (kind, type) => {
    const finding = findingOf(kind, { type })
    expect(finding).toMatchObject({ severity: "error", code: "column-type", field: "v" })
    expect(finding?.message).toMatch(`A column of type ${type} cannot answer`)
    expect(finding?.hint).toMatch(/^change the column's type to /)
  })

  test.each<readonly [Kind, type: string]>([
    ["number", "numeric()"],
    ["number", "numeric(x)"],
    ["decimal", "numeric(10,)"],
    ["number", "decimal(-5)"],
    ["number", "numeric(99999999999)"],
    ["number", "numeric(10.5,2)"],
    ["number", "numeric(10,2,3)"],
    ["datetime", "timestamp(9)"],
    ["datetime", "timestamp() with time zone"],
    ["datetime", "timestamptz(x)"],
  ])("%s in %s, which is no type of PostgreSQL", (kind, type) => {
    expect(findingOf(kind, { type })).toMatchObject({
      code: "column-type",
      hint: "write the type as the catalog has it: PostgreSQL has no such type",
    })
  })

  test.each(["opaque", "string", "enum"] as const)("%s in jsonb", (kind) => {
    expect(findingOf(kind, { type: "jsonb" })?.hint).toMatch(/expression: "data ->> 'city'"/)
  })

  test("a collation of which nothing is known", () => {
    expect(findingOf("string", { collation: "de_DE" })).toMatchObject({ code: "unknown-collation" })
    expect(findingOf("enum", { type: "st", collation: "de_DE" })).toMatchObject({ code: "unknown-collation" })
  })

  test.each(["timestamptz", "date"])("a storage of date-times in %s", (type) => {
    expect(findingOf("datetime", { type, datetimeStorage: "epoch-millis" })).toMatchObject({
      code: "datetime-storage",
    })
  })
})
