import type { ValueTest } from "./rule.ts"

/** Tests the related record. Without one, the answer is that of the test for null. */
export function testOne(relation: string, test: ValueTest, answerForNull: boolean): ValueTest {
  return (value) => {
    const related = relatedRecord(value, relation)
    return related === null ? answerForNull : test(related)
  }
}

/** Tests whether any related record passes. It skips null among the records. */
export function testAny(relation: string, test: ValueTest): ValueTest {
  return (value) => {
    for (const item of relatedRecords(value, relation)) {
      const related = relatedRecord(item, relation)
      if (related !== null && test(related)) return true
    }
    return false
  }
}

/** Tests whether every related record passes. It skips null among the records. */
export function testEvery(relation: string, test: ValueTest): ValueTest {
  return (value) => {
    for (const item of relatedRecords(value, relation)) {
      const related = relatedRecord(item, relation)
      if (related !== null && !test(related)) return false
    }
    return true
  }
}

function relatedRecord(value: unknown, relation: string): object | null {
  if (value === null || value === undefined) return null
  if (typeof value === "object" && !Array.isArray(value)) return value
  throw new TypeError(`The value of ${relation} in a record is not a related record`)
}

const NONE: readonly unknown[] = []

function relatedRecords(value: unknown, relation: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value === null || value === undefined) return NONE
  throw new TypeError(`The value of ${relation} in a record is not an array of related records`)
}
