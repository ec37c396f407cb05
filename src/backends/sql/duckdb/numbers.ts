import { bindComparable, bindDigits } from "../dialect/bind.ts"
import { type Decimals, decimalsOf, storeDecimal, storeDouble } from "../dialect/decimals.ts"
import { storeIntegerAsDouble } from "../dialect/doubles.ts"
import type { TypeName } from "../dialect/type-name.ts"
import type { Answer, Answers } from "./answers.ts"
import { plain } from "./column-type.ts"

/** The type of the parameters, and the decimals that the column can hold. */
type Range = (type: TypeName) => readonly [cast: string, decimals: Decimals]

/** A column of decimals or of integers. */
function decimalsIn(range: Range): Answers {
  const exact: Answer = (_, type) => {
    const [cast, decimals] = range(type)
    return plain(cast, (_, value) => storeDecimal(String(value), decimals))
  }
  return {
    integer: exact,
    reference: exact,
    decimal: exact,
    number: (_, type) => {
      const [cast, decimals] = range(type)
      return plain(cast, (double) => storeDouble(Number(double), decimals))
    },
  }
}

const isBit =
  (cast: string): Answer =>
  () =>
    plain(cast, bindDigits)

/** Integers whose type has more than the values of BIGINT, or others. */
export function integersAs(cast: string, decimals: Decimals): Answers {
  return { ...decimalsIn(() => [cast, decimals]), boolean: isBit(cast) }
}

/** Integers that are all in BIGINT. Their index serves a comparison with a BIGINT, which no value of a filter exceeds. */
export function integersWithin(decimals: Decimals): Answers {
  const bigint: Answer = () => plain("BIGINT", bindComparable)
  return { ...decimalsIn(() => ["BIGINT", decimals]), integer: bigint, reference: bigint, boolean: bigint }
}

/** `DECIMAL(10,2)`. The catalog always names both. */
export const decimals: Answers = /* @__PURE__ */ decimalsIn(({ args: [precision = "18", scale = "3"] }) => [
  `DECIMAL(${Number(precision)},${Number(scale)})`,
  decimalsOf(Number(precision), Number(scale)),
])

const integerAsDouble: Answer = () => plain("DOUBLE", storeIntegerAsDouble)

export const doubles: Answers = {
  // The driver for Node binds a whole number as an integer, and 1e300 is too large for one.
  number: () => plain("DOUBLE", bindDigits),
  integer: integerAsDouble,
  reference: integerAsDouble,
}
