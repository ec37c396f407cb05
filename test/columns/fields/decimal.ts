import { type FieldValues, ORDERED } from "./field-values.ts"

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/

export const decimal: FieldValues = {
  operators: ORDERED,
  values: [
    ...[
      "0",
      "1",
      "-1",
      "2",
      "10",
      "100",
      "0.1",
      "0.2",
      "0.3",
      "0.5",
      "-1.5",
      "1.005",
      "2.675",
      "4.35",
      "19.99",
    ],
    ...["99.95", "-0.01", "0.01", "1234.5", "99999999.99", "-99999999.99", "0.30000000000000004", "7.00"],
    ...["0.1000000000000000055511151231257827", "0.10000000000000000001", "123456.789", "9007199254740992"],
    ...["9007199254740993", "9007199254740992.5", "9223372036854775807", "9223372036854775808"],
    ...[
      "-9223372036854775808",
      "92233720368547758.07",
      "-92233720368547758.08",
      "12345678901234567890.1234567891",
    ],
    ...[
      "99999999999999999999999999999999999999",
      "-99999999999999999999999999999999999999",
      "0.001",
      "0.0001",
    ],
    ...["9999999999999999999999999999.9999999999", "0.00000000000000000000000000000000000001"],
    ...["1234567890123456789.0123456789012345678", "79228162514264337593543950335", "4.350"],
  ],
  random: (random) => {
    const length = random.below(20) + 1
    const digits = Array.from({ length }, () => random.below(10)).join("")
    const point = random.below(length + 1)
    const sign = random.below(3) === 0 ? "-" : ""
    return canonical(`${sign}${digits.slice(0, point) || "0"}.${digits.slice(point) || "0"}`)
  },
  record(text) {
    const digits = withZero(text)
    return DECIMAL.test(digits) ? canonical(digits) : undefined
  },
  recordValue: (value) => value,
  neighbour(random, value) {
    const places = value.split(".")[1]?.length ?? 0
    const finer = random.below(2)
    const { digits } = unscaled(value)
    const moved = (finer === 1 ? digits * 10n : digits) + random.pick([-1n, 1n])
    return canonical(`${moved}e${-places - finer}`)
  },
  foreign: [
    ...["1e37", "-1e37", "1e-38", "0.005", "4.355", "99999999999999999999999999999999999999", "0.125"],
    ...["123456789012345678901234567890.12345678", "9223372036854775808", "100000000", "999999999.9"],
  ],
  operand(random, text) {
    const value = canonical(text)
    const { digits, places } = unscaled(value)
    // At most 38 digits written without exponent, outer zeros not counted.
    const [whole = "", fraction = ""] = value.replace("-", "").split(".")
    if ((whole === "0" ? 0 : whole.length) + fraction.length > 38) return undefined
    const spellings = [value, `${value}${value.includes(".") ? "0" : ".0"}`, `${digits}e${-places}`]
    const spelling = random.pick(spellings)
    return { json: random.below(2) === 0 ? `"${spelling}"` : spelling, value }
  },
}

/** DuckDB writes .5 in a column whose digits are all behind the point. */
export function withZero(text: string): string {
  return text.replace(/^(-?)\./, "$10.")
}

/** The digits without the point, and how many of them are behind it. */
function unscaled(value: string): { digits: bigint; places: number } {
  const [, sign, whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(value) ?? []
  const digits = BigInt(whole + fraction)
  return { digits: sign === "-" ? -digits : digits, places: fraction.length - Number(exponent) }
}

/** A decimal without exponent and outer zeros. */
function canonical(text: string): string {
  const { digits, places } = unscaled(text)
  const magnitude = String(digits < 0n ? -digits : digits)
  const padded = places > 0 ? magnitude.padStart(places + 1, "0") : magnitude + "0".repeat(-places)
  const point = padded.length - Math.max(places, 0)
  const fraction = padded.slice(point).replace(/0+$/, "")
  return `${digits < 0n ? "-" : ""}${padded.slice(0, point)}${fraction === "" ? "" : `.${fraction}`}`
}
