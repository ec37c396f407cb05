import type { Comparable } from "../../../schema/comparison-form.ts"
import type { ColumnType } from "../dialect/column.ts"
import { sqlTimestamp, storeDatetime, storeMidnight } from "../dialect/datetimes.ts"
import { decimalText } from "../dialect/decimals.ts"
import { none, one, type Stored } from "../dialect/stored.ts"

/** Texts such as `2024-01-01` or `2024-01-01T00:00:00.000`, all of one length. They compare as what they mean. */
interface Range {
  readonly least: string
  readonly greatest: string
}

/** The days of each type. Those of Date are in 16 bits. */
const days = {
  Date: { least: "1970-01-01", greatest: "2149-06-06" },
  Date32: { least: "1900-01-01", greatest: "2299-12-31" },
} as const satisfies Readonly<Record<string, Range>>

export type DayType = keyof typeof days

/** The years of the date-times that a filter has. */
const YEARS: Range = { least: "0000", greatest: "9999" }

/** Columns in UTC begin with the year 1. */
const YEARS_OF_UTC: Range = { least: "0001", greatest: "9999" }

/** DateTime is in 32 bits. The ticks of DateTime64 are in 64 bits, which hold fewer years if the ticks are short. */
const instants: Readonly<Record<string, Range>> = {
  "DateTime('UTC')": { least: "1970-01-01", greatest: "2106-02-07T06:28:15" },
  "DateTime64(8, 'UTC')": { least: "0000", greatest: "4892-10-07T21:52:48.54775807" },
  "DateTime64(9, 'UTC')": {
    least: "1677-09-21T00:12:43.145224192",
    greatest: "2262-04-11T23:47:16.854775807",
  },
}

/** A value outside of the range is read as another one, or not at all. */
function within(
  { least, greatest }: Range,
  comparable: Comparable,
  store: (spell: (text: string) => string | undefined) => Stored,
): Stored {
  const text = String(comparable)
  if (text.slice(0, greatest.length) > greatest) return none(sqlTimestamp(greatest))
  return store((text) => (text < least ? undefined : text < FIRST_YEAR ? seconds(text) : sqlTimestamp(text)))
}

/** ClickHouse reads no text of the year 0, but columns of time zones east of UTC hold its last hours. */
const FIRST_YEAR = "0001"

/** Seconds since 1970, which ClickHouse reads as well. */
function seconds(text: string): string {
  const [whole = "", fraction = ""] = text.split(".")
  const ticks = BigInt(Date.parse(`${whole}Z`) / 1000) * 10n ** BigInt(fraction.length) + BigInt(fraction)
  return decimalText(ticks, fraction.length)
}

/** A day in a column of days. */
export function storeDay(type: DayType): ColumnType["store"] {
  return (day) =>
    within(days[type], day, (spell) => {
      const spelled = spell(String(day))
      return spelled === undefined ? none() : one(spelled)
    })
}

/** A date-time in a column of days, each of which means its midnight in UTC. */
export function storeMidnightOf(type: DayType): ColumnType["store"] {
  return (datetime) => within(days[type], datetime, (spell) => storeMidnight(datetime, spell))
}

/**
 * A date-time in a column of date-times with this many digits of a second.
 *
 * @param holdsYear0 whether the column may hold date-times of the year 0
 */
export function storeInstant(parameter: string, digits: number, holdsYear0: boolean): ColumnType["store"] {
  const range = instants[parameter] ?? (holdsYear0 ? YEARS : YEARS_OF_UTC)
  return (datetime) => within(range, datetime, (spell) => storeDatetime(datetime, digits, spell))
}
