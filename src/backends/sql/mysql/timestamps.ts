import { refuseStorage, storeDatetime } from "../dialect/datetimes.ts"
import type { OrderOperator } from "../dialect/dialect.ts"
import { type Fragment, type SqlValue, sql } from "../dialect/fragment.ts"
import type { Answers, Form } from "./column-type.ts"
import { castTo } from "./numbers.ts"

/**
 * TIMESTAMP compares with date-times in the session's time zone, where two seconds may have one name. Seconds since
 * 1970 do not depend on the zone, but no index serves them.
 */
const seconds: Form = /* @__PURE__ */ (() => ({
  operand: (name) => `UNIX_TIMESTAMP(${name})`,
  parameter: castTo("DECIMAL(20,6)"),
}))()

/** The seconds in two days. Zones have changed their offset by a day: the order of local times may be wrong within it. */
const MARGIN = 172_800
/** The last second that every server converts. */
const LAST = 2_147_483_647

const asSigned = /* @__PURE__ */ castTo("SIGNED")

type Side = "<=" | ">="

/** A bound beyond which no equal value is, whatever the zone. An index serves it. Undefined if columns hold nothing there. */
function bound(name: string, side: Side, second: number): Fragment | undefined {
  const far = Math.floor(second) + (side === "<=" ? MARGIN : -MARGIN)
  if (side === "<=" ? far > LAST : far < MARGIN) return undefined
  return sql`${name} ${side} FROM_UNIXTIME(${asSigned(Math.min(far, LAST))})`
}

function among(name: string, values: readonly SqlValue[]): Fragment | undefined {
  const numbers = values.map(Number)
  const above = bound(name, ">=", Math.min(...numbers))
  const below = bound(name, "<=", Math.max(...numbers))
  return above && below ? sql`${above} AND ${below}` : (above ?? below)
}

const SIDES = { $lt: "<=", $lte: "<=", $gt: ">=", $gte: ">=" } as const satisfies Readonly<
  Record<OrderOperator, Side>
>

/** The second since 1970 of a date-time, with its digits. Columns begin with the first. */
function epochText(text: string): string | undefined {
  const second = Date.parse(`${text.slice(0, 19)}Z`) / 1000
  return second > 0 ? second + text.slice(19) : undefined
}

/** `timestamp` holds no digits of a second, `timestamp(3)` holds three. */
export function timestamps(database: string): Answers {
  return {
    datetime: (facts, { args: [digits = "0"] }) =>
      refuseStorage(facts, database, "DATETIME") ?? {
        exact: seconds,
        ordered: seconds,
        among,
        beside: (name, operator, value) => bound(name, SIDES[operator], Number(value)),
        store: (datetime) => storeDatetime(datetime, Number(digits), epochText),
      },
  }
}
