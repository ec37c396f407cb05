import { refuseStorage, storeDatetime, storeMidnight } from "../dialect/datetimes.ts"
import type { SqlValue } from "../dialect/fragment.ts"
import { one } from "../dialect/stored.ts"
import type { Answer } from "./column-type.ts"
import { plain } from "./plain.ts"

/** PostgreSQL has no year 0. It calls the year before 1 "1 BC". */
function withEra(text: string): string {
  return text.startsWith("0000") ? `0001${text.slice(4)} BC` : text
}

/** A driver may make a Date of the text, as postgres.js does. A Date holds milliseconds, and is not made of a text with "BC". */
function isNoDate(value: SqlValue): boolean {
  return !/^[^.B]*(?:\.\d{1,3}0*Z)?$/.test(String(value))
}

/** Date-times. `timestamp(3)` holds three digits of a second, `timestamp` six. */
export function timestamps(type: string): { readonly datetime: Answer } {
  return {
    datetime: (facts, { args: [digits = "6"] }) =>
      refuseStorage(facts, "PostgreSQL", "timestamptz") ??
      // A timestamp without a zone ignores that of the parameter, which keeps a driver from another one.
      plain(
        type,
        (datetime) => storeDatetime(datetime, Number(digits), (text) => withEra(`${text}Z`)),
        isNoDate,
      ),
  }
}

export const date = {
  date: () => plain("date", (day) => one(withEra(String(day))), isNoDate),
  // The day of a date begins at midnight in UTC, whatever the session's time zone.
  datetime: (facts) =>
    refuseStorage(facts, "PostgreSQL", "timestamptz") ??
    plain("date", (datetime) => storeMidnight(datetime, withEra), isNoDate),
} as const satisfies Readonly<Record<string, Answer>>
