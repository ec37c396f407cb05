import { replaceHidden } from "../../../text/hidden.ts"
import type { Finding, Severity } from "../dialect/finding.ts"
import { sorted } from "./findings.ts"

/** The words begin in one column. */
const WIDTH = "warning  ".length

/**
 * Formats findings for a terminal or a log: errors first, each with its hint in a line of its own.
 *
 * @param findings the findings of {@link inspectMapping} or of a {@link MappingError}
 * @returns lines without a line break at the end; an empty text if there are no findings
 *
 * @example
 * ```ts
 * const mapping = sqlMapping(customers, { table: "customers" })
 * const { findings } = await inspectMapping(sqlite, mapping, () => [])
 * formatFindings(findings).split("\n")[0]
 * // 'error    missing-table: The database has no table or view "customers", or its user may not see it'
 * ```
 */
export function formatFindings(findings: readonly Finding[]): string {
  return sorted(findings).map(formatFinding).join("\n")
}

function formatFinding({ severity, code, field, column, message, hint }: Finding): string {
  const indent = " ".repeat(WIDTH)
  const where = [field && `field ${field}`, column && `column ${column}`].filter((part) => part !== undefined)
  return [
    `${label(severity)}${code}: ${printable(message)}`,
    ...(where.length === 0 ? [] : [`${indent}at ${printable(where.join(", "))}`]),
    ...(hint === undefined ? [] : [`${indent}hint: ${printable(hint)}`]),
  ].join("\n")
}

function label(severity: Severity): string {
  return severity.padEnd(WIDTH)
}

/** A name of the catalog could hold control characters, which a terminal would obey. */
function printable(text: string): string {
  return replaceHidden(text, () => "·")
}
