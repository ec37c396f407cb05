import { fold } from "../../../src/filter/fold.ts"
import type { Field, FieldTypeName, Filter } from "../../../src/index.ts"

/** How a peer holds values. Filters and records get the same form. */
export interface Form {
  readonly values: Readonly<Record<FieldTypeName, (value: unknown, field: Field) => unknown>>
  /** The type that the form would have to round. */
  readonly lacks?: FieldTypeName
  /** The digits of a second that a date-time has. */
  readonly digits: number
}

const same = (value: unknown) => value

/** No peer has texts that ignore case, so these are in lower case. Only ASCII letters fold, as the schema declares. */
const text = (value: unknown, { caseSensitive }: Field) =>
  caseSensitive ? value : String(value).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Numbers as long as they are exact, and bigints beyond. */
function integer(value: unknown): number | bigint {
  const exact = BigInt(value as string | number)
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact
}

const idOf = (value: unknown) =>
  integer(typeof value === "object" ? (value as { readonly id: number }).id : value)

const instant = (value: unknown) => new Date(value instanceof Date ? value : String(value).toUpperCase())

/** Objects in memory. A date-time is a Date, as drivers of MongoDB return it. */
export const documents: Form = {
  values: {
    integer,
    number: Number,
    string: text,
    boolean: same,
    enum: same,
    datetime: instant,
    reference: idOf,
    opaque: same,
    uuid: (value) => String(value).toLowerCase(),
    decimal: String,
    date: same,
  },
  lacks: "decimal",
  digits: 3,
}

/** Date-times are texts of one length, whose order is that of time. */
const datetimesAsTexts: Form = {
  ...documents,
  values: { ...documents.values, datetime: (value) => instant(value).toISOString() },
}

/** Objects in memory, for the exports of a builder whose values are texts. */
export const documentsWithTexts = datetimesAsTexts

/** Columns of SQLite, which has neither date-times nor decimals. */
export const sqliteRows = datetimesAsTexts

/** PostgreSQL writes the year 0 as the first year before Christ. */
const withEra = (value: string) => (value.startsWith("0000") ? `0001${value.slice(4)} BC` : value)

/** Columns of PostgreSQL. */
export const postgresRows: Form = {
  values: {
    ...documents.values,
    datetime: (value) =>
      withEra(typeof value === "string" ? value.toUpperCase() : instant(value).toISOString()),
    date: (value) => withEra(String(value)),
  },
  digits: 6,
}

/** A value in a form. Null is null in every form. */
export function inForm(form: Form, field: Field, value: unknown): unknown {
  return value === null || value === undefined ? value : form.values[field.type](value, field)
}

/** Whether the form has every value of the filter exactly. If not, an answer would be that of another filter. */
export function holds(form: Form, filter: Filter): boolean {
  return fold<boolean>(filter, {
    and: (operands) => operands.every(Boolean),
    or: (operands) => operands.every(Boolean),
    condition: (node) => {
      const values = node.kind === "in" ? node.values : [node.value]
      return (
        node.field.type !== form.lacks && values.every((value) => digitsOf(node.field, value) <= form.digits)
      )
    },
  })
}

/** The digits of the second. Other values than date-times have none. */
function digitsOf({ type }: Field, value: unknown): number {
  const [, digits = ""] = (type === "datetime" && /\.(\d+)/.exec(String(value))) || []
  return digits.length
}
