import type { Get } from "./read-property.ts"
import { recordCheck } from "./record-check.ts"
import type { ValueTest } from "./rule.ts"
import { unexpected, valueIn } from "./unexpected.ts"

/** Tests the related record. Without one, the answer is that of the test for null. */
export function testOne(
  relation: string,
  test: ValueTest,
  answerForNull: boolean,
  get: Get | undefined,
): ValueTest {
  const relatedIn = relatedRecord(relation, get)
  return (value) => {
    const related = relatedIn(value)
    return related === undefined ? answerForNull : test(related)
  }
}

/**
 * Tests related records until one decides. With `deciding` true, one that passes makes the answer true. With `deciding`
 * false, one that fails makes it false.
 */
export function testMany(
  relation: string,
  test: ValueTest,
  deciding: boolean,
  get: Get | undefined,
): ValueTest {
  const someIn = someRelated(relation, get)
  const decides: ValueTest = (related) => test(related) === deciding
  return (value) => someIn(value, decides) === deciding
}

/** Makes a function that returns the related record of a relation to one. Without a related record it returns undefined. */
export function relatedRecord(relation: string, get: Get | undefined): (value: unknown) => unknown {
  const check = recordCheck(valueIn(relation), get)
  return (value) => {
    if (value === null || value === undefined) return undefined
    // A `get` function could read an array, but then the relation has many records.
    if (Array.isArray(value)) throw unexpected(valueIn(relation), value, "an object with properties")
    check(value)
    return value
  }
}

/** Makes a function for a relation to many. It tests the related records until one passes, and skips null among them. */
export function someRelated(
  relation: string,
  get: Get | undefined,
): (value: unknown, test: ValueTest) => boolean {
  const check = recordCheck(`A record of ${relation}`, get)
  return (value, test) => {
    const records = value ?? []
    if (!Array.isArray(records)) throw unexpected(valueIn(relation), value, "an array of objects")
    for (const related of records) {
      if (related === null || related === undefined) continue
      check(related)
      if (test(related)) return true
    }
    return false
  }
}
