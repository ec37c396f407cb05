import type { FieldTypeName } from "../../../schema/field.ts"
import { quote } from "../../../text/quote.ts"
import { bindBoolean, bindComparable } from "../dialect/bind.ts"
import type { ColumnFacts } from "../dialect/column.ts"
import { refuseStorage, storeDatetime, storeMidnight } from "../dialect/datetimes.ts"
import {
  type Decimals,
  decimalsOf,
  integersOf,
  storeDecimal,
  storeDouble,
  storeDoubleUnscaled,
} from "../dialect/decimals.ts"
import { ORDER } from "../dialect/dialect.ts"
import { storeIntegerAsDouble } from "../dialect/doubles.ts"
import type { Refusal } from "../dialect/finding.ts"
import { foldByTranslate } from "../dialect/fold-ascii.ts"
import { inDoubleQuotes } from "../dialect/quoting.ts"
import { none, one } from "../dialect/stored.ts"
import { readTypeName, type TypeName } from "../dialect/type-name.ts"
import type { Form, PostgresType } from "./column-type.ts"

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

/** How a column of one type answers conditions on a field. */
type Answer = (facts: ColumnFacts, type: TypeName) => PostgresType | Refusal

/** How a column of one type answers conditions on each type of field. It cannot answer the others. */
type Answers = { readonly [Type in FieldTypeName]?: Answer }

/** How a column holds the values of its field. */
export function columnType(facts: ColumnFacts): PostgresType | Refusal {
  const { field, type = defaults[field.type] } = facts
  const typeName = readTypeName(type)
  const answers = columnTypes.get(typeName.name) ?? userType
  return { ...answers, opaque }[field.type]?.(facts, typeName) ?? refuse(facts, type)
}

function refuse({ field }: ColumnFacts, type: string): Refusal {
  return {
    refused: "column-type",
    message: `A column of type ${type} cannot answer conditions on a field of type ${field.type} exactly`,
    hint: `change the column's type to ${defaults[field.type]}, or declare another type of field`,
  }
}

const bare = (name: string) => name
const asText = (name: string) => `${name}::text`

/** A type whose values compare in one form. */
function plain(cast: string, store: PostgresType["store"], needsText?: Form["needsText"]): PostgresType {
  const form: Form = { operand: bare, cast, ...(needsText !== undefined && { needsText }) }
  return { exact: form, ordered: form, order: ORDER, store }
}

const always = () => true

/** Only its presence is tested, and every type can answer that. */
const opaque: Answer = () => plain("text", bindComparable)

/** The pattern operators compare bytes under every collation, and the order of UTF-8 bytes is code point order. */
const TEXT_ORDER = {
  $lt: "~<~",
  $lte: "~<=~",
  $gt: "~>~",
  $gte: "~>=~",
} as const satisfies PostgresType["order"]

/** What is known of the collations that a mapping may name. */
const collations: ReadonlyMap<string | undefined, "binary" | "nondeterministic" | "deterministic"> =
  /* @__PURE__ */ new Map([
    [undefined, "deterministic"],
    ["nondeterministic", "nondeterministic"],
    ["binary", "binary"],
    ["C", "binary"],
    ["POSIX", "binary"],
    ["ucs_basic", "binary"],
  ])

function refuseCollation(collation: string): Refusal {
  return {
    refused: "unknown-collation",
    message: `How the collation ${quote(collation)} compares is not known`,
    hint: `write "binary" or "nondeterministic", or nothing for a collation in which only identical texts are equal`,
  }
}

/** Texts in a column of type text or varchar, or in a form that is cast to text. */
function texts(
  { field, collation: named }: ColumnFacts,
  toText: (name: string) => string,
): PostgresType | Refusal {
  const collation = collations.get(named)
  if (collation === undefined) return refuseCollation(String(named))
  const folded = field.caseSensitive ? toText : (name: string) => foldByTranslate(toText(name))
  const indexed: Form = { operand: folded, cast: "text" }
  const isLoose = collation === "nondeterministic"
  return {
    exact: isLoose ? { operand: (name) => `${folded(name)} COLLATE "C"`, cast: "text" } : indexed,
    ...(isLoose && { indexed }),
    ordered: indexed,
    order: collation === "binary" ? ORDER : TEXT_ORDER,
    store: bindComparable,
  }
}

const text: Answers = { string: (facts) => texts(facts, bare), enum: (facts) => texts(facts, bare) }

const byText: Answer = (facts) => texts(facts, asText)

/** A type that is no text, compared by its text. No index serves that. */
const asTextOnly: Answers = { string: byText, enum: byText }

