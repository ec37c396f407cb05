import type { Comparable } from "../../../schema/comparison-form.ts"
import type { Value } from "../../../schema/field-type.ts"
import { bindBoolean, bindComparable } from "../dialect/bind.ts"
import {
  type Decimals,
  decimalsOf,
  integersOf,
  storeDecimal,
  storeDouble,
  storeDoubleUnscaled,
  unsignedOf,
} from "../dialect/decimals.ts"
import { storeIntegerAsDouble } from "../dialect/doubles.ts"
import { one, type Stored } from "../dialect/stored.ts"
import type { TypeName } from "../dialect/type-name.ts"
import type { Answer, PostgresType } from "./column-type.ts"
import { plain } from "./plain.ts"

export const boolean: Answer = () => ({ ...plain("boolean", bindBoolean), bindsItems: true })

/** Digits without a point, because the column holds amounts of the smallest unit. */
const digits = String

/** Integers of this many bits. The parameter is always a bigint: an index on a smaller type serves it too. */
export function integers(bits: number) {
  const bigint = plain("bigint", bindComparable)
  const range = integersOf(bits)
  return {
    integer: () => bigint,
    reference: () => bigint,
    boolean: () => bigint,
    number: () => plain("bigint", (double) => storeDouble(Number(double), range)),
    decimal: ({ scale = 0 }) =>
      plain("bigint", (_, value) => storeDecimal(String(value), { ...range, scale }, digits)),
  } as const satisfies Readonly<Record<string, Answer>>
}

/** A whole number in a type that holds those without a sign, of 32 bits. */
const unsigned: Answer = () => plain("oid", (integer) => storeDecimal(String(integer), unsignedOf(32)))

export const oid = { integer: unsigned, reference: unsigned } as const

/** The decimals of a column, from `numeric(10,2)`. Without a precision, it holds any number of digits. */
function decimals({ args: [precision, scale = "0"] }: TypeName): Decimals | undefined {
  if (precision === undefined) return undefined
  const fraction = Math.max(Number(scale), 0)
  // `numeric(3,-2)` holds three digits before two zeros.
  return decimalsOf(Number(precision) + fraction - Number(scale), fraction)
}

const asWritten = (_: Comparable, value: Value): Stored => one(String(value))

const wholeNumber: Answer = () => plain("numeric", asWritten)

export const numeric = {
  integer: wholeNumber,
  reference: wholeNumber,
  decimal: ({ scale }) =>
    plain(
      "numeric",
      scale === undefined ? asWritten : (_, value) => storeDecimal(String(value), { scale }, digits),
    ),
  number: (_, type) => plain("numeric", doublesIn(decimals(type))),
} as const satisfies Readonly<Record<string, Answer>>

function doublesIn(held: Decimals | undefined): PostgresType["store"] {
  return held === undefined
    ? (double) => storeDoubleUnscaled(Number(double))
    : (double) => storeDouble(Number(double), held)
}

const wholeDouble: Answer = () => plain("double precision", storeIntegerAsDouble)

export const double = {
  number: () => plain("double precision", bindComparable),
  integer: wholeDouble,
  reference: wholeDouble,
} as const satisfies Readonly<Record<string, Answer>>
