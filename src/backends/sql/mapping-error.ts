import type { Finding } from "./dialect/finding.ts"

/**
 * A mapping that a database cannot answer exactly. `findings` has one finding for each column that cannot answer.
 *
 * @example
 * ```ts
 * const schema = defineSchema({ price: field.number() })
 * const mapping = sqlMapping(schema, { columns: { price: { type: "real" } } })
 * try {
 *   toSql(parseFilter(schema, '{"price":0.1}'), postgres, mapping)
 * } catch (error) {
 *   error instanceof MappingError && error.findings[0]?.code // "column-type"
 * }
 * ```
 */
export class MappingError extends TypeError {
  override readonly name = "MappingError"
  readonly findings: readonly Finding[]

  constructor(database: string, findings: readonly Finding[]) {
    const lines = findings.map(({ field, column, message, hint }) => {
      const subject = [field && `Field ${field}`, column && `column ${column}`].filter(Boolean).join(", ")
      return `${subject && `${subject}: `}${message}${hint === undefined ? "" : `. Hint: ${hint}`}`
    })
    super(`${database} cannot answer filters with this mapping:\n${lines.join("\n")}`)
    this.findings = findings
  }
}
