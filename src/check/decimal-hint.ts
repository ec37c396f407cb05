import { canonicalDecimal } from "../text/decimal.ts"
import type { ValueAdvice } from "./value-advice.ts"

/** A longer text is not searched for a decimal in another notation. */
const LONGEST = 60

/** What to write instead of a decimal in another notation than that of JSON. */
export function decimalHint(written: string): ValueAdvice | undefined {
  if (written.length > LONGEST) return undefined
  const text = written.trim()
  const [, whole = "", cents] = /^([+-]?\d+),(\d{1,2})$/.exec(text) ?? []
  if (cents !== undefined) return hintFor(`${whole}.${cents}`, ": the decimal separator is a point")
  return hintFor(text, "")
}

/** The JSON number that has a plus sign, leading zeros or nothing beside its point. */
function hintFor(text: string, because: string): ValueAdvice | undefined {
  const parts = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(text)
  if (parts === null || !/\d/.test(text)) return undefined
  const [, sign = "", whole = "", fraction = ""] = parts
  const decimal = canonicalDecimal(`${sign.replace("+", "")}${whole || "0"}${fraction && `.${fraction}`}`)
  return decimal === undefined || decimal === "too many digits" ? undefined : { write: decimal, because }
}
