import { bindComparable } from "../dialect/bind.ts"
import { refuseStorage, sqlTimestamp, storeDatetime, storeMidnight } from "../dialect/datetimes.ts"
import { none, one, type Stored } from "../dialect/stored.ts"
import type { Answers } from "./answers.ts"
import { type DuckdbType, plain } from "./column-type.ts"

function datetimes(cast: string, store: DuckdbType["store"]): Answers {
  return { datetime: (facts) => refuseStorage(facts, "DuckDB", "TIMESTAMPTZ") ?? plain(cast, store) }
}

/** A type without a zone holds UTC. The parameter has no zone either, so that the session's does not count. */
export function timestamps(cast: string, digits: number, zone: "Z" | "" = ""): Answers {
  return datetimes(cast, (datetime) => storeDatetime(datetime, digits, (text) => sqlTimestamp(text) + zone))
}

export const dates: Answers = /* @__PURE__ */ (() => ({
  ...datetimes("DATE", (datetime) => storeMidnight(datetime, (day) => day)),
  date: () => plain("DATE", bindComparable),
}))()

/** 64 bits of nanoseconds begin less than a microsecond earlier, but DuckDB reads no text of an earlier time. */
const FIRST = "1677-09-21 00:12:43.145225000"
/** One nanosecond later is infinity. */
const LAST = "2262-04-11 23:47:16.854775806"

export const nanoseconds: Answers = /* @__PURE__ */ datetimes("TIMESTAMP_NS", (datetime): Stored => {
  const text = sqlTimestamp(String(datetime)).slice(0, -1)
  if (text < FIRST) return none()
  return text > LAST ? none(LAST) : one(text)
})
