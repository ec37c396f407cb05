import type { Field, FieldTypeName } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { sortableDatetime } from "../../text/datetime.ts"
import { quote } from "../../text/quote.ts"
import { tagOf } from "../../text/tag.ts"
import { type AnyMongoFields, optionsOf } from "./fields.ts"
import { refusal } from "./refusal.ts"

/** The stored form of a value. */
export interface Stored {
  readonly value: unknown
  /** Whether no document can have the value itself. `value` is then the greatest value below it. */
  readonly isBelow?: true
}

/** How MongoDB stores the values of a type. */
interface Storage {
  /** The usual stored form. */
  readonly usual: (value: Value, field: Field) => Stored
  /** The most digits that a stored value has. */
  readonly mostDigits?: number
}

const asItIs: Storage = { usual: (value) => ({ value }) }

const storages: Readonly<Record<FieldTypeName, Storage>> = {
  integer: asItIs,
  number: asItIs,
  string: asItIs,
  boolean: asItIs,
  enum: asItIs,
  datetime: { usual: date },
  reference: asItIs,
  opaque: asItIs,
  uuid: asItIs,
  decimal: { usual: noDecimal, mostDigits: 34 },
  date: asItIs,
}

/** A Date has milliseconds, and a filter has nanoseconds. */
function date(value: Value): Stored {
  const sortable = sortableDatetime(String(value))
  const stored = new Date(`${sortable.slice(0, 23)}Z`)
  return sortable.endsWith("000000Z") ? { value: stored } : { value: stored, isBelow: true }
}

function noDecimal(_value: Value, { name }: Field): never {
  throw new TypeError(
    `The decimal ${quote(name)} needs the option convert, such as (value) => Decimal128.fromString(value)`,
  )
}

/**
 * The stored form of a value of a field.
 *
 * @throws FilterError if no document can have the value
 */
export function storedForm(value: Value | null, field: Field, fields: AnyMongoFields): Stored {
  if (value === null) return { value }
  const { usual, mostDigits } = storages[field.type]
  if (mostDigits !== undefined && digitsOf(String(value)) > mostDigits)
    throw refusal(field, `has ${mostDigits} digits at most`, "round the value")
  const { convert } = optionsOf(field.name, fields)
  if (convert === undefined) return usual(value, field)
  // Null would be another condition.
  const converted = convert(value) ?? undefined
  if (converted === undefined)
    throw refusal(field, "cannot have this value", "write a value that a record may have")
  if (!isStorable(converted))
    throw new TypeError(`The option convert of ${quote(field.name)} must return a value to store`)
  return { value: converted }
}

/** A promise would be an empty document, from which all values differ. A RegExp would be a pattern. */
function isStorable(value: unknown): boolean {
  const tag = tagOf(value)
  return !(
    /Function|RegExp|Symbol/.test(tag) ||
    (tag === "Date" && Number.isNaN(Number(value))) ||
    typeof Object(value).then === "function"
  )
}

/** The digits of a decimal between the zeros at both ends. */
function digitsOf(canonical: string): number {
  return canonical.replace(/[-.]/g, "").replace(/^0+|0+$/g, "").length
}