const isBoolean: Answer = () => ({ ...plain("boolean", bindBoolean), bindsItems: true })

/** Integers of this many bits. The parameter is always a bigint: an index on a smaller type serves it too. */
function integers(bits: number): Answers {
  const bigint = plain("bigint", bindComparable)
  const range = integersOf(bits)
  return {
    integer: () => bigint,
    reference: () => bigint,
    boolean: () => bigint,
    number: () => plain("bigint", (double) => storeDouble(Number(double), range)),
    decimal: () => plain("bigint", (_, decimal) => storeDecimal(String(decimal), range)),
  }
}

/** The decimals of a column, from `numeric(10,2)`. Without a precision, it holds any number of digits. */
function decimals({ args: [precision, scale = "0"] }: TypeName): Decimals | undefined {
  return precision === undefined ? undefined : decimalsOf(Number(precision), Number(scale))
}

const numeric: Answers = {
  decimal: (_, type) => {
    const held = decimals(type)
    return plain("numeric", (_, value) =>
      held === undefined ? one(String(value)) : storeDecimal(String(value), held),
    )
  },
  integer: () => plain("numeric", (integer) => one(String(integer))),
  reference: () => plain("numeric", (integer) => one(String(integer))),
  number: (_, type) => {
    const held = decimals(type)
    return plain("numeric", (double) =>
      held === undefined ? storeDoubleUnscaled(Number(double)) : storeDouble(Number(double), held),
    )
  },
}

/** PostgreSQL has no year 0. It calls the year before 1 "1 BC". */
function withEra(text: string, zone: string): string {
  return text.startsWith("0000") ? `0001${text.slice(4)}${zone} BC` : text + zone
}

/** Date-times. `timestamp(3)` holds three digits of a second, `timestamp` six. */
function timestamps(type: string, zone: "Z" | "", needsText: Form["needsText"]): Answers {
  return {
    datetime: (facts, { args: [digits = "6"] }) =>
      refuseStorage(facts, "PostgreSQL", "timestamptz") ??
      plain(
        type,
        (datetime) => storeDatetime(datetime, Number(digits), (text) => withEra(text, zone)),
        needsText,
      ),
  }
}

// A driver may make a Date of the text, as postgres.js does, and a Date holds milliseconds.
const timestamptz = timestamps("timestamptz", "Z", (value) => !/\.\d{3}(?:000)?Z$/.test(String(value)))
// A Date of a text without a zone is in the zone of the process.
const timestamp = timestamps("timestamp", "", always)

const date: Answers = {
  date: () => plain("date", (day) => one(withEra(String(day), "")), always),
  // The day of a date begins at midnight in UTC, whatever the session's time zone.
  datetime: () => plain("date", (datetime) => storeMidnight(datetime, (day) => withEra(day, "")), always),
}

const columnTypes: ReadonlyMap<string, Answers> = /* @__PURE__ */ new Map<string, Answers>([
  ...named(text, "text", "varchar", "character varying"),
  ...named(asTextOnly, "name"),
  ...named(integers(16), "smallint", "int2", "smallserial"),
  ...named(integers(32), "integer", "int4", "int", "serial"),
  ...named(integers(64), "bigint", "int8", "bigserial"),
  ...named(numeric, "numeric", "decimal"),
  ...named(
    {
      number: () => plain("double precision", bindComparable),
      integer: () => plain("double precision", storeIntegerAsDouble),
      reference: () => plain("double precision", storeIntegerAsDouble),
    },
    "double precision",
    "float8",
  ),
  ...named({}, "real", "float4", "money", "bytea", "xml", "json", "jsonb"),
  ...named({ boolean: isBoolean }, "boolean", "bool"),
  ...named(timestamptz, "timestamp with time zone", "timestamptz"),
  ...named(timestamp, "timestamp without time zone", "timestamp"),
  ...named(date, "date"),
  ...named({ ...asTextOnly, uuid: () => plain("uuid", bindComparable) }, "uuid"),
])

function named(answers: Answers, ...names: readonly string[]): (readonly [string, Answers])[] {
  return names.map((name) => [name, answers])
}

/** A type that the user created. It is taken for an enum. */
const userType: Answers = {
  string: byText,
  enum: ({ labels, type = "" }) =>
    plain(typeIdentifier(type), (label) =>
      labels === undefined || labels.includes(String(label)) ? one(label) : none(),
    ),
}

/** A type's name in quotes. The catalog prints a name in quotes if it is in upper case. */
function typeIdentifier(type: string): string {
  return type.includes('"') ? type : type.split(".").map(inDoubleQuotes).join(".")
}
