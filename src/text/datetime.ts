import { floorTo, roundestBetween } from "./roundest-between.ts"
import { isUsualDatetime, lengths } from "./usual-datetime.ts"

/** A point in time: whole seconds since 1970-01-01T00:00:00Z, and nanoseconds after that second. */
export interface Instant {
  readonly seconds: number
  /** 0 to 999,999,999 */
  readonly nanos: number
}

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d)))?$/
/** The seconds at 0000-01-01T00:00:00Z and at 10000-01-01T00:00:00Z. */
const YEAR_0000 = -62_167_219_200
const YEAR_10000 = 253_402_300_800

/**
 * Reads an RFC 3339 date-time with an offset or `Z`, or a full-date, which is midnight UTC. Returns undefined for
 * anything else: a day that does not exist, a leap second (no database engine stores one), more than nine digits of a
 * second, or an instant outside of the years 0000 to 9999 in UTC.
 */
export function readInstant(text: string): Instant | undefined {
  const parts = FORM.exec(text)
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second, fraction = "", sign, offsetHour, offsetMinute] = parts
  // setUTCFullYear, because Date.UTC reads the years 0 to 99 as 1900 to 1999.
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined
  const offset = secondsOf(offsetHour, offsetMinute)
  const local = date.getTime() / 1000 + secondsOf(hour, minute, second)
  const seconds = sign === "-" ? local + offset : local - offset
  if (seconds < YEAR_0000 || seconds >= YEAR_10000) return undefined
  return { seconds, nanos: Number(fraction.padEnd(9, "0")) }
}

function secondsOf(hour = "0", minute = "0", second = "0"): number {
  return Number(hour) * 3600 + Number(minute) * 60 + Number(second)
}

/**
 * The canonical spelling of a date-time in a filter: UTC, without trailing zeros in the fraction of a second.
 * Undefined if {@link readInstant} does not read the text.
 */
export function canonicalDatetime(text: string): string | undefined {
  if (isUsualDatetime(text)) {
    if (text.length === lengths.day) return `${text}T00:00:00Z`
    return text.length === lengths.second ? text : withoutTrailingZeros(text)
  }
  const instant = readInstant(text)
  return instant && withoutTrailingZeros(sortableInstant(instant))
}

/** The date-time without trailing zeros in its fraction of a second. */
function withoutTrailingZeros(text: string): string {
  let end = text.length - 1
  while (text.charAt(end - 1) === "0") end--
  if (text.charAt(end - 1) === ".") end--
  return end === text.length - 1 ? text : `${text.slice(0, end)}Z`
}

/** A spelling that sorts as a string in the order of time. It always has nine digits of a second. */
export function sortableInstant({ seconds, nanos }: Instant): string {
  return `${isoSeconds(seconds)}.${String(nanos).padStart(9, "0")}Z`
}

/** The spelling of {@link sortableInstant} for a canonical date-time. To read the text would take much longer. */
export function sortableDatetime(canonical: string): string {
  const digits = canonical.slice(0, -1)
  return canonical.length === lengths.second ? `${digits}.000000000Z` : `${digits.padEnd(29, "0")}Z`
}

/** `YYYY-MM-DDTHH:MM:SS` */
export function isoSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19)
}

/** The instant of a Date. Undefined if the Date is invalid or outside of the years 0000 to 9999. */
export function instantOf(date: Date): Instant | undefined {
  if (!hasInstant(date)) return undefined
  const millis = date.getTime()
  const seconds = Math.floor(millis / 1000)
  return { seconds, nanos: (millis - seconds * 1000) * 1_000_000 }
}

/** Whether a Date is valid and in the years 0000 to 9999. */
export function hasInstant(date: Date): boolean {
  const millis = date.getTime()
  return millis >= YEAR_0000 * 1000 && millis < YEAR_10000 * 1000
}

const NANOS = 1_000_000_000n
const DAY = 86_400n
/** The seconds at 2000-01-01T00:00:00Z. */
const YEAR_2000 = 946_684_800n

/**
 * Finds a date-time strictly between two canonical ones, in the canonical spelling: a whole day if possible, or else a
 * whole second, and of those the one nearest to the beginning of 2000. A bound that is undefined is no bound.
 * Undefined exactly if there is no nanosecond in the years 0000 to 9999.
 */
export function instantBetween(below: string | undefined, above: string | undefined): string | undefined {
  const earliest = below === undefined ? nanosOf({ seconds: YEAR_0000, nanos: -1 }) : nanosOfText(below)
  const latest = above === undefined ? nanosOf({ seconds: YEAR_10000, nanos: 0 }) : nanosOfText(above)
  const between = roundestBetween(earliest, latest, [DAY * NANOS, NANOS, 1n])
  if (between === undefined) return undefined
  const whole = floorTo(between, NANOS)
  const instant = { seconds: Number(whole / NANOS + YEAR_2000), nanos: Number(between - whole) }
  return withoutTrailingZeros(sortableInstant(instant))
}

/** To read the text with its regular expression would take much longer. */
function nanosOfText(canonical: string): bigint {
  const seconds = Date.parse(`${canonical.slice(0, 19)}Z`) / 1000
  return nanosOf({ seconds, nanos: Number(canonical.slice(20, -1).padEnd(9, "0")) })
}

/** The nanoseconds since the beginning of 2000. */
function nanosOf({ seconds, nanos }: Instant): bigint {
  return (BigInt(seconds) - YEAR_2000) * NANOS + BigInt(nanos)
}
