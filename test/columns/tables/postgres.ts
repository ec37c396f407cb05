import { HELD } from "../fields/enum.ts"
import { LOWER_CASE_UUIDS } from "../fields/uuid.ts"
import { answers, type ColumnTable, refused } from "../row.ts"

/** What the pg driver returns for an address: a mask only if it is not that of one host. */
const ADDRESSES = [
  "10.0.0.1",
  "10.0.0.1/32",
  "10.0.0.0/8",
  "::1",
  "::1/64",
  "192.168.1.0/24",
  "::ffff:1.2.3.4",
]
const inC = 'text COLLATE "C"'
const loose = { collation: "nondeterministic" }

const texts = [
  answers("text", "string"),
  answers("text", "fold"),
  answers("text", "enum"),
  answers("text", "opaque"),
  answers("text", "string", { type: "text" }),
  answers("text", "uuid", { type: "text" }),
  answers("text", "uuid", { type: "text", lowerCase: true }, { write: (text) => `lower(${text})` }),
  answers("text", "fold", { lowerCase: true }, { write: (text) => `lower(${text})` }),
  answers(inC, "string", { collation: "binary" }),
  answers(inC, "fold", { collation: "binary" }),
  answers(inC, "string", { type: "text", collation: "C" }),
  answers("text COLLATE english", "string"),
  answers("text COLLATE english", "fold"),
  answers("text COLLATE turkish", "fold"),
  answers("text COLLATE vague", "string", loose),
  answers("text COLLATE vague", "fold", loose),
  answers("text COLLATE vague", "fold"),
  answers("text COLLATE vague", "enum", loose),
  answers("text COLLATE vague", "uuid", { type: "text", ...loose }),
  answers("varchar(20)", "string", { type: "character varying(20)" }),
  answers("varchar(20)", "fold", { type: "varchar(20)" }),
  answers("varchar(10)", "enum", { type: "character varying(10)" }),
  answers("varchar(20) COLLATE vague", "string", { type: "character varying(20)", ...loose }),
  answers("char(5)", "string", { type: "character(5)" }),
  answers("char(5)", "fold", { type: "character(5)" }),
  answers("char(36)", "uuid", { type: "character(36)" }),
  answers("char(10)", "enum", { type: "character(10)" }),
  answers('char(5) COLLATE "C"', "string", { type: "character(5)", collation: "C" }),
  answers("char(5) COLLATE vague", "string", { type: "character(5)", ...loose }),
  answers("bpchar", "string", { type: "bpchar" }),
  answers("citext", "string", { type: "citext" }),
  answers("citext", "fold", { type: "citext" }),
  answers("citext", "enum", { type: "citext" }),
  answers("citext", "uuid", { type: "citext" }),
  answers("citext COLLATE vague", "string", { type: "citext", ...loose }),
  answers("citext COLLATE vague", "fold", { type: "citext", ...loose }),
  answers("name", "string", { type: "name" }),
  answers("name", "fold", { type: "name" }),
  answers("short_text", "string", { type: "text" }),
  answers("short_text", "string", { type: "short_text" }),
  answers("short_text", "fold", { type: "short_text" }),
  answers("short_text", "enum", { type: "text" }),
  answers("email", "string", { type: "citext" }),
  answers("email", "string", { type: "email" }),
  answers(
    "jsonb",
    "string",
    { type: "text", expression: "v ->> 'city'" },
    { write: (text) => `jsonb_build_object('city', ${text}::text)`, read: "v ->> 'city'" },
  ),
  answers(
    "jsonb",
    "fold",
    { expression: "v ->> 'city'" },
    { write: (text) => `jsonb_build_object('city', ${text}::text)`, read: "v ->> 'city'" },
  ),
  answers(
    "jsonb",
    "integer",
    { type: "bigint", expression: "(v ->> 'count')::bigint" },
    { write: (text) => `jsonb_build_object('count', ${text}::bigint)`, read: "v ->> 'count'" },
  ),
]

