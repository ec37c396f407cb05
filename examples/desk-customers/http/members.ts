import type { Mistakes } from "./mistakes.ts"

/** An object in a body, as a mistake names it. */
export interface ObjectInBody {
  /** A JSON Pointer (RFC 6901). */
  readonly pointer: string
  readonly subject: string
}

/** The members of an optional object. */
export function membersOf(
  { pointer, subject }: ObjectInBody,
  value: unknown,
  mistakes: Mistakes,
): Readonly<Record<string, unknown>> {
  if (value === undefined) return {}
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value }
  mistakes.report({ pointer }, "type-mismatch", `${subject} must be an object`)
  return {}
}

/** Reports members that the object does not have. */
export function rejectMembers(
  { pointer, subject }: ObjectInBody,
  unknown: Readonly<Record<string, unknown>>,
  hint: string,
  mistakes: Mistakes,
): void {
  for (const name of Object.keys(unknown)) {
    if (mistakes.areEnough) break
    const detail = `There is no member ${JSON.stringify(name.slice(0, 60))} of ${subject}`
    mistakes.report({ pointer }, "unknown-property", detail, hint)
  }
}
