import type { Comparable } from "../../../schema/comparison-form.ts"
import type { ColumnFacts } from "./column.ts"
import type { Refusal } from "./finding.ts"
import type { SqlValue } from "./fragment.ts"
import { none, one, type Stored } from "./stored.ts"

/** The length of `YYYY-MM-DDTHH:MM:SS`. */
const TO_SECONDS = 19

/** The length of `YYYY-MM-DD`. */
const TO_DAYS = 10

/**
 * A date-time in a column that holds this many digits of a second.
 *
 * @param spell writes `YYYY-MM-DDTHH:MM:SS`, with a point and the digits if there are any, for the database; undefined
 *   if the column can hold no date-time so early
 */
export function storeDatetime(
  datetime: Comparable,
  digits: number,
  spell: (text: string) => SqlValue | undefined,
): Stored {
  return storePrefix(datetime, digits === 0 ? TO_SECONDS : TO_SECONDS + 1 + digits, spell)
}

/** A date-time in a column of days, each of which means its midnight in UTC. */
export function storeMidnight(datetime: Comparable, spell: (day: string) => SqlValue | undefined): Stored {
  return storePrefix(datetime, TO_DAYS, spell)
}

function storePrefix(
  datetime: Comparable,
  length: number,
  spell: (text: string) => SqlValue | undefined,
): Stored {
  const text = String(datetime)
  const value = spell(text.slice(0, length))
  return value !== undefined && /^[T:.0]*Z$/.test(text.slice(length)) ? one(value) : none(value)
}

/** `YYYY-MM-DD HH:MM:SS.ffffff`, as SQL writes a timestamp. */
export function sqlTimestamp(text: string): string {
  return text.replace("T", " ")
}

/** The refusal of a mapping that says how date-times are stored, for a database that has a type for them. */
export function refuseStorage(
  { datetimeStorage }: ColumnFacts,
  database: string,
  type: string,
): Refusal | undefined {
  if (datetimeStorage === undefined) return undefined
  return {
    refused: "datetime-storage",
    message: `${database} stores date-times as ${type}, and the mapping has the datetimeStorage "${datetimeStorage}"`,
    hint: "leave datetimeStorage out of the mapping",
  }
}
