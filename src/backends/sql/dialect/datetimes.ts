import type { Comparable } from "../../../schema/comparison-form.ts"
import type { Column, Stored } from "./dialect.ts"
import type { SqlValue } from "./fragment.ts"

/** The length of `YYYY-MM-DDTHH:MM:SS.ffffff`. */
const TO_MICROSECONDS = 26

/**
 * Binds a date-time in a database that has a type for date-times, with microseconds.
 *
 * @param database the name of the database
 * @param type the name of the type
 * @param spell writes `YYYY-MM-DDTHH:MM:SS.ffffff` for the database; undefined if the type has no date-time so early
 */
export function storeNative(
  datetime: Comparable,
  { datetimeStorage }: Column,
  database: string,
  type: string,
  spell: (text: string) => SqlValue | undefined,
): Stored {
  if (datetimeStorage !== undefined)
    throw new TypeError(`${database} stores date-times as ${type}: leave datetimeStorage out of the mapping`)
  const text = String(datetime)
  const value = spell(text.slice(0, TO_MICROSECONDS))
  return { value, exact: value !== undefined && text.endsWith("000Z") }
}

/** `YYYY-MM-DD HH:MM:SS.ffffff`, as SQL writes a timestamp. */
export function sqlTimestamp(text: string): string {
  return text.replace("T", " ")
}
