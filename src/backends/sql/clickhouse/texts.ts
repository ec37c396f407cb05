import { quote } from "../../../text/quote.ts"
import { bindComparable } from "../dialect/bind.ts"
import type { ColumnFacts } from "../dialect/column.ts"
import type { Refusal } from "../dialect/finding.ts"
import type { SqlValue } from "../dialect/fragment.ts"
import type { TypeName } from "../dialect/type-name.ts"
import type { ClickhouseType, Form } from "./column-type.ts"
import { labelsIn } from "./enum-labels.ts"

/** ClickHouse compares bytes, whatever a mapping says. */
const collations: ReadonlySet<string | undefined> = /* @__PURE__ */ new Set([
  undefined,
  "binary",
  "nondeterministic",
])

/** How a type of column is compared as text. */
interface TextForms {
  /** The column in its own type, if that is compared with texts and has their order. */
  readonly ordered?: Form["operand"]
  /** The column as a text. */
  readonly text: Form["operand"]
  /** The column in its own type, and the values that it can hold. It is compared for equality where case counts. */
  readonly native?: Form
}

/** Texts. Where letters' case does not count, lower() folds A to Z and no other letters. */
function texts(
  { field, collation }: ColumnFacts,
  { text, ordered = text, native }: TextForms,
): ClickhouseType | Refusal {
  if (!collations.has(collation))
    return {
      refused: "unknown-collation",
      message: `ClickHouse has no collations of columns, and the mapping names ${quote(String(collation))}`,
      hint: "leave collation out of the mapping",
    }
  const form = (operand: Form["operand"]): Form => ({
    operand: field.caseSensitive ? operand : (name) => `lower(${operand(name)})`,
    parameter: "String",
  })
  const comparable = form(ordered)
  const exact = field.caseSensitive ? native : undefined
  return {
    equality: exact ?? comparable,
    list: exact ?? comparable,
    ordered: comparable,
    text: form(text),
    store: bindComparable,
  }
}

const bare = (name: string) => name
const asText = (name: string) => `toString(${name})`

/** A column of type String. */
export function textColumn(facts: ColumnFacts): ClickhouseType | Refusal {
  return texts(facts, { text: bare })
}

/** A column that is compared by its text. The primary key does not serve that. */
export function byText(facts: ColumnFacts): ClickhouseType | Refusal {
  return texts(facts, { text: asText })
}

/** A column of type FixedString, which fills a text with U+0000. Comparisons ignore that, and functions do not. */
export function fixedText(facts: ColumnFacts, { args: [length] }: TypeName): ClickhouseType | Refusal {
  const bytes = Number(length)
  const withoutNul = (name: string) => `toStringCutToZero(${name})`
  const native: Form = { operand: bare, parameter: "String", holds: (text) => bytesOf(text) <= bytes }
  // lower() keeps the type, and a list in it cannot have a longer text.
  return texts(facts, { text: withoutNul, ...(facts.field.caseSensitive && { ordered: bare, native }) })
}

function bytesOf(text: SqlValue): number {
  return new TextEncoder().encode(String(text)).length
}

/** A column of type Enum. Equality is tested in its own type, and order by the labels' texts. */
export function enumText(facts: ColumnFacts, type: TypeName): ClickhouseType | Refusal {
  const labels = new Set<SqlValue>(labelsIn(type))
  return texts(facts, {
    text: asText,
    native: { operand: bare, parameter: "String", holds: (label) => labels.has(label) },
  })
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** Texts in a column of type UUID. It has the order of its last digits. */
export function uuidText(facts: ColumnFacts): ClickhouseType | Refusal {
  return texts(facts, {
    text: asText,
    native: { operand: bare, parameter: "UUID", holds: (text) => UUID.test(String(text)) },
  })
}

/** UUIDs in a column of texts. */
export function textOfUuid(facts: ColumnFacts): ClickhouseType {
  const form: Form = {
    operand: facts.lowerCase ? bare : (name) => `lower(${name})`,
    parameter: "String",
  }
  return { equality: form, list: form, ordered: form, text: form, store: bindComparable }
}
