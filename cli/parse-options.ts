import { defineSchema, type Limits, type ParseOptions, safeParseFilter } from "desk-filter"
import { limitOptions, type OptionValues } from "./options.ts"
import { cannotBe } from "./usage-error.ts"

/** @throws UsageError when a limit is not valid */
export function parseOptionsOf(values: OptionValues): ParseOptions {
  const limits: { -readonly [Name in keyof Limits]?: number } = {}
  for (const [name, option] of Object.entries(limitOptions) as LimitOption[]) {
    const value = values[option]
    if (value !== undefined) limits[name] = readLimit(name, option, value)
  }
  const { "empty-or": emptyOr = "none", "require-selective": requireSelective = false } = values
  return { limits, emptyOr, requireSelective }
}

type LimitOption = [name: keyof Limits, option: (typeof limitOptions)[keyof Limits]]

/** The library knows which values a limit may have. A limit beyond 2^53 is the same as none. */
function readLimit(name: keyof Limits, option: string, value: string): number {
  const limit = /^\d+$/.test(value) ? Math.min(Number(value), Number.MAX_SAFE_INTEGER) : Number.NaN
  try {
    safeParseFilter(defineSchema({}), "{}", { limits: { [name]: limit } })
    return limit
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw cannotBe(option, value, error.message.replace(/^limits\.\w+ must be/, "it must be"))
  }
}
