import type { Comparable } from "../../../schema/comparison-form.ts"
import type { Value } from "../../../schema/field-type.ts"
import type { ColumnFacts } from "../dialect/column.ts"
import { type Decimals, integersOf, storeDecimal, storeDouble } from "../dialect/decimals.ts"
import type { Refusal } from "../dialect/finding.ts"
import type { SqlValue } from "../dialect/fragment.ts"
import { one, type Stored } from "../dialect/stored.ts"
import type { Affinity } from "./affinity.ts"

const INTEGERS = /* @__PURE__ */ integersOf(64)

/** Drivers take a bigint as an integer of SQLite. They take a number as an integer too, or as a double that is equal. */
function spell(integer: bigint): SqlValue {
  return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer
}

/** 2^53: every integer up to here is a double, and no other one rounds to it. */
const EXACT = 9_007_199_254_740_992
/** 2^63: no integer of SQLite is so great, but a double may be. */
const BEYOND = /* @__PURE__ */ Number(9_223_372_036_854_775_808n)

/** A double in a column that holds integers, and doubles that are no integers: every integer equals it that rounds to it. */
export function storeDoubleAmongIntegers(comparable: Comparable): Stored {
  const double = Number(comparable)
  if (Math.abs(double) < EXACT || Math.abs(double) > BEYOND) return one(double)
  const stored = storeDouble(double, INTEGERS, spell)
  return double === BEYOND && stored.kind === "several" ? { ...stored, to: double } : stored
}

/** A column of integers that stand for decimals with this many digits after the point. */
export interface Scaled {
  storeDecimal(comparable: Comparable, value: Value): Stored
  storeDouble(comparable: Comparable): Stored
}

export function scaled(scale: number): Scaled {
  const decimals: Decimals = { ...INTEGERS, scale }
  return {
    storeDecimal: (_, value) => storeDecimal(String(value), decimals, spell),
    storeDouble: (double) => storeDouble(Number(double), decimals, spell),
  }
}

export const MISSING_SCALE: Refusal = {
  refused: "missing-scale",
  message: "SQLite has no decimals",
  hint: "keep amounts as integers of the smallest unit in a column of type INTEGER, and say so in the mapping: scale: 2 for cents",
}

export function refuseScale({ scale }: ColumnFacts, affinity: Affinity): Refusal | undefined {
  if (scale === undefined || affinity === "INTEGER") return undefined
  return {
    refused: "column-type",
    message: `The mapping has the scale ${scale}, and a column with the affinity ${affinity} holds other values than integers`,
    hint: "declare the column as INTEGER, or leave scale out",
  }
}
