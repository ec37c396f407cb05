/** A point in time: whole seconds since 1970-01-01T00:00:00Z, and nanoseconds after that second. */
export interface Instant {
  readonly seconds: number
  /** 0 to 999,999,999 */
  readonly nanos: number
}

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2})))?$/
/** The lengths that usual date-times have. */
export const lengths = {
  day: "2024-02-29".length,
  second: "2024-02-29T12:30:00Z".length,
  milli: "2024-02-29T12:30:00.000Z".length,
} as const

/**
 * A full-date, or a date-time in UTC to the second or the millisecond: what programs write. 29 February
 * is left out, because a pattern cannot count years.
 */
const USUAL =
  /^\d\d\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d\d\d)?Z)?$/
const YEAR_0000 = new Date(0).setUTCFullYear(0, 0, 1) / 1000
const YEAR_10000 = Date.UTC(10000, 0, 1) / 1000

/**
 * Reads an RFC 3339 date-time with an offset or `Z`, or a full-date, which is midnight UTC.
 * Returns undefined for anything else: a day that is not in the calendar, a leap second (no engine
 * stores one), more than nine digits of a second, an instant outside the years 0000 to 9999 in UTC.
 */
export function readInstant(text: string): Instant | undefined {
  const parts = FORM.exec(text)
  if (parts === null) return undefined
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", sign, ...offset] = parts
  const [offsetHours = 0, offsetMinutes = 0] = sign === undefined ? [] : offset.map(Number)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  if (offsetHours > 23 || offsetMinutes > 59) return undefined
  // setUTCFullYear, because Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined
  const offsetSeconds = (offsetHours * 60 + offsetMinutes) * (sign === "-" ? -60 : 60)
  const seconds =
    date.getTime() / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offsetSeconds
  if (seconds < YEAR_0000 || seconds >= YEAR_10000) return undefined
  return { seconds, nanos: Number(fraction.padEnd(9, "0")) }
}

/**
 * Whether the text is one of the spellings that programs use, and so can be compared with others of its
 * length as it is. It says no to some that are date-times all the same.
 */
export function isUsualDatetime(text: string): boolean {
  return USUAL.test(text)
}

/**
 * The one spelling of a date-time in a filter: UTC, and no more digits of a second than it needs.
 * Undefined for what {@link readInstant} does not read.
 */
export function canonicalDatetime(text: string): string | undefined {
  if (isUsualDatetime(text)) {
    if (text.length === lengths.day) return `${text}T00:00:00Z`
    return text.length === lengths.second ? text : withoutZeros(text)
  }
  const instant = readInstant(text)
  return instant && writeInstant(instant)
}

/** The date-time without the zeros at the end of its fraction of a second. */
function withoutZeros(text: string): string {
  let end = text.length - 1
  while (text.charAt(end - 1) === "0") end--
  if (text.charAt(end - 1) === ".") end--
  return end === text.length - 1 ? text : `${text.slice(0, end)}Z`
}

function writeInstant({ seconds, nanos }: Instant): string {
  const fraction = nanos === 0 ? "" : `.${String(nanos).padStart(9, "0").replace(/0+$/, "")}`
  return `${isoSeconds(seconds)}${fraction}Z`
}

/** A spelling of an instant whose order as a string is the order in time: always nine digits of a second. */
export function sortableInstant({ seconds, nanos }: Instant): string {
  return `${isoSeconds(seconds)}.${String(nanos).padStart(9, "0")}Z`
}

/** `YYYY-MM-DDTHH:MM:SS` */
export function isoSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19)
}

/** The instant of a Date; undefined for an invalid one or one outside the years 0000 to 9999. */
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
