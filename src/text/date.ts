import { canonicalDatetime } from "./datetime.ts"
import { lengths } from "./usual-datetime.ts"

/** Whether the text is a full-date of RFC 3339: a day `YYYY-MM-DD` that the calendar has, in the years 0000 to 9999. */
export function isFullDate(text: string): boolean {
  return text.length === lengths.day && canonicalDatetime(text) !== undefined
}
