import type { Comparable } from "../../../schema/comparison-form.ts"
import { refuseStorage, sqlTimestamp, storeDatetime, storeMidnight } from "../dialect/datetimes.ts"
import { none, one, type Stored } from "../dialect/stored.ts"
import { type Answers, plain } from "./column-type.ts"
import { castTo } from "./numbers.ts"

/** MySQL and MariaDB take the year 0 for a common year, and filters for a leap year, as ISO 8601 does. */
const LEAP_DAY = "0000-02-29"
const DAY_BEFORE = "0000-02-28"

/** A value of the day that columns lack is just after the last one of the day before. */
function beside(value: Comparable, last: string, store: () => Stored): Stored {
  return String(value).startsWith(LEAP_DAY) ? none(last) : store()
}

const asDate = /* @__PURE__ */ castTo("DATE")

/** Days. One is a date-time too: its midnight in UTC, whatever the session's time zone. */
export function dates(database: string): Answers {
  return {
    date: () => plain(asDate, (date) => beside(date, DAY_BEFORE, () => one(date))),
    datetime: (facts) =>
      refuseStorage(facts, database, "DATETIME") ??
      plain(asDate, (datetime) => beside(datetime, DAY_BEFORE, () => storeMidnight(datetime, (day) => day))),
  }
}

/** Date-times without a zone, which are in UTC. `datetime` holds no digits of a second, `datetime(3)` holds three. */
export function datetimes(database: string): Answers {
  return {
    datetime: (facts, { args: [digits = "0"] }) =>
      refuseStorage(facts, database, "DATETIME") ??
      plain(castTo("DATETIME(6)"), (datetime) =>
        beside(datetime, `${DAY_BEFORE} 23:59:59.999999`, () =>
          storeDatetime(datetime, Number(digits), sqlTimestamp),
        ),
      ),
  }
}
