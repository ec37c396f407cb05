import type { Comparable } from "../../../schema/comparison-form.ts"
import type { DatetimeStorage } from "../dialect/column.ts"
import type { SqlValue } from "../dialect/fragment.ts"
import { none, one, type Stored } from "../dialect/stored.ts"

/** The length of `YYYY-MM-DDTHH:MM:SS.` in a date-time in comparison form; nine digits and `Z` follow. */
const TO_FRACTION = 20

/** A date-time without the digits of a second that a column cannot hold. */
interface Truncated {
  /** `YYYY-MM-DDTHH:MM:SS.` and the remaining digits, without `Z`. */
  readonly text: string
  /** Whether only zeros were removed. */
  readonly exact: boolean
}

/** Keeps this many digits of a second. The result is never later than the date-time. */
function truncate(datetime: Comparable, digits: number): Truncated {
  const text = String(datetime)
  const end = TO_FRACTION + digits
  return { text: text.slice(0, end), exact: /^0*Z$/.test(text.slice(end)) }
}

/** Binds a date-time for each kind of column. */
export const storages: Readonly<Record<DatetimeStorage, (datetime: Comparable) => Stored>> = {
  "iso-millis": (datetime) => {
    const { text, exact } = truncate(datetime, 3)
    return held(`${text}Z`, exact)
  },
  "epoch-seconds": (datetime) => {
    const { text, exact } = truncate(datetime, 0)
    return held(Date.parse(`${text}0Z`) / 1000, exact)
  },
  "epoch-millis": (datetime) => {
    const { text, exact } = truncate(datetime, 3)
    return held(Date.parse(`${text}Z`), exact)
  },
  "epoch-micros": (datetime) => {
    const { text, exact } = truncate(datetime, 6)
    const micros = BigInt(Date.parse(`${text.slice(0, -3)}Z`)) * 1000n + BigInt(text.slice(-3))
    return held(Number.isSafeInteger(Number(micros)) ? Number(micros) : micros, exact)
  },
}

function held(value: SqlValue, exact: boolean): Stored {
  return exact ? one(value) : none(value)
}
