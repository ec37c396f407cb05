import { isFullDate } from "../text/date.ts"
import { dayHint, epochDate, LONGEST_DATE } from "./datetime-hint.ts"
import type { ValueAdvice } from "./value-advice.ts"

const TIME_AFTER_DAY = /^(.*?\d)(?:[Tt]|,? +)\d{1,2}:\d{2}.*$/

/** What to write instead of a date in another notation than that of RFC 3339, or instead of a date-time. */
export function dateHint(written: string): ValueAdvice | undefined {
  const text = written.slice(0, LONGEST_DATE)
  const epoch = epochDate(text)
  if (epoch !== undefined)
    return `write ${epoch.date.toISOString().slice(0, 10)}, if it counts ${epoch.unit} since 1970`
  const [, day = text] = TIME_AFTER_DAY.exec(text) ?? []
  return isFullDate(day) ? { write: day, because: ": a date has no time" } : dayHint(day)
}
