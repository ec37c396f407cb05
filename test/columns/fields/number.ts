import type { Random } from "../random.ts"
import { withZero } from "./decimal.ts"
import { type FieldValues, ORDERED } from "./field-values.ts"

/** A number as databases print it. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

export const number: FieldValues = {
  operators: ORDERED,
  values: [
    ...["0", "-0", "1", "-1", "2", "10", "100", "0.1", "0.2", "0.3", "0.5", "-1.5", "1.005", "2.675", "4.35"],
    ...["19.99", "99.95", "-0.01", "0.01", "1234.5", "99999999.99", "-99999999.99", "0.30000000000000004"],
    ...["1e21", "1e-7", "5e-324", "2.2250738585072014e-308", "1.7976931348623157e308", "1e300", "-1e300"],
    ...["16777217", "2147483647", "9007199254740991", "9007199254740992", "9007199254740993"],
    ...["9007199254740994", "9007199254740995", "-9007199254740993", "9223372036854775807", "123456.789"],
    ...["0.1000000000000000055511151231257827", "0.10000000000000002", "0.1000000001", "0.0000000001"],
    ...[
      "12345678901234567890.1234567891",
      "0.12345678901234567",
      "3.4028234663852886e38",
      "1.1754943508222875e-38",
    ],
  ],
  random: (random) => {
    const cents = (random.below(2) === 0 ? -1 : 1) * random.below(10 ** random.pick([2, 4, 9]))
    const shapes = [cents / 100, cents, cents / 1000, cents / 7, cents * 1e15]
    return String(random.pick(shapes))
  },
  record(text) {
    // A column of ZEROFILL or another format may print more.
    const plain = withZero(text.replace(/^\+/, ""))
    return NUMBER.test(plain) && Number.isFinite(Number(plain)) ? plain : undefined
  },
  // Drivers return decimals as texts, and doubles as numbers.
  recordValue: (value) => (String(Number(value)) === value ? Number(value) : value),
  neighbour: (random, value) => {
    const number = Number(value)
    return String(random.pick([next(number, 1), next(number, -1), number + 0.01, number - 0.005]))
  },
  foreign: [
    ...["1e300", "-1e300", "5e-324", "1.7976931348623157e308", "9223372036854775807", "-9223372036854775808"],
    ...["0.001", "4.355", "1e-300", "123456789012345680000", "99999999999.5"],
  ],
  operand: (random, value) => operandOf(random, Number(value)),
}

function operandOf(random: Random, number: number) {
  if (!Number.isFinite(number)) return undefined
  const value = Object.is(number, -0) ? "-0" : String(number)
  const [mantissa = "", exponent] = number.toExponential().split("e")
  return { json: random.below(4) === 0 ? `${mantissa}E${exponent}` : value, value }
}

/** The next double up or down. */
function next(number: number, step: 1 | -1): number {
  if (number === 0) return step * 5e-324
  const bytes = new DataView(new ArrayBuffer(8))
  bytes.setFloat64(0, number)
  const bits = bytes.getBigInt64(0)
  bytes.setBigInt64(0, bits + BigInt(number > 0 ? step : -step))
  const result = bytes.getFloat64(0)
  return Number.isFinite(result) ? result : number
}
