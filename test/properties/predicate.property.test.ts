import fc from "fast-check"
import { expect, test } from "vitest"
import { ruleOf } from "../../src/backends/predicate/rule.ts"
import { type Condition, type Filter, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { condition, filterText } from "../arbitraries/filters.ts"
import { near } from "../arbitraries/near.ts"
import { records } from "../arbitraries/people.ts"
import { recordValue } from "../arbitraries/record-value.ts"
import { type Person, people } from "../conformance/people.ts"
import { outcome } from "./outcome.ts"
import { runs } from "./runs.ts"

const single = condition.map(([name, written]) => parseFilter(people, `{${JSON.stringify(name)}:${written}}`))

function conditionsOf(filter: Filter): readonly Condition[] {
  return filter.kind === "and" || filter.kind === "or" ? filter.operands.flatMap(conditionsOf) : [filter]
}

test.each([false, true])("a shortcut agrees with its rule on every value; jit: %s", (jit) => {
  fc.assert(
    fc.property(single, recordValue, (filter, value) => {
      for (const node of conditionsOf(filter)) {
        const { relation, property } = node.field
        if (relation !== undefined) continue
        const predicate = toPredicate(node, { jit })
        const rule = ruleOf(node)
        for (const one of [value, ...near(node)])
          expect(outcome(() => predicate({ [property]: one }))).toBe(outcome(() => rule(one)))
      }
    }),
    runs(3000),
  )
})

test("generated code rejects the records that closures reject, and agrees with closures on all others", () => {
  const anything = fc.dictionary(
    fc.constantFrom(...Object.keys(people.declarations)),
    fc.oneof(
      recordValue,
      fc.array(fc.oneof(recordValue, fc.dictionary(fc.constantFrom("name", "rank", "at"), recordValue))),
    ),
  )
  const filter = filterText.map((text) => parseFilter(people, text))
  fc.assert(
    fc.property(filter, fc.oneof({ weight: 20, arbitrary: anything }, recordValue), (filter, record) => {
      expect(outcome(() => toPredicate(filter, { jit: true })(record))).toBe(
        outcome(() => toPredicate(filter)(record)),
      )
    }),
    runs(3000),
  )
})

test("no answer depends on the order in which operands are tested", () => {
  const filter = filterText.map((text) => parseFilter(people, text))
  fc.assert(
    fc.property(filter, records(9), (filter, records) => {
      // With the option `get`, operands are tested in the order of the filter.
      const get = (record: Person, property: string) => record[property as keyof Person]
      expect(records.filter(toPredicate<Person>(filter))).toEqual(
        records.filter(toPredicate<Person>(filter, { get })),
      )
    }),
    runs(1000),
  )
})
