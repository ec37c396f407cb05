import type { Field } from "../../../schema/field.ts"
import { type Finding, severities } from "../dialect/finding.ts"
import type { MappedColumn } from "../mapping.ts"
import type { Note } from "./catalog.ts"

/** What a finding is about. */
interface Subject {
  readonly field?: Field | undefined
  readonly column?: string | undefined
}

/** A finding about a field, a column, or the whole mapping. */
export function found({ code, message, hint }: Note, { field, column }: Subject = {}): Finding {
  return { severity: severities[code], code, field: field?.name, column, message, hint }
}

/** A column with its table, or its expression, as a finding names it. */
export function columnLabel(
  table: readonly string[],
  { name, expression }: Pick<MappedColumn, "name" | "expression">,
): string {
  return expression ?? [...table, name].join(".")
}

const order = { error: 0, warning: 1, info: 2 } as const satisfies Readonly<
  Record<Finding["severity"], number>
>

/** Errors first. Findings of one severity stay in their order, which is that of the schema's fields. */
export function sorted(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => order[a.severity] - order[b.severity])
}
