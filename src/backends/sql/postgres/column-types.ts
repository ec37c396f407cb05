import type { FieldTypeName } from "../../../schema/field.ts"
import { bindComparable } from "../dialect/bind.ts"
import type { ColumnFacts } from "../dialect/column.ts"
import type { Refusal } from "../dialect/finding.ts"
import { named } from "../dialect/named.ts"
import { refuseType } from "../dialect/refusals.ts"
import { readTypeName } from "../dialect/type-name.ts"
import type { Answer, PostgresType } from "./column-type.ts"
import { boolean, double, integers, numeric, oid } from "./numbers.ts"
import { plain } from "./plain.ts"
import { asTextOnly, character, citext, inet, name, text } from "./texts.ts"
import { date, timestamps } from "./times.ts"
import { userType } from "./user-type.ts"

/** The column type of a field whose mapping names none. */
const defaults: Readonly<Record<FieldTypeName, string>> = {
  integer: "bigint",
  number: "double precision",
  string: "text",
  boolean: "boolean",
  enum: "text",
  datetime: "timestamp with time zone",
  reference: "bigint",
  opaque: "text",
  uuid: "uuid",
  decimal: "numeric",
  date: "date",
}

/** How a column of one type answers conditions on each type of field. It cannot answer the others. */
type Answers = { readonly [Type in FieldTypeName]?: Answer }

/** How a column holds the values of its field. */
export function columnType(facts: ColumnFacts): PostgresType | Refusal {
  const { field, type = defaults[field.type] } = facts
  const typeName = readTypeName(type)
  const { name, args } = typeName
  if (args.length > 0 && typeArguments.get(name)?.test(args.join()) === false)
    return refuse(facts, type, "write the type as the catalog has it: PostgreSQL has no such type")
  const answers = name.endsWith("]") ? {} : (columnTypes.get(name) ?? userType)
  const every: Answers = { opaque, ...answers }
  return every[field.type]?.({ ...facts, type }, typeName) ?? refuse(facts, type)
}

function refuse(facts: ColumnFacts, type: string, hint?: string): Refusal {
  return refuseType(facts, type, defaults[facts.field.type], hint)
}

/** Only its presence is tested. */
const opaque: Answer = () => plain("text", bindComparable)

const json: Answer = (facts) =>
  refuse(
    facts,
    String(facts.type),
    `map the field to a part of it, such as expression: "data ->> 'city'", whose type is text`,
  )

/** Drivers return the JSON value null as they return NULL, and PostgreSQL tells the two apart. */
const jsonAnswers: Answers = { opaque: json, string: json, enum: json }

const INTERVALS = [
  ...["year", "month", "day", "hour", "minute", "second", "year to month", "day to hour", "day to minute"],
  ...["day to second", "hour to minute", "hour to second", "minute to second"],
]

const RANGES = ["int4", "int8", "num", "date", "ts", "tstz"]

/** What may stand in the parentheses of a type, where it decides which values the column holds. */
const typeArguments: ReadonlyMap<string, RegExp> = /* @__PURE__ */ (() =>
  new Map([
    ...["numeric", "decimal"].map((name) => [name, /^[1-9]\d{0,3}(,-?\d{1,4})?$/] as const),
    ...["timestamp with time zone", "timestamp without time zone", "timestamptz", "timestamp"].map(
      (name) => [name, /^[0-6]$/] as const,
    ),
  ]))()

const columnTypes: ReadonlyMap<string, Answers> = /* @__PURE__ */ (() =>
  new Map<string, Answers>([
    ...named(text, "text", "varchar", "character varying"),
    ...named(character, "character", "char", "bpchar"),
    ...named(citext, "citext"),
    ...named(name, "name"),
    ...named(integers(16), "smallint", "int2", "smallserial"),
    ...named(integers(32), "integer", "int4", "int", "serial"),
    ...named(integers(64), "bigint", "int8", "bigserial"),
    ...named(oid, "oid"),
    ...named(numeric, "numeric", "decimal"),
    ...named(double, "double precision", "float8"),
    ...named({ boolean }, "boolean", "bool"),
    ...named(timestamps("timestamptz"), "timestamp with time zone", "timestamptz"),
    ...named(timestamps("timestamp"), "timestamp without time zone", "timestamp"),
    ...named(date, "date"),
    ...named({ ...asTextOnly, uuid: () => plain("uuid", bindComparable) }, "uuid"),
    ...named(inet, "inet"),
    ...named(asTextOnly, "cidr", "macaddr", "macaddr8", "xid", "xid8", '"char"'),
    ...named(jsonAnswers, "json", "jsonb"),
    // A composite value with nulls only is null in SQL, and drivers return a text.
    ...named<Answers>({ opaque: (facts) => refuse(facts, String(facts.type)) }, "record"),
    ...named(
      {},
      ...["real", "float4", "money", "bytea", "xml", "bit", "bit varying", "varbit", "tsvector", "tsquery"],
      ...["time with time zone", "time without time zone", "timetz", "time", "pg_lsn", "jsonpath"],
    ),
    // Settings of the session decide about their texts.
    ...named({}, ...["interval", ...INTERVALS.map((fields) => `interval ${fields}`)]),
    ...named({}, ...RANGES.flatMap((of) => [`${of}range`, `${of}multirange`])),
    ...named({}, "point", "line", "lseg", "box", "path", "polygon", "circle"),
    ...named({}, "regclass", "regtype", "regproc", "regprocedure", "regoper", "regoperator", "regrole"),
    ...named({}, "regnamespace", "regconfig", "regdictionary", "regcollation"),
  ]))()
