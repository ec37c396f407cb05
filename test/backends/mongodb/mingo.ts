import { Query } from "mingo"
import { type Filter, FilterError, type Operator } from "../../../src/index.ts"
import { type MongoFields, toMongo } from "../../../src/mongodb.ts"
import { sortableDecimal } from "../../../src/text/decimal.ts"
import { type Person, people } from "../../conformance/people.ts"

type Document = Readonly<Record<string, unknown>>

/** The stored form of a value that is not null. */
type Form = (value: never) => unknown

/**
 * The form in which a collection stores a person: Dates, UUIDs in lower case, and the ids of references.
 *
 * @param number the form of integers
 * @param decimal the form of decimals
 */
function documentOf(person: Person, number: Form, decimal: Form): Document {
  const forms: Readonly<Record<string, Form>> = {
    id: number,
    count: number,
    rank: number,
    size: number,
    price: decimal,
    seenAt: dateOf,
    at: dateOf,
    ref: lowerCase,
    owner: idOf,
  }
  const stored = (record: object): Document =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => {
        if (Array.isArray(value)) return [name, value.map(stored)]
        if (value === null || value === undefined) return [name, value]
        if (name === "company") return [name, stored(value as object)]
        return [name, (forms[name] ?? same)(value as never)]
      }),
    )
  return stored(person)
}

const same: Form = (value) => value
const lowerCase = (ref: string) => ref.toLowerCase()
const idOf = (owner: NonNullable<Person["owner"]>) => Number(typeof owner === "object" ? owner.id : owner)
const dateOf = (value: string | Date) => (typeof value === "string" ? new Date(value.toUpperCase()) : value)

/** The usual form, which mingo can hold if no integer is beyond 2^53. It has no decimals. */
export const usualDocument = (person: Person): Document => documentOf(person, Number, same)

/** mingo has no 64-bit integers. These texts have their order. */
function ordinal(value: number | bigint | string): string {
  return String(BigInt(value) + 2n ** 63n).padStart(20, "0")
}

/** mingo has no decimals of 34 digits. These texts have their order. */
function decimalText(value: number | string): string {
  return String(sortableDecimal(String(value)))
}

/** The stored forms of {@link comparableDocument}. */
export const comparableFields: MongoFields<typeof people> = {
  id: { convert: ordinal },
  count: { convert: ordinal },
  "tags.rank": { convert: ordinal },
  "company.size": { convert: ordinal },
  price: { convert: decimalText },
}

/**
 * mingo orders texts by UTF-16 unit, and MongoDB by code point. This exchanges the units, so that the order of the units
 * is that of the code points. Texts stay equal, and a part of a text stays its part.
 */
function inCodePointOrder<Value>(value: Value): Value
function inCodePointOrder(value: unknown): unknown {
  if (typeof value === "string")
    return value.replace(/[\ud800-\uffff]/g, (unit) => {
      const code = unit.charCodeAt(0)
      return String.fromCharCode(code < 0xe000 ? code + 0x2000 : code - 0x800)
    })
  if (Array.isArray(value)) return value.map(inCodePointOrder)
  if (typeof value !== "object" || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inCodePointOrder(inner)]))
}

/** Which of the documents in the usual form match, by mingo as it is. */
export function foundAsUsual(filter: Filter<typeof people>, records: readonly Person[]): number[] {
  const query = new Query(toMongo(filter))
  return records.filter((person) => query.test(usualDocument(person))).map(({ id }) => id)
}

/** Which of the documents match, by mingo, in forms that it compares as MongoDB compares the usual forms. */
export function found(filter: Filter<typeof people>, records: readonly Person[]): number[] {
  const query = new Query(inCodePointOrder(toMongo(filter, { fields: comparableFields })))
  const document = (person: Person) => inCodePointOrder(documentOf(person, ordinal, decimalText))
  return records.filter((person) => query.test(document(person))).map(({ id }) => id)
}

/** Whether MongoDB cannot express the filter: it orders a field that ignores case, or has a decimal of more than 34 digits. */
export function isRefused(filter: Filter): boolean {
  if (filter.kind === "and" || filter.kind === "or") return filter.operands.some(isRefused)
  if (!filter.field.caseSensitive && orders.includes(filter.operator)) return true
  if (filter.field !== people.fields.get("price")) return false
  const values = filter.kind === "in" ? filter.values : [filter.value]
  return values.some(
    (value) => (/[1-9](?:\d*[1-9])?/.exec(String(value).replace(".", ""))?.[0].length ?? 0) > 34,
  )
}

const orders: readonly Operator[] = ["$lt", "$lte", "$gt", "$gte"]

/** Whether compiling the filter throws a FilterError. */
export function refuses(filter: Filter<typeof people>): boolean {
  try {
    toMongo(filter, { fields: comparableFields })
    return false
  } catch (error) {
    if (error instanceof FilterError) return true
    throw error
  }
}
