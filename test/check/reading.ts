import { type Diagnostic, defineSchema, field, safeParseFilter } from "../../src/index.ts"

export const schema = defineSchema({ ref: field.uuid(), price: field.decimal(), born: field.date() })

/** What the field reads: its value, or its mistake. */
export function read(name: string, input: unknown): unknown {
  const result = safeParseFilter(
    schema,
    typeof input === "string" ? `{"${name}":${input}}` : { [name]: input },
  )
  if (!result.ok) return result.error.diagnostics[0]
  return "value" in result.filter ? result.filter.value : result.filter
}

/** The code and the hint of the mistake in a text. */
export function mistake(name: string, input: unknown): readonly [code: string, hint: string | undefined] {
  const { code, hint } = read(name, input) as Diagnostic
  return [code, hint]
}
