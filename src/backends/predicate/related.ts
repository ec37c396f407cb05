import type { ValueTest } from "./rule.ts"

/** Says of a related record whether it passes; where there is none, what the test says of null. */
export function ofOne(name: string, passes: ValueTest, passesNull: boolean): ValueTest {
  return (value) => {
    const related = relatedRecord(value, name)
    return related === null ? passesNull : passes(related)
  }
}

/** Says of related records whether any of them passes; null among them is none. */
export function ofAny(name: string, passes: ValueTest): ValueTest {
  return (value) => {
    for (const one of relatedRecords(value, name)) {
      const related = relatedRecord(one, name)
      if (related !== null && passes(related)) return true
    }
    return false
  }
}

/** Says of related records whether all of them pass. */
export function ofEvery(name: string, passes: ValueTest): ValueTest {
  return (value) => {
    for (const one of relatedRecords(value, name)) {
      const related = relatedRecord(one, name)
      if (related !== null && !passes(related)) return false
    }
    return true
  }
}

function relatedRecord(value: unknown, name: string): object | null {
  if (value === null || value === undefined) return null
  if (typeof value === "object" && !Array.isArray(value)) return value
  throw new TypeError(`A record has something in ${name} that is no related record`)
}

const NONE: readonly unknown[] = []

function relatedRecords(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value === null || value === undefined) return NONE
  throw new TypeError(`A record has something in ${name} that is no array of related records`)
}
