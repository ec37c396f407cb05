import type { ValueTest } from "./rule.ts"

/** Tests the related record. Without one, the answer is that of the test for null. */
export function testOne(relation: string, test: ValueTest, answerForNull: boolean): ValueTest {
  return (value) => {
    const related = relatedRecord(value, relation)
    return related === null ? answerForNull : test(related)
  }
}

/**
 * Tests related records until one decides, and skips null among them. With `deciding` true, one that passes makes the
 * answer true. With `deciding` false, one that fails makes it false.
 */
export function testMany(relation: string, test: ValueTest, deciding: boolean): ValueTest {
  return (value) => {
    for (const item of relatedRecords(value, relation)) {
      const related = relatedRecord(item, relation)
      if (related !== null && test(related) === deciding) return deciding
    }
    return !deciding
  }
}

function relatedRecord(value: unknown, relation: string): object | null {
  if (value === null || value === undefined) return null
  if (typeof value === "object" && !Array.isArray(value)) return value
  throw new TypeError(`Records of ${relation} must be objects`)
}

function relatedRecords(value: unknown, relation: string): readonly unknown[] {
  const records = value ?? []
  if (Array.isArray(records)) return records
  throw new TypeError(`Records of ${relation} must be an array`)
}
