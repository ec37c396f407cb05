import type { Comparable } from "../../../schema/comparison-form.ts"
import type { DatetimeStorage } from "../dialect/column.ts"
import { sqlTimestamp, storeDatetime, storeMidnight } from "../dialect/datetimes.ts"
import type { SqlValue } from "../dialect/fragment.ts"
import type { Stored } from "../dialect/stored.ts"

/** How a column holds date-times. */
export interface Storage {
  /** Whether it holds texts. Otherwise, it holds integers. */
  readonly isText: boolean
  /** Finds the value of a column that equals a date-time in comparison form. */
  store(datetime: Comparable): Stored
  /** The pattern of GLOB that its texts match. */
  readonly pattern?: string
}

const DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
const TIME = "[0-9][0-9]:[0-9][0-9]:[0-9][0-9]"

export const storages: Readonly<Record<DatetimeStorage, Storage>> = /* @__PURE__ */ (() => ({
  "iso-millis": iso(3, `${DAY}T${TIME}.[0-9][0-9][0-9]Z`),
  "iso-seconds": iso(0, `${DAY}T${TIME}Z`),
  sqlite: {
    isText: true,
    pattern: `${DAY} ${TIME}`,
    store: (datetime) => storeDatetime(datetime, 0, sqlTimestamp),
  },
  date: {
    isText: true,
    pattern: DAY,
    store: (datetime) => storeMidnight(datetime, (day) => day),
  },
  "epoch-seconds": epoch(0, (text) => Date.parse(`${text}Z`) / 1000),
  "epoch-millis": epoch(3, (text) => Date.parse(`${text}Z`)),
  "epoch-micros": epoch(6, (text) => {
    const micros = BigInt(Date.parse(`${text.slice(0, -3)}Z`)) * 1000n + BigInt(text.slice(-3))
    return Number.isSafeInteger(Number(micros)) ? Number(micros) : micros
  }),
}))()

function iso(digits: number, pattern: string): Storage {
  return {
    isText: true,
    pattern,
    store: (datetime) => storeDatetime(datetime, digits, (text) => `${text}Z`),
  }
}

function epoch(digits: number, count: (text: string) => SqlValue): Storage {
  return { isText: false, store: (datetime) => storeDatetime(datetime, digits, count) }
}
