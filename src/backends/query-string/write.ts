import type { Condition, Filter } from "../../filter/filter.ts"
import { type ConditionFold, fold } from "../../filter/fold.ts"
import type { FieldTypeName } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { IMPLICIT_OPERATOR } from "../../schema/operators.ts"
import { canonicalDecimal } from "../../text/decimal.ts"

/**
 * Receives the position of each condition in the text, in the order of the text.
 *
 * @param path the path to the operand. It changes after the call
 * @param start the offset of the condition: of the field's name, or of the operator's if the field has several
 */
export type Located = (
  condition: Condition,
  path: readonly (string | number)[],
  start: number,
  end: number,
) => void

/** A name in an object: a field with its conditions, or an operator with the objects that it joins. */
interface Member {
  readonly name: string
  readonly conditions: Condition[]
  readonly objects: readonly Members[]
}

type Members = readonly Member[]

/** The members of a filter. All of them must match. */
const members: ConditionFold<Members> = {
  and: (operands) => operands.flat(),
  or: (operands) => [{ name: "$or", conditions: [], objects: operands.map(objectOf) }],
  condition: (node) => [{ name: node.field.name, conditions: [node], objects: [] }],
}

/** Writes a filter as JSON. */
export function write(filter: Filter, isExplicit: boolean, located?: Located): string {
  // Engines append without copying. To join the texts of the operands would copy them again at each level.
  let text = ""
  const path: (string | number)[] = []
  writeObject(objectOf(fold(filter, members)))
  return text

  function writeObject(members: Members): void {
    enclosed("{", "}", members, writeMember)
  }

  function writeMember({ name, conditions, objects }: Member): void {
    const start = text.length
    const [only] = conditions
    const isSingle = conditions.length === 1
    path.push(name)
    text += `${JSON.stringify(name)}:`
    if (only === undefined) enclosed("[", "]", objects, writeOperand)
    else if (isSingle && !isExplicit && only.operator === IMPLICIT_OPERATOR) {
      text += operandOf(only)
      located?.(only, path, start, text.length)
    } else {
      enclosed("{", "}", conditions, (condition) => {
        const { operator } = condition
        const from = isSingle ? start : text.length
        path.push(operator)
        text += `"${operator}":${operandOf(condition)}`
        // A brace follows that belongs to the condition.
        located?.(condition, path, from, text.length + Number(isSingle))
        path.pop()
      })
    }
    path.pop()
  }

  function writeOperand(object: Members, i: number): void {
    path.push(i)
    writeObject(object)
    path.pop()
  }

  function enclosed<Item>(
    open: string,
    close: string,
    items: readonly Item[],
    writeItem: (item: Item, i: number) => void,
  ): void {
    text += open
    items.forEach((item, i) => {
      if (i > 0) text += ","
      writeItem(item, i)
    })
    text += close
  }
}

/**
 * Joins members to one object without reordering them. In it, the operators of a field are adjacent. A member whose name
 * the object already has goes into the next object, inside an `$and`.
 */
function objectOf(members: Members): Members {
  const objects: Member[][] = []
  let names = new Map<string, Member>()
  let last: Member | undefined
  for (const member of members) {
    const same = names.get(member.name)
    const [condition] = member.conditions
    if (same !== undefined && same === last && condition !== undefined && !has(same, condition)) {
      same.conditions.push(condition)
      continue
    }
    if (same !== undefined || objects.length === 0) {
      names = new Map()
      objects.push([])
    }
    last = member
    names.set(member.name, member)
    objects.at(-1)?.push(member)
  }
  const [first = [], ...more] = objects
  return more.length === 0 ? first : [...first, { name: "$and", conditions: [], objects: more }]
}

function has({ conditions }: Member, { operator }: Condition): boolean {
  return conditions.some((other) => other.operator === operator)
}

function operandOf(node: Condition): string {
  const write = writers[node.field.type]
  const writeOrNull = (value: Value | null) => (value === null ? "null" : write(value))
  return "values" in node ? `[${node.values.map(writeOrNull).join()}]` : writeOrNull(node.value)
}

const asDigits = String
const asJson: (value: Value) => string = JSON.stringify

/** Writes a value of each type as JSON. */
const writers: Readonly<Record<FieldTypeName, (value: Value) => string>> = {
  // A bigint too.
  integer: asDigits,
  number: asJson,
  string: asJson,
  boolean: asJson,
  enum: asJson,
  datetime: asJson,
  reference: asDigits,
  opaque: asJson,
  uuid: asJson,
  decimal: writeDecimal,
  date: asJson,
}

/** A number, if programs that read the numbers of JSON as doubles write the same decimal again. Otherwise a string. */
function writeDecimal(value: Value): string {
  const text = String(value)
  return canonicalDecimal(String(Number(text))) === text ? text : `"${text}"`
}