const enums = [
  answers("ticket_state", "enum", { type: "ticket_state" }),
  answers("ticket_state", "enum", { type: '"ticket_state"' }),
  answers("ticket_state", "string", { type: "ticket_state" }, { values: HELD }),
  answers("ticket_state", "fold", { type: "ticket_state" }, { values: HELD }),
  answers('"Ticket State"', "enum", { type: '"Ticket State"' }),
  answers('"Ticket State"', "enum", { type: "Ticket State" }),
  answers("other.state", "enum", { type: "other.state" }),
  answers("known_state", "enum", { type: "ticket_state" }),
  answers("known_state", "string", { type: "known_state" }, { values: HELD }),
]

const others = [
  answers("uuid", "uuid"),
  answers("uuid", "uuid", { type: "uuid" }),
  answers("uuid", "string", { type: "uuid" }, { values: LOWER_CASE_UUIDS }),
  answers("uuid", "fold", { type: "uuid" }, { values: LOWER_CASE_UUIDS }),
  answers("uuid", "string", { type: "uuid", collation: "binary" }, { values: LOWER_CASE_UUIDS }),
  answers("inet", "string", { type: "inet" }, { values: ADDRESSES, read: "abbrev(v)" }),
  answers("inet", "fold", { type: "inet" }, { values: ADDRESSES, read: "abbrev(v)" }),
  answers("cidr", "string", { type: "cidr" }, { values: ADDRESSES }),
  answers("macaddr", "string", { type: "macaddr" }, { values: ["08:00:2b:01:02:03", "ff:ff:ff:ff:ff:ff"] }),
  answers(
    "xid",
    "string",
    { type: "xid" },
    { values: ["1", "7", "10", "4294967295"], write: (text) => `${text}::xid`, unindexed: true },
  ),
  answers('"char"', "string", { type: '"char"' }, { values: ["a", "A", "b", " ", "1"] }),
  answers("boolean", "boolean"),
  answers("boolean", "boolean", { type: "boolean" }),
  answers("smallint", "boolean", { type: "smallint" }, { write: (text) => `${text}::boolean::int` }),
  answers("integer", "boolean", { type: "integer" }, { write: (text) => `${text}::boolean::int` }),
  answers("bytea", "opaque", { type: "bytea" }, { write: (text) => `convert_to(${text}, 'UTF8')` }),
  answers("text[]", "opaque", { type: "text[]" }, { write: (text) => `ARRAY[${text}]` }),
]

const numbers = [
  answers("bigint", "integer"),
  answers("double precision", "number"),
  answers("numeric", "decimal"),
  answers("bigint", "reference"),
  answers("integer", "reference", { type: "integer" }),
  ...(["smallint", "integer", "bigint", "positive"] as const).flatMap((ddl) => {
    const type = ddl === "positive" ? "integer" : ddl
    return (["integer", "number", "decimal"] as const).map((kind) => answers(ddl, kind, { type }))
  }),
  answers("bigserial", "integer", { type: "bigint" }),
  answers("bigint", "decimal", { type: "bigint", scale: 2 }, { write: cents, read: "(v * 0.01)::text" }),
  answers(
    "numeric(20)",
    "decimal",
    { type: "numeric(20,0)", scale: 2 },
    { write: cents, read: "(v * 0.01)::text" },
  ),
  ...["numeric", "numeric(10,2)", "numeric(5,1)", "numeric(20,0)", "numeric(38,10)", "numeric(3,-2)"].flatMap(
    (type) =>
      (["integer", "reference", "number", "decimal"] as const).map((kind) => answers(type, kind, { type })),
  ),
  answers(
    "numeric(2,4)",
    "number",
    { type: "numeric(2,4)" },
    { values: ["0.0012", "0.0099", "-0.0001", "0"] },
  ),
  answers("amount", "decimal", { type: "numeric(12,2)" }),
  answers("double precision", "number", { type: "double precision" }),
  answers("double precision", "integer", { type: "double precision" }),
  answers("double precision", "reference", { type: "float8" }),
  answers("oid", "integer", { type: "oid" }),
]

