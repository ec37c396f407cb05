import { diagnostic, type Mistake, type Path } from "../diagnostics/diagnostic.ts"
import { FilterError } from "../diagnostics/filter-error.ts"
import type { Field } from "../schema/field.ts"
import { type FieldType, mismatch } from "../schema/field-type.ts"
import { fieldTypes } from "../schema/types/index.ts"
import type { MisplacedNode, OperatorNode, ScalarNode } from "../syntax/syntax-tree.ts"
import { kindOf } from "../text/value-kind.ts"

/**
 * Converts an argument to the syntax node that parsing its JSON would produce. A Date becomes a string. An object or
 * a nested list becomes a misplaced node, which the rules reject.
 *
 * @throws FilterError if JSON cannot express the argument: undefined, NaN, a function, an invalid Date, a list with a hole
 */
export function operandNode(argument: unknown, field: Field, path: Path): OperatorNode["operand"] {
  if (!Array.isArray(argument)) return valueNode(argument, field, path)
  const items: (ScalarNode | MisplacedNode)[] = []
  // Not map and not an iterator: map skips a hole, and an iterator reads it through Array.prototype.
  for (let index = 0; index < argument.length; index++) {
    if (!Object.hasOwn(argument, index)) {
      throw invalidArgument(holeIn(field), [...path, index])
    }
    const item: unknown = argument[index]
    items.push(Array.isArray(item) ? misplaced("array") : valueNode(item, field, [...path, index]))
  }
  return { kind: "list", items }
}

function valueNode(value: unknown, field: Field, path: Path): ScalarNode | MisplacedNode {
  switch (typeof value) {
    case "string":
      return { kind: "string", value }
    case "boolean":
      return { kind: "boolean", value }
    case "bigint":
      return { kind: "number", digits: String(value) }
    case "number":
      if (Number.isFinite(value)) return { kind: "number", digits: value }
      throw unsuitable(value, field, path, "use a finite number")
    case "object":
      if (value === null) return { kind: "null" }
      return value instanceof Date ? datetimeNode(value, field, path) : misplaced("object")
    case "undefined":
      throw unsuitable(value, field, path, "use when() for an optional condition")
    default:
      throw unsuitable(value, field, path)
  }
}

function datetimeNode(date: Date, field: Field, path: Path): ScalarNode {
  const { acceptsDate, hintForDate }: FieldType = fieldTypes[field.type]
  if (Number.isNaN(date.getTime())) throw unsuitable(date, field, path)
  if (!acceptsDate) throw unsuitable(date, field, path, hintForDate?.(date))
  return { kind: "string", value: date.toISOString() }
}

/** The rules reject an object, whatever it contains. */
function misplaced(found: "array" | "object"): MisplacedNode {
  return found === "array"
    ? { kind: "misplaced", found, items: [] }
    : { kind: "misplaced", found, members: [] }
}

function unsuitable(value: unknown, field: Field, path: Path, hint?: string): FilterError {
  return invalidArgument(mismatch(field, fieldTypes[field.type].expects, kindOf(value), hint), path)
}

function holeIn({ name: field }: Field): Mistake<"type-mismatch"> {
  return {
    code: "type-mismatch",
    message: "The list has a hole",
    params: { reason: "hole", field },
    hint: "remove the hole, or fill it with null",
  }
}

function invalidArgument(mistake: Mistake<"type-mismatch">, path: Path): FilterError {
  return new FilterError([diagnostic(mistake, path)])
}
