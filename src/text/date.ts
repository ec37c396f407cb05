import { canonicalDatetime, instantBetween } from "./datetime.ts"
import { lengths } from "./usual-datetime.ts"

/** Whether the text is a full-date of RFC 3339: a day `YYYY-MM-DD` that the calendar has, in the years 0000 to 9999. */
export function isFullDate(text: string): boolean {
  return text.length === lengths.day && canonicalDatetime(text) !== undefined
}

/** Finds the day nearest to 2000-01-01 among those strictly between two days. Undefined only if there is no such day. */
export function dateBetween(below: string | undefined, above: string | undefined): string | undefined {
  // Between two midnights there is a midnight, or none but other instants.
  const [day, time] = instantBetween(midnight(below), midnight(above))?.split("T") ?? []
  return time === "00:00:00Z" ? day : undefined
}

function midnight(day: string | undefined): string | undefined {
  return day && `${day}T00:00:00Z`
}
