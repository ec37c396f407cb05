import { assemble } from "../../backends/predicate/assemble.ts"
import { propertyTestOf } from "../../backends/predicate/property-test.ts"
import { getterOf } from "../../backends/predicate/read-property.ts"
import { recordCheck } from "../../backends/predicate/record-check.ts"
import { ruleOf } from "../../backends/predicate/rule.ts"
import { write } from "../../backends/query-string/write.ts"
import type { Path } from "../../diagnostics/diagnostic.ts"
import type { Condition, Filter } from "../../filter/filter.ts"
import type { Value } from "../../schema/field-type.ts"
import type { FieldName } from "../../schema/infer.ts"
import type { Operator } from "../../schema/operators.ts"
import type { RecordOf } from "../../schema/record-of.ts"
import type { Schema } from "../../schema/schema.ts"
import type { Span } from "../../syntax/span.ts"
import { filterKeys } from "../filter-keys.ts"
import { type ActualValue, actualOf } from "./actual.ts"
import { dropImplied } from "./implied.ts"
import { reasonsFor } from "./reasons.ts"
import { sentenceOf } from "./sentence.ts"
import { nodesOf } from "./support.ts"

/** Why a record matches a filter, or does not. */
export interface Explanation<S extends Schema> {
  /** The answer of the predicate of the filter. */
  readonly matches: boolean
  /** The conditions that decided, in the order of the filter. None if the answer is the same for every record. */
  readonly reasons: readonly Reason<S>[]
}

/** A condition that decided. It is true if the record matches, and false if not. */
export interface Reason<S extends Schema> {
  readonly field: FieldName<S>
  readonly operator: Operator
  /** What the filter compares the field with: a value, or the list of `$in` and `$nin`. */
  readonly expected: Value | null | readonly (Value | null)[]
  /** What the record has. */
  readonly actual: ActualValue
  /** The path to the operand in `stringify(filter)`. */
  readonly path: Path
  /**
   * The range of the condition in `stringify(filter)`, in UTF-16 units: `"id":{"$gt":5}`, or only `"$gt":5` if the field
   * has several operators.
   */
  readonly span: Span
  /** What the record has and what the condition asks for, in words. Without a full stop. */
  readonly text: string
}

/**
 * Explains why a record matches a filter, or does not.
 *
 * The reasons suffice: every record for which these conditions have the same truth gets the same answer. And each is
 * needed: without it, that would not follow. There may be other such sets of reasons. Where one operand is enough, the
 * reasons are those of the operand that needs the fewest.
 *
 * @param filter a checked filter
 * @param record a record, in any form that `toPredicate` reads
 * @returns the answer and the reasons. If a filter has very many conditions on one field, some reasons may not be needed
 * @throws TypeError if the filter is not a checked filter, or if its predicate cannot read the record
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","contacts.value":{"$contains":"@example.com"}}')
 * const { matches, reasons } = explain(filter, { id: 1, state: "active", contacts: [{ value: "jane@example.org" }] })
 * matches // false
 * reasons.map(({ text }) => text) // ['no contacts.value contains "@example.com"; found "jane@example.org"']
 * ```
 */
export function explain<S extends Schema, Row>(
  filter: Filter<S>,
  record: unknown extends Row ? Row : RecordOf<S>,
): Explanation<S> {
  const matches = answer(filter, record)
  const keyOf = filterKeys()
  const root = nodesOf(filter, matches, keyOf, isDeciding)
  const deciding = reasonsFor(root)
  dropImplied(root, deciding, matches)
  const keys = new Set([...deciding].map(({ condition }) => keyOf(condition)))
  const reasons: Reason<S>[] = []
  write(filter, false, (condition, path, start, end) => {
    // Equal conditions are one reason, where the first of them is.
    if (!keys.delete(keyOf(condition))) return
    const actual = actualOf(condition, record)
    reasons.push({
      field: condition.field.name as FieldName<S>,
      operator: condition.operator,
      expected: "values" in condition ? condition.values : condition.value,
      actual,
      path: [...path],
      span: { start, end },
      text: sentenceOf(condition, actual, matches),
    })
  })
  return { matches, reasons }

  /** A condition that the predicate cannot test did not decide: the predicate skipped it. */
  function isDeciding(condition: Condition): boolean {
    try {
      return test(condition, record) === matches
    } catch {
      return false
    }
  }
}

/** The answer of the predicate: it tests the conditions in the same order, so it also throws the same errors. */
function answer(filter: Filter, record: unknown): boolean {
  const decide = assemble<() => boolean>(filter, undefined, {
    all: (parts) => () => parts.every((part) => part()),
    any: (parts) => () => parts.some((part) => part()),
    test: (condition) => () => test(condition, record),
  })
  recordCheck("A record", undefined)(record)
  return decide()
}

/** By the rule of the condition: shortcuts would only save time when there are many records. */
function test(condition: Condition, record: unknown): boolean {
  const { property, test } = propertyTestOf(condition, ruleOf(condition), undefined)
  return test(getterOf(property, undefined)(record, property))
}
