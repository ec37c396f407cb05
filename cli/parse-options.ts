import { defineSchema, type Limits, type ParseOptions, parseFilter } from "desk-filter"
import { limitOptions, type OptionValues } from "./options.ts"
import { UsageError } from "./usage-error.ts"

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

/** The library knows which values a limit may have. */
function readLimit(name: keyof Limits, option: string, value: string): number {
  const limit = /^\d+$/.test(value) ? Number(value) : Number.NaN
  try {
    parseFilter(defineSchema({}), "{}", { limits: { [name]: limit } })
    return limit
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UsageError(
      `--${option} cannot be ${value}`,
      error.message.replace(/^limits\.\w+ must be/, "it must be"),
    )
  }
}
