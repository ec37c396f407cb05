import type { Field, FieldTypeName } from "../../../schema/field.ts"
import { entryOf } from "../../../text/entry-of.ts"
import { quote } from "../../../text/quote.ts"
import { booleans } from "./boolean.ts"
import { dates, dateTimes } from "./date.ts"
import type { FilterKind } from "./filter-kind.ts"
import { bigints, numbers } from "./number.ts"
import { texts } from "./text.ts"

/** The filters that fit a field, by the name that AG Grid writes as `filterType`. */
const kinds: Readonly<Record<FieldTypeName, Readonly<Record<string, FilterKind>>>> = {
  integer: { number: numbers, bigint: bigints },
  number: { number: numbers },
  string: { text: texts },
  boolean: { text: booleans, boolean: booleans },
  enum: { text: texts },
  datetime: { date: dates, dateString: dates, dateTime: dateTimes, dateTimeString: dateTimes },
  reference: { number: numbers, bigint: bigints },
  opaque: {},
  uuid: { text: texts },
  decimal: { number: numbers },
  date: { date: dates, dateString: dates },
}

/** The filter of this name, or the reason why it does not fit the field. */
export function kindFor({ name, type }: Field, filterType: string): FilterKind | string {
  return (
    entryOf(kinds[type], filterType) ??
    `a filter ${quote(filterType)} does not fit field ${name} of type ${type}`
  )
}
