import { quote } from "./quote.ts"

/** The first instants of the days of a time zone. */
export interface DaysOfZone {
  /**
   * The first instant with this local date or a later one, in milliseconds since 1970. Where clocks are turned back
   * across midnight, a date occurs twice: its first instant counts. A day that the zone skips is empty, so it begins
   * with the next day.
   *
   * @param day a day `YYYY-MM-DD` of the calendar
   */
  begin(day: string): number
  /** The first instant of the next day. */
  end(day: string): number
}

const SECOND = 1000
const DAY = 86_400_000
/** No clock was ever further from UTC. */
const FURTHEST = 57_600_000

/**
 * The days of a time zone. They remember the days that they were asked for: a day on which clocks change takes long.
 *
 * @param timeZone the name of a time zone, such as `Europe/Paris`
 * @throws RangeError if there is no such time zone: a mistake of the program
 */
export function daysOf(timeZone: string): DaysOfZone {
  const clock = clockOf(timeZone)
  const known = new Map<number, number>()
  const first = (midnight: number): number => {
    const instant = known.get(midnight) ?? firstInstant(clock, midnight)
    known.set(midnight, instant)
    return instant
  }
  return {
    begin: (day) => first(midnightOf(day)),
    end: (day) => first(midnightOf(day) + DAY),
  }
}

/** The local date and time at an instant, as the instant at which UTC has the same date and time. */
type Clock = (instant: number) => number

/**
 * The first instant at which the clock shows midnight or later. It is one at which the clock shows midnight, or one
 * at which the clock is turned forward. No zone ever changed its clock twice within three days.
 */
function firstInstant(clock: Clock, midnight: number): number {
  const [earliest, latest] = [midnight - FURTHEST, midnight + FURTHEST]
  const [before, after] = [clock(earliest) - earliest, clock(latest) - latest]
  if (before === after) return midnight - before
  const candidates = [midnight - before, midnight - after, changeBetween(clock, earliest, latest)]
  return Math.min(...candidates.filter((instant) => clock(instant) >= midnight))
}

/** The first second with another offset from UTC than before. Clocks change at whole seconds. */
function changeBetween(clock: Clock, before: number, after: number): number {
  const offset = clock(before) - before
  let [same, other] = [before / SECOND, after / SECOND]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (clock(middle * SECOND) - middle * SECOND === offset) same = middle
    else other = middle
  }
  return other * SECOND
}

function midnightOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function clockOf(timeZone: unknown): Clock {
  const format = formatOf(timeZone)
  return (instant) => {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
    for (const { type, value } of format.formatToParts(instant)) parts[type] = value
    const { era = "", year, month, day, hour, minute, second } = parts
    // The year before 1 AD is 1 BC, and 0 in ISO 8601.
    const isoYear = era.startsWith("B") ? 1 - Number(year) : Number(year)
    // Not Date.UTC, which reads the years 0 to 99 as 1900 to 1999.
    const date = new Date(0)
    date.setUTCFullYear(isoYear, Number(month) - 1, Number(day))
    return date.setUTCHours(Number(hour), Number(minute), Number(second))
  }
}

function formatOf(timeZone: unknown): Intl.DateTimeFormat {
  // Intl takes undefined for the zone of the process.
  if (typeof timeZone === "string") {
    try {
      return new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
        timeZone,
        hourCycle: "h23",
        era: "short",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
      })
    } catch {
      // Below.
    }
  }
  const found = typeof timeZone === "string" ? quote(timeZone) : typeof timeZone
  throw new RangeError(`timeZone must be the name of a time zone, such as "Europe/Paris", not ${found}`)
}
