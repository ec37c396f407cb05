import type { FieldTypeName } from "../../../schema/field.ts"
import { quote } from "../../../text/quote.ts"
import { bindComparable } from "../dialect/bind.ts"
import type { ColumnFacts, DatetimeStorage } from "../dialect/column.ts"
import type { Refusal } from "../dialect/finding.ts"
import { refuseCollation } from "../dialect/refusals.ts"
import { one } from "../dialect/stored.ts"
import { type Affinity, affinityOf } from "./affinity.ts"
import type { Form, SqliteType } from "./column-type.ts"
import { storages } from "./datetimes.ts"
import { MISSING_SCALE, refuseScale, scaled, storeDoubleAmongIntegers } from "./numbers.ts"

/** The declared type of a column whose mapping names none. */
const defaults: Readonly<Record<FieldTypeName, string>> = {
  integer: "INTEGER",
  // It holds integers above 2^53 too, which REAL rounds when they are inserted.
  number: "NUMERIC",
  string: "TEXT",
  boolean: "INTEGER",
  enum: "TEXT",
  // It keeps both the texts and the integers of date-times as they are.
  datetime: "DATETIME",
  reference: "INTEGER",
  opaque: "TEXT",
  uuid: "TEXT",
  decimal: "INTEGER",
  date: "TEXT",
}

/** The type to use for a field instead of one that cannot answer. */
const advised: Readonly<Record<FieldTypeName, string>> = /* @__PURE__ */ (() => ({
  ...defaults,
  number: "REAL",
  datetime: "TEXT",
}))()

/** How a column of one affinity answers conditions on a field. */
type Answer = (facts: ColumnFacts, declared: string) => SqliteType | Refusal | undefined

/** How a column of one affinity answers conditions on each type of field. It cannot answer the others. */
type Answers = { readonly [Type in FieldTypeName]?: Answer }

/** How a column holds the values of its field. */
export function columnType(facts: ColumnFacts): SqliteType | Refusal {
  const { field, type = defaults[field.type] } = facts
  const affinity = affinityOf(type)
  const answers = { ...affinities[affinity], opaque }
  return refuseScale(facts, affinity) ?? answers[field.type]?.(facts, type) ?? refuse(facts, type)
}

function refuse({ field }: ColumnFacts, declared: string): Refusal {
  const affinity = affinityOf(declared)
  const name = declared === "" ? "without a type" : `declared as ${declared}`
  return {
    refused: "column-type",
    message: `A column ${name} has the affinity ${affinity} in SQLite, and cannot answer conditions on a field of type ${field.type} exactly`,
    hint: `declare the column as ${advised[field.type]}, or declare another type of field`,
  }
}

const itself = (name: string): string => name
const bare: Form = { operand: itself, collation: "" }
const byBytes: Form = { operand: itself, collation: " COLLATE BINARY" }
const folded: Form = { operand: itself, collation: " COLLATE NOCASE" }
const asInteger: Form = { operand: (name) => `CAST(${name} AS INTEGER)`, collation: "" }

const typeIs =
  (...types: readonly string[]) =>
  (name: string) =>
    `typeof(${name}) IN (${types.map((type) => `'${type}'`).join(", ")})`
const isInteger = /* @__PURE__ */ typeIs("integer")
const isNumber = /* @__PURE__ */ typeIs("integer", "real")
const isText = /* @__PURE__ */ typeIs("text")

/** Values that compare as numbers. */
function numbers(store: SqliteType["store"], expected = isNumber, form = bare): SqliteType {
  return { exact: form, ordered: form, bindsJson: true, store, expected }
}

/** SQLite does not read the digits of a double back from JSON exactly in every version. */
function doubles(store: SqliteType["store"]): SqliteType {
  return { ...numbers(store), bindsJson: false }
}

/** What is known of the collations that a mapping may name. */
const collations: ReadonlyMap<string | undefined, "binary" | "loose"> = /* @__PURE__ */ new Map([
  [undefined, "binary"],
  ["binary", "binary"],
  ["BINARY", "binary"],
  ["nondeterministic", "loose"],
  ["NOCASE", "loose"],
  ["RTRIM", "loose"],
])

/** Texts. The value is bound as it is: NOCASE folds both sides of a comparison. */
function texts(
  { collation: named }: ColumnFacts,
  form: Form,
  expected: SqliteType["expected"] = isText,
): SqliteType | Refusal {
  const collation = collations.get(named)
  if (collation === undefined) return refuseCollation(String(named), COLLATION_HINT)
  return {
    exact: form,
    ...(collation === "loose" && form === byBytes && { indexed: bare }),
    ordered: form,
    bindsJson: true,
    store: (_, value) => one(value),
    expected,
  }
}

const COLLATION_HINT =
  'write "BINARY", "NOCASE" or "RTRIM", or "nondeterministic" for a collation of your own in which a text equals itself'

const string: Answer = (facts) => texts(facts, facts.field.caseSensitive ? byBytes : folded)

