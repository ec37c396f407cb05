import type { Comparable } from "../../../schema/comparison-form.ts"
import type { Value } from "../../../schema/field-type.ts"
import { bindComparable } from "../dialect/bind.ts"
import {
  type Decimals,
  decimalsOf,
  integersOf,
  storeDecimal,
  storeDouble,
  unsignedOf,
} from "../dialect/decimals.ts"
import { storeIntegerAsDouble } from "../dialect/doubles.ts"
import { type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { one, type Stored } from "../dialect/stored.ts"
import type { TypeName } from "../dialect/type-name.ts"
import { type Answer, type Answers, plain } from "./column-type.ts"

/** Casts a parameter to a type. */
export function castTo(type: string): (value: SqlValue) => Fragment {
  return (value) => sql`CAST(${new Parameter(value)} AS ${type})`
}

const signed: Answer = () => plain(castTo("SIGNED"), bindComparable)

/** Booleans are 1 and 0. */
function integersIn(cast: string, range: Decimals): Answers {
  return {
    integer: signed,
    reference: signed,
    boolean: signed,
    number: () => plain(castTo(cast), (double) => storeDouble(Number(double), range)),
    decimal: () => plain(castTo(cast), (_, decimal) => storeDecimal(String(decimal), range)),
  }
}

/** Integers of this many bits, with and without a sign. */
export function integers(bits: number): Answers {
  return integersIn("SIGNED", integersOf(bits))
}

export function unsignedIntegers(bits: number): Answers {
  return integersIn("UNSIGNED", unsignedOf(bits))
}

/** Bits are numbers without a sign. */
export const bits: Answers = { integer: signed, reference: signed, boolean: signed }

/** A column of decimals: `decimal` is `decimal(10,0)`. */
function inDecimals(store: (comparable: Comparable, value: Value, held: Decimals) => Stored): Answer {
  return (_, { name, args: [precision = "10", scale = "0"] }: TypeName) => {
    const decimals = decimalsOf(Number(precision), Number(scale))
    const held = name.endsWith("unsigned") ? { ...decimals, least: 0n } : decimals
    return plain(castTo(`DECIMAL(${Number(precision)},${Number(scale)})`), (comparable, value) =>
      store(comparable, value, held),
    )
  }
}

const integerInDecimals = /* @__PURE__ */ inDecimals((integer, _, held) =>
  storeDecimal(String(integer), held),
)

export const decimals: Answers = /* @__PURE__ */ (() => ({
  integer: integerInDecimals,
  reference: integerInDecimals,
  number: inDecimals((double, _, held) => storeDouble(Number(double), held)),
  decimal: inDecimals((_, decimal, held) => storeDecimal(String(decimal), held)),
}))()

/** The digits before and after the point of a decimal that no column type limits: 65 in all, the most that there are. */
const WHOLE = 38
const SCALE = 65 - WHOLE

/**
 * Decimals in columns of any precision. A cast has room for all digits of a value: a filter has 38 at most.
 *
 * @param greatestScale the most digits after the point that a column has
 */
export function anyDecimals(greatestScale: number): Answer {
  return () =>
    plain(
      (value) => castTo(`DECIMAL(65,${scaleOf(value) > SCALE ? greatestScale : SCALE})`)(value),
      (_, decimal) =>
        scaleOf(decimal) > greatestScale
          ? storeDecimal(String(decimal), { scale: greatestScale })
          : one(String(decimal)),
    )
}

function scaleOf(decimal: SqlValue): number {
  return String(decimal).split(".")[1]?.length ?? 0
}

const integerAsDouble: Answer = () => plain(castTo("DOUBLE"), storeIntegerAsDouble)

export const doubles: Answers = {
  number: () => plain(castTo("DOUBLE"), bindComparable),
  integer: integerAsDouble,
  reference: integerAsDouble,
}
