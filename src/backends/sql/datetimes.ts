import type { Comparable } from "../../schema/comparison-form.ts"
import type { Column, Stored } from "./dialect.ts"
import type { SqlValue } from "./fragment.ts"

/** `YYYY-MM-DDTHH:MM:SS.` in a date-time in comparison form; nine digits of a second and `Z` follow. */
const TO_FRACTION = "0000-00-00T00:00:00.".length
const ALL_DIGITS = 9

/** A date-time in comparison form without the digits of a second that a column cannot hold. */
interface Truncated {
  /** `YYYY-MM-DDTHH:MM:SS.` and the digits that are left. There is no `Z`. */
  readonly text: string
  /** Whether only zeros were removed. */
  readonly exact: boolean
}

/** Keeps this many digits of a second. The result is never later than the date-time. */
export function truncate(datetime: Comparable, digits: number): Truncated {
  const text = String(datetime)
  const end = TO_FRACTION + digits
  return { text: text.slice(0, end), exact: Number(text.slice(end, TO_FRACTION + ALL_DIGITS)) === 0 }
}

/** A database type for date-times, which holds microseconds. */
interface NativeDatetimes {
  /** The name of the database. */
  readonly database: string
  /** The name of the type. */
  readonly type: string
  /** Spells `YYYY-MM-DDTHH:MM:SS.ffffff` for the database; undefined if the date-time is before its first one. */
  spell(text: string): SqlValue | undefined
}

/** Binds a date-time in a database that has a type for it. */
export function storeNative(
  datetime: Comparable,
  { datetimeStorage }: Column,
  { database, type, spell }: NativeDatetimes,
): Stored {
  if (datetimeStorage !== undefined)
    throw new TypeError(`${database} stores date-times as ${type}: leave datetimeStorage out of the mapping`)
  const { text, exact } = truncate(datetime, 6)
  const value = spell(text)
  return { value, exact: value !== undefined && exact }
}

/** `YYYY-MM-DD HH:MM:SS.ffffff`, as SQL writes a timestamp. */
export function sqlTimestamp(text: string): string {
  return text.replace("T", " ")
}
