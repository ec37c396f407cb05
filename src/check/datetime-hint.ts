import { canonicalDatetime, hasInstant } from "../text/datetime.ts"
import { ENCODE_PLUS } from "../text/lost-plus.ts"
import type { ValueAdvice } from "./value-advice.ts"

/** What to write instead of a date-time in another notation than that of RFC 3339. */
export function datetimeHint(written: string): ValueAdvice | undefined {
  const text = written.slice(0, LONGEST_DATE)
  const leapSecond = /[Tt ]\d{2}:\d{2}:60(?:\.|[Zz+-]|$)/.test(text)
  if (leapSecond) return "leap seconds are not supported: write 59"
  return epochHint(text) ?? timeHint(text) ?? dayHint(text)
}

/** A longer text is not a date in any notation. */
export const LONGEST_DATE = 40

function epochHint(text: string): string | undefined {
  const epoch = epochDate(text)
  return (
    epoch && `write ${epoch.date.toISOString().replace(".000Z", "Z")}, if it counts ${epoch.unit} since 1970`
  )
}

interface Epoch {
  readonly date: Date
  readonly unit: "seconds" | "milliseconds"
}

/** Seconds or milliseconds since 1970, as programs count them. Fewer digits may be anything. */
export function epochDate(text: string): Epoch | undefined {
  const [, digits = ""] = /^(-?\d{9,14})(?:\.\d+)?$/.exec(text) ?? []
  const isSeconds = digits.replace("-", "").length < 12
  const date = new Date(Number(text) * (isSeconds ? 1000 : 1))
  if (digits === "" || !hasInstant(date)) return undefined
  return { date, unit: isSeconds ? "seconds" : "milliseconds" }
}

const TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt ]+(\d{2}:\d{2})(:\d{2})?(?:[.,](\d{1,9}))?( ?)(?:([+-]?)(\d{2}):?(\d{2})?|([Zz]|UTC|GMT))?$/

/** A day and a time, as HTML inputs, databases and programs write them. */
function timeHint(text: string): ValueAdvice | undefined {
  const parts = TIME.exec(text)
  if (parts === null) return undefined
  const [, day, minute, second = ":00", fraction = "", space, sign, hours, minutes = "00", utc] = parts
  const local = `${day}T${minute}${second}${fraction && `.${fraction}`}`
  if (canonicalDatetime(`${local}Z`) === undefined) return undefined
  if (utc !== undefined) return { write: `${local}Z` }
  if (hours === undefined) return `append an offset such as +01:00, or Z for UTC: ${local}Z`
  // A query string turns + into a space.
  if (sign === "" && space !== "") return `${ENCODE_PLUS}, or write the time in UTC with Z`
  const write = `${local}${sign}${hours}:${minutes}`
  return sign === "" || canonicalDatetime(write) === undefined ? undefined : { write }
}

const DAY =
  /^(?:(\d{4})([-./]?)(\d{1,2})\2(\d{1,2})|(\d{1,2})([./-]) ?(\d{1,2})\6 ?(\d{4}))(?:,? +(\d{2}:\d{2}.*))?$/

/** A day as people write it: 29.02.2024 or 02/29/2024. */
export function dayHint(text: string): ValueAdvice | undefined {
  const [, year, , month, day, first, separator, second, lastYear, time] = DAY.exec(text) ?? []
  const dayFirst = dayOf(lastYear ?? year, second ?? month, first ?? day)
  // Before a dot, the day is first everywhere.
  const monthFirst = separator === "." ? undefined : dayOf(lastYear, first, second)
  const either = dayFirst ?? monthFirst
  if (either === undefined) return undefined
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst)
    return `write ${dayFirst} if the day is first, or ${monthFirst} if the month is`
  return time === undefined ? { write: either } : timeHint(`${either} ${time}`)
}

function dayOf(year = "", month = "", day = ""): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  return canonicalDatetime(text) && text
}
