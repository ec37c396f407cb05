import type { Filter } from "../../filter/filter.ts"
import { type Assembly, assemble } from "./assemble.ts"
import { propertyTestOf } from "./property-test.ts"
import { type Get, getterOf } from "./read-property.ts"
import { recordCheck } from "./record-check.ts"
import type { ValueTest } from "./rule.ts"
import { valueTest } from "./value-test.ts"

/** A test of one property, and what follows each answer. */
interface Step {
  readonly property: string
  readonly read: Get
  readonly test: ValueTest
  readonly yes: Next
  readonly no: Next
}

/** The next step, or the answer of the predicate. */
type Next = Step | boolean

/** Makes the first step of a part of the filter from what follows the part. */
type Link = (yes: Next, no: Next) => Next

const assembly: Assembly<Link> = {
  all: (parts) => (yes, no) => parts.reduceRight((next, part) => part(next, no), yes),
  any: (parts) => (yes, no) => parts.reduceRight((next, part) => part(yes, next), no),
  test: (condition, get) => {
    const { property, test } = propertyTestOf(condition, valueTest(condition), get)
    const read = getterOf(property, get)
    return (yes, no) => ({ property, read, test, yes, no })
  },
}

/**
 * Builds a predicate from closures: one for each condition. Junctions have none. They are in the order of the steps,
 * so that a record meets only conditions.
 */
export function closures(filter: Filter, get: Get | undefined): ValueTest {
  const first = assemble(filter, get, assembly)(true, false)
  const check = recordCheck("A record", get)
  return (record) => {
    check(record)
    let next = first
    while (typeof next !== "boolean") {
      const { property, read, test, yes, no } = next
      next = test(read(record, property)) ? yes : no
    }
    return next
  }
}
