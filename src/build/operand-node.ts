import { diagnostic, type Path } from "../diagnostics/diagnostic.ts"
import { FilterError } from "../diagnostics/filter-error.ts"
import type { Field } from "../schema/field.ts"
import type { FieldType } from "../schema/field-type.ts"
import { fieldTypes } from "../schema/types/index.ts"
import type { MisplacedNode, OperatorNode, ScalarNode } from "../syntax/syntax-tree.ts"
import { argumentKind } from "./argument-kind.ts"

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
      throw invalidArgument("The list has a hole", "remove the hole, or fill it with null", [...path, index])
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
      throw mismatch(value, field, path, "use a finite number")
    case "object":
      if (value === null) return { kind: "null" }
      return value instanceof Date ? datetimeNode(value, field, path) : misplaced("object")
    case "undefined":
      throw mismatch(value, field, path, "use when() for an optional condition")
    default:
      throw mismatch(value, field, path)
  }
}

function datetimeNode(date: Date, field: Field, path: Path): ScalarNode {
  const { acceptsDate }: FieldType = fieldTypes[field.type]
  if (!acceptsDate || Number.isNaN(date.getTime())) throw mismatch(date, field, path)
  return { kind: "string", value: date.toISOString() }
}

/** The rules reject an object, whatever it contains. */
function misplaced(found: "array" | "object"): MisplacedNode {
  return found === "array"
    ? { kind: "misplaced", found, items: [] }
    : { kind: "misplaced", found, members: [] }
}

function mismatch(value: unknown, field: Field, path: Path, hint?: string): FilterError {
  const { expects } = fieldTypes[field.type]
  return invalidArgument(`Field ${field.name} expects ${expects}, not ${argumentKind(value)}`, hint, path)
}

function invalidArgument(message: string, hint: string | undefined, path: Path): FilterError {
  return new FilterError([diagnostic("type-mismatch", message, path, hint)])
}
