import type { Get } from "./read-property.ts"
import { unexpected } from "./unexpected.ts"

/**
 * Makes the check of records, or of the records of a relation. An array or a Map would pass for a record without values.
 * A `get` function may read any object, and so a Map too.
 *
 * @returns a function that throws a TypeError if a value is not a record
 */
export function recordCheck(subject: string, get: Get | undefined): (record: unknown) => void {
  return (record) => {
    if (
      typeof record !== "object" ||
      record === null ||
      (get === undefined && (Array.isArray(record) || record instanceof Map))
    )
      throw unexpected(subject, record, "an object with properties")
  }
}
