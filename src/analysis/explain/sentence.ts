import { type Condition, conditionValues } from "../../filter/filter.ts"
import type { Value } from "../../schema/field-type.ts"
import { factsOf, isNegative, type OperatorTest } from "../../schema/operators.ts"
import { listed, objectOf, show, verbOf } from "../words.ts"
import type { ActualValue, RelatedValue } from "./actual.ts"

/** Says what the record has and what the condition asks for. */
export function sentenceOf(condition: Condition, actual: ActualValue, isTrue: boolean): string {
  const { field, operator } = condition
  const { name, property, relation } = field
  const isMet = isTrue !== isNegative(operator)
  if (!isRelated(actual)) return clause(name, actual)
  const [one] = actual
  if (isMet && one !== undefined && relation !== undefined)
    return clause(`${relation.name}[${one.index}].${property}`, one.value)
  const found = actual.map(({ value }) => value)
  return `no ${name} ${verbOf(operator)} ${objectOf(condition)}; found ${found.length === 0 ? "nothing" : listed(found, field, "and")}`

  function clause(subject: string, value: Value | null): string {
    const tail = isMet ? MET : UNMET
    return `${subject} is ${show(value, field)}${tail[factsOf(operator).tests](condition)}`
  }
}

function isRelated(actual: ActualValue): actual is readonly RelatedValue[] {
  return Array.isArray(actual)
}

type Tails = Readonly<Record<OperatorTest, (condition: Condition) => string>>

/** What the value satisfies. Equality with one value needs no words. */
const MET: Tails = {
  equality: (condition) => (conditionValues(condition).length === 1 ? "" : `, one of ${objectOf(condition)}`),
  order: (condition) => `, which is ${objectOf(condition)}`,
  text: (condition) => `, which contains ${objectOf(condition)}`,
}

/** What the value does not satisfy. */
const UNMET: Tails = {
  equality: (condition) => `, not ${objectOf(condition)}`,
  order: (condition) => `, not ${objectOf(condition)}`,
  text: (condition) => `, which does not contain ${objectOf(condition)}`,
}
