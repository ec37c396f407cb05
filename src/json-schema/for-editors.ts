import type { JsonSchema } from "./keywords.ts"

/**
 * Asserts a pattern only on texts that have the format. An editor asserts formats too. It then reports the name of the
 * format, and not a regular expression beside it. Other validators may ignore formats, so they assert the pattern.
 */
export function formatFirst({ pattern, ...schema }: JsonSchema): JsonSchema {
  const { format, anyOf } = schema
  if (anyOf !== undefined) return { ...schema, anyOf: anyOf.map(formatFirst) }
  if (pattern === undefined) return schema
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema has this keyword
  return format === undefined ? { ...schema, pattern } : { ...schema, if: { format }, then: { pattern } }
}
