import type { FieldTypeName } from "../../../schema/field.ts"
import { bindBoolean, bindComparable } from "../dialect/bind.ts"
import type { ColumnFacts } from "../dialect/column.ts"
import { integersOf, unsignedOf } from "../dialect/decimals.ts"
import type { Refusal } from "../dialect/finding.ts"
import { named } from "../dialect/named.ts"
import { refuseType } from "../dialect/refusals.ts"
import { readTypeName } from "../dialect/type-name.ts"
import type { Answer, Answers } from "./answers.ts"
import { type DuckdbType, plain } from "./column-type.ts"
import { dates, nanoseconds, timestamps } from "./datetimes.ts"
import { enums } from "./enums.ts"
import { decimals, doubles, integersAs, integersWithin } from "./numbers.ts"
import { byText, varchar } from "./texts.ts"

/** The column type of a field whose mapping names none. */
const defaults: Readonly<Record<FieldTypeName, string>> = {
  integer: "BIGINT",
  number: "DOUBLE",
  string: "VARCHAR",
  boolean: "BOOLEAN",
  enum: "VARCHAR",
  datetime: "TIMESTAMPTZ",
  reference: "BIGINT",
  opaque: "VARCHAR",
  uuid: "UUID",
  decimal: "DECIMAL(38,10)",
  date: "DATE",
}

/** How a column holds the values of its field. */
export function columnType(facts: ColumnFacts): DuckdbType | Refusal {
  const { field, type = defaults[field.type] } = facts
  const typeName = readTypeName(type)
  const answers = { ...columnTypes.get(typeName.name), opaque }
  return answers[field.type]?.(facts, typeName) ?? refuseType(facts, type, defaults[field.type])
}

/** Whether two names are names of one type, whatever its arguments. */
export function isSameType(one: string, other: string): boolean {
  const [answers, otherAnswers] = [one, other].map((type) => columnTypes.get(readTypeName(type).name))
  return answers === undefined
    ? readTypeName(one).name === readTypeName(other).name
    : answers === otherAnswers
}

/** Only its presence is tested, and every type can answer that. */
const opaque: Answer = () => plain("VARCHAR", bindComparable)

/** Types by their name in the catalog, and by the names that CREATE TABLE takes too. */
const columnTypes: ReadonlyMap<string, Answers> = /* @__PURE__ */ (() =>
  new Map<string, Answers>([
    ...named(varchar, "varchar", "text", "string", "char", "bpchar"),
    ...named(enums, "enum"),
    ...named({ uuid: () => plain("UUID", bindComparable), string: byText, enum: byText }, "uuid"),
    ...named({ boolean: () => plain("BOOLEAN", bindBoolean) }, "boolean", "bool", "logical"),
    ...named(integersWithin(integersOf(8)), "tinyint", "int1"),
    ...named(integersWithin(integersOf(16)), "smallint", "int2", "short"),
    ...named(integersWithin(integersOf(32)), "integer", "int", "int4", "signed"),
    ...named(integersWithin(integersOf(64)), "bigint", "int8", "long"),
    ...named(integersAs("HUGEINT", integersOf(128)), "hugeint"),
    ...named(integersWithin(unsignedOf(8)), "utinyint"),
    ...named(integersWithin(unsignedOf(16)), "usmallint"),
    ...named(integersWithin(unsignedOf(32)), "uinteger"),
    ...named(integersAs("UBIGINT", unsignedOf(64)), "ubigint"),
    ...named(integersAs("UHUGEINT", unsignedOf(128)), "uhugeint"),
    ...named(decimals, "decimal", "numeric", "dec"),
    ...named(doubles, "double", "double precision", "float8"),
    ...named(dates, "date"),
    ...named(timestamps("TIMESTAMPTZ", 6, "Z"), "timestamp with time zone", "timestamptz"),
    ...named(
      timestamps("TIMESTAMP", 6),
      "timestamp",
      "timestamp without time zone",
      "datetime",
      "timestamp_us",
    ),
    ...named(timestamps("TIMESTAMP_MS", 3), "timestamp_ms"),
    ...named(timestamps("TIMESTAMP_S", 0), "timestamp_s"),
    ...named(nanoseconds, "timestamp_ns"),
  ]))()