/** It has no letters but hexadecimal digits, so that NOCASE makes exactly the texts of one UUID equal. */
const uuid: Answer = (facts) => {
  const digit = facts.lowerCase ? "[0-9a-f]" : "[0-9a-fA-F]"
  const pattern = [8, 4, 4, 4, 12].map((count) => digit.repeat(count)).join("-")
  return texts(
    facts,
    facts.lowerCase ? byBytes : folded,
    (name) => `${isText(name)} AND ${name} GLOB '${pattern}'`,
  )
}

const date: Answer = (facts) => texts(facts, byBytes, (name) => `${name} GLOB '${storages.date.pattern}'`)

const integer: Answer = ({ scale }) => (scale === undefined ? numbers(bindComparable) : scaledIntegers(scale))

function scaledIntegers(scale: number): SqliteType {
  return numbers(scaled(scale).storeDecimal, isInteger)
}

const decimal: Answer = ({ scale }) => (scale === undefined ? MISSING_SCALE : scaledIntegers(scale))

const boolean: Answer = () => numbers(bindComparable, (name) => `${name} IN (0, 1)`)

/** Digits as texts. Their order is the one of integers, which no index on the texts has. */
const digits: Answer = (facts) => {
  const text = texts(facts, byBytes, (name) => `${name} = CAST(CAST(${name} AS INTEGER) AS TEXT)`)
  if ("refused" in text) return text
  return { ...text, ordered: asInteger, store: (comparable) => one(String(comparable)) }
}

/** Integers as numbers or as texts. */
const castInteger: Answer = () =>
  numbers(
    bindComparable,
    (name) => `${name} = CAST(CAST(${name} AS INTEGER) AS TEXT) OR ${isInteger(name)}`,
    asInteger,
  )

/** Enums in a column that makes numbers of texts. A label that is no number remains the text that it is. */
const labels: Answer = (facts) => (facts.field.values?.some(looksNumeric) ? undefined : texts(facts, byBytes))

function looksNumeric(label: string): boolean {
  return /^\s*[-+]?\.?\d/.test(label)
}

/** Date-times in a column that keeps texts, integers or both as they are. */
function datetimes(keeps: { readonly texts?: true; readonly integers?: true }): Answer {
  return (facts, declared) => {
    const { datetimeStorage = "iso-millis" } = facts
    const { isText, pattern, store } = storages[datetimeStorage]
    if (isText ? !keeps.texts : !keeps.integers) return refuseStorage(datetimeStorage, isText, declared)
    if (!isText) return numbers(store, isInteger)
    const text = texts(facts, byBytes, (name) => `${name} GLOB '${pattern}'`)
    return "refused" in text ? text : { ...text, store, hint: datetimeHint }
  }
}

/** SQLite reads the date-times that it writes itself, and many that programs write. */
function datetimeHint(name: string): string {
  return `correct the value, set datetimeStorage, or map the expression strftime('%Y-%m-%dT%H:%M:%fZ', ${name}) with the type TEXT`
}

function refuseStorage(storage: DatetimeStorage, isText: boolean, declared: string): Refusal {
  const [holds, other] = isText
    ? ["texts", '"epoch-millis" or another']
    : ["integers", '"iso-millis" or another']
  return {
    refused: "datetime-storage",
    message: `A column declared as ${declared} does not keep the ${holds} of the datetimeStorage ${quote(storage)} as they are`,
    hint: `set datetimeStorage to ${other} that the column holds`,
  }
}

/** What every affinity but BLOB keeps as text. */
const keptTexts: Answers = { uuid, date }

const wholeNumbers: Answers = { integer, reference: integer, boolean }

const affinities: Readonly<Record<Affinity, Answers>> = /* @__PURE__ */ (() => ({
  INTEGER: {
    ...wholeNumbers,
    number: ({ scale }) =>
      scale === undefined ? doubles(storeDoubleAmongIntegers) : numbers(scaled(scale).storeDouble, isInteger),
    decimal,
    datetime: datetimes({ integers: true }),
  },
  TEXT: {
    ...keptTexts,
    string,
    enum: string,
    integer: digits,
    reference: digits,
    datetime: datetimes({ texts: true }),
  },
  // It keeps every value as it is. A UUID may be a text or 16 bytes there.
  BLOB: {
    date,
    string,
    enum: string,
    integer: castInteger,
    reference: castInteger,
    boolean,
    datetime: datetimes({ texts: true }),
  },
  REAL: { ...wholeNumbers, number: () => doubles(bindComparable) },
  // UUIDs, dates and texts of date-times are no numbers, so that it keeps them.
  NUMERIC: {
    ...wholeNumbers,
    ...keptTexts,
    number: () => doubles(storeDoubleAmongIntegers),
    enum: labels,
    decimal: () => MISSING_SCALE,
    datetime: datetimes({ texts: true, integers: true }),
  },
}))()

/** Only its presence is tested, and every column can answer that. */
const opaque: Answer = () => numbers(bindComparable, () => "1 = 1")
