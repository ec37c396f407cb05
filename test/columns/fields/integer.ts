import { EQUALITY, type FieldValues, ORDERED } from "./field-values.ts"

const LEAST = -(2n ** 63n)
const GREATEST = 2n ** 63n - 1n

export const integer: FieldValues = {
  operators: ORDERED,
  values: [
    ...["0", "1", "-1", "2", "3", "7", "9", "10", "12", "100", "127", "128", "-128", "-129", "255", "256"],
    ...["1000", "32767", "-32768", "32768", "65535", "65536", "8388607", "16777215", "16777216", "16777217"],
    ...["2147483647", "2147483648", "-2147483648", "4294967295", "4294967296", "9007199254740991"],
    ...["9007199254740992", "9007199254740993", "9007199254740994", "-9007199254740993"],
    ...["999999999999999999", "9223372036854775806", "9223372036854775807", "-9223372036854775808"],
  ],
  random: (random) => {
    const bits = random.below(63) + 1
    const high = BigInt(random.below(2 ** 31)) << 32n
    const magnitude = (high | BigInt(random.below(2 ** 31))) & ((1n << BigInt(bits)) - 1n)
    return String(random.below(3) === 0 ? -magnitude : magnitude)
  },
  record(text) {
    const value = integerOf(text)
    return value === undefined || value < LEAST || value > GREATEST ? undefined : String(value)
  },
  recordValue: (value) => (Number.isSafeInteger(Number(value)) ? Number(value) : BigInt(value)),
  neighbour: (random, value) => String(BigInt(value) + random.pick([-1n, 1n])),
  foreign: [
    ...["9223372036854775807", "-9223372036854775808", "9007199254740993", "2147483648", "-2147483649"],
    ...["32768", "256", "-129", "12345678901234567"],
  ],
  operand(random, value) {
    const integer = BigInt(value)
    if (integer < LEAST || integer > GREATEST) return undefined
    return { json: random.below(3) === 0 ? `"${value}"` : value, value }
  },
}

export const reference: FieldValues = { ...integer, operators: EQUALITY }

/** An integer as a column of integers, decimals or doubles prints it. Undefined for a fraction. */
function integerOf(text: string): bigint | undefined {
  const [, digits, zeros] = /^(-?\d+)(?:\.(0+))?$/.exec(text) ?? []
  if (digits !== undefined && (zeros === undefined || /^0+$/.test(zeros))) return BigInt(digits)
  const number = Number(text)
  return text !== "" && /e/i.test(text) && Number.isInteger(number) ? BigInt(number) : undefined
}