/** The column holds amounts of the hundredth part. */
function cents(text: string): string {
  return `CASE WHEN ${text}::numeric * 100 = trunc(${text}::numeric * 100) THEN ${text}::numeric * 100 END`
}

const times = [
  answers("timestamptz", "datetime"),
  answers("date", "date"),
  ...[
    ...["timestamp with time zone", "timestamp(3) with time zone", "timestamp(0) with time zone"],
    ...["timestamptz(4)", "timestamp without time zone", "timestamp(3) without time zone", "timestamp(0)"],
  ].map((type) =>
    answers(
      type,
      "datetime",
      { type },
      {
        write: (text) =>
          type.includes("tz") || type.includes("with time")
            ? `${text}::timestamptz`
            : `${text}::timestamptz AT TIME ZONE 'UTC'`,
      },
    ),
  ),
  answers(
    "date",
    "datetime",
    { type: "date" },
    { write: (text) => `(${text}::timestamptz AT TIME ZONE 'UTC')::date` },
  ),
  answers("date", "date", { type: "date" }),
]

const refusals = [
  refused("column-type", "real", "number", { type: "real" }),
  refused("column-type", "real", "decimal", { type: "real" }),
  refused("column-type", "real", "integer", { type: "real" }),
  refused("column-type", "double precision", "decimal", { type: "double precision" }),
  refused("column-type", "text", "integer", { type: "text" }),
  refused("column-type", "varchar(20)", "reference", { type: "character varying(20)" }),
  refused("column-type", "text", "number", { type: "text" }),
  refused("column-type", "text", "decimal", { type: "text" }),
  refused("column-type", "text", "boolean", { type: "text" }),
  refused("column-type", "char(1)", "boolean", { type: "character(1)" }),
  refused("column-type", "bit(1)", "boolean", { type: "bit(1)" }),
  refused("column-type", "timestamptz", "boolean", { type: "timestamp with time zone" }),
  refused("column-type", "text", "datetime", { type: "text" }),
  refused("column-type", "text", "date", { type: "text" }),
  refused("column-type", "bigint", "datetime", { type: "bigint" }),
  refused("column-type", "integer", "datetime", { type: "integer" }),
  refused("column-type", "timetz", "datetime", { type: "time with time zone" }),
  refused("column-type", "timestamptz", "date", { type: "timestamptz" }),
  refused("column-type", "integer", "string", { type: "integer" }),
  refused("column-type", "integer", "enum", { type: "integer" }),
  refused("column-type", "integer", "uuid", { type: "integer" }),
  refused("column-type", "boolean", "integer", { type: "boolean" }),
  refused("column-type", "uuid", "integer", { type: "uuid" }),
  refused("column-type", "uuid", "reference", { type: "uuid" }),
  refused("column-type", "money", "integer", { type: "money" }),
  refused("column-type", "money", "number", { type: "money" }),
  refused("column-type", "money", "decimal", { type: "money" }),
  refused("column-type", "jsonb", "string", { type: "jsonb" }),
  refused("column-type", "jsonb", "opaque", { type: "jsonb" }),
  refused("column-type", "jsonb", "integer", { type: "jsonb" }),
  refused("column-type", "text[]", "string", { type: "text[]" }),
  refused("column-type", "bytea", "string", { type: "bytea" }),
  { ...refused("column-type", "xml", "string", { type: "xml" }), contents: { unindexed: true as const } },
  refused("column-type", "ticket_state", "integer", { type: "ticket_state" }),
  refused("unknown-collation", "text COLLATE english", "string", { collation: "en-x-icu" }),
  refused("datetime-storage", "timestamptz", "datetime", { datetimeStorage: "epoch-millis" }),
]

export const postgres: ColumnTable = {
  rows: [...texts, ...enums, ...others, ...numbers, ...times, ...refusals],
  pending: [],
}
