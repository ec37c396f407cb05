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
  const check = recordCheck(valueIn(relation), get)
  return (value) => {
    if (value === null || value === undefined) return answerForNull
    // A `get` function could read an array, but then the relation has many records.
    if (Array.isArray(value)) throw unexpected(valueIn(relation), value, "an object with properties")
    check(value)
    return test(value)
  }
}

/**
 * Tests related records until one decides, and skips null among them. With `deciding` true, one that passes makes the
 * answer true. With `deciding` false, one that fails makes it false.
 */
export function testMany(
  relation: string,
  test: ValueTest,
  deciding: boolean,
  get: Get | undefined,
): ValueTest {
  const check = recordCheck(`A record of ${relation}`, get)
  return (value) => {
    const records = value ?? []
    if (!Array.isArray(records)) throw unexpected(valueIn(relation), value, "an array of objects")
    for (const related of records) {
      if (related === null || related === undefined) continue
      check(related)
      if (test(related) === deciding) return deciding
    }
    return !deciding
  }
}
