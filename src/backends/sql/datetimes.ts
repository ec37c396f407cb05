import type { Instant } from "../../text/datetime.ts"
import type { Dialect } from "./dialect.ts"
import type { SqlValue } from "./fragment.ts"

/**
 * How date-times are bound in a database that has a type for them, which holds microseconds.
 *
 * @param database its name
 * @param type the type of the columns
 * @param write spells an instant for it, without what is finer than a microsecond; undefined if the type has none so low
 */
export function nativeDatetimes(
  database: string,
  type: string,
  write: (instant: Instant) => SqlValue | undefined,
): Dialect["instant"] {
  return (instant, storage) => {
    if (storage !== undefined) {
      throw new TypeError(
        `${database} stores date-times as ${type}: leave datetimeStorage out of the mapping`,
      )
    }
    const value = write(instant)
    return { value, exact: value !== undefined && instant.nanos % 1000 === 0 }
  }
}

/** `YYYY-MM-DD HH:MM:SS.ffffff` in UTC, as SQL writes a timestamp. */
export function sqlTimestamp({ seconds, nanos }: Instant): string {
  const [date, time] = new Date(seconds * 1000).toISOString().slice(0, 19).split("T")
  return `${date} ${time}.${String(Math.floor(nanos / 1000)).padStart(6, "0")}`
}

/** Microseconds since 1970 in UTC. */
export function microseconds({ seconds, nanos }: Instant): number | bigint {
  const micros = BigInt(seconds) * 1_000_000n + BigInt(Math.floor(nanos / 1000))
  return Number.isSafeInteger(Number(micros)) ? Number(micros) : micros
}
