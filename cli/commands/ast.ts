import {
  type Compare,
  type Contains,
  compile,
  defineBackend,
  type Filter,
  type In,
  type Value,
} from "desk-filter"
import { filterOptions } from "../options.ts"
import type { Paint } from "../paint.ts"
import { visible } from "../visible.ts"
import type { FilterCommand } from "./command.ts"

export const ast: FilterCommand = {
  name: "ast",
  takes: "filter",
  summary: "the tree of a checked filter, with field types and parsed values",
  options: filterOptions,
  examples: [
    `desk-filter ast --schema customers '{"$or":[{"id":{"$in":["1","2"]}},{"createdAt":{"$lt":"2024-01-01"}}]}'`,
  ],
  run: ({ filter }) => ({ text: (paint) => drawTree(filter, paint), json: { ast: compile(filter, nodes) } }),
}

type Condition = Compare | In | Contains

/** The nodes of a filter as JSON. A condition has the name and the type of its field instead of the declaration. */
type AstNode =
  | { readonly kind: "and" | "or"; readonly operands: readonly AstNode[] }
  | {
      readonly kind: "compare" | "in" | "contains"
      readonly field: string
      readonly type: string
      readonly operator: string
      readonly value?: Value | null
      readonly values?: readonly (Value | null)[]
    }

const conditionNode = ({ kind, field: { name, type }, ...rest }: Condition): AstNode => ({
  kind,
  field: name,
  type,
  ...rest,
})

const nodes = defineBackend<AstNode>({
  and: (operands) => ({ kind: "and", operands }),
  or: (operands) => ({ kind: "or", operands }),
  compare: conditionNode,
  in: conditionNode,
  contains: conditionNode,
})

function drawTree(filter: Filter, paint: Paint): string {
  const branch = (name: string, meaning: string, operands: readonly string[]) =>
    operands.length === 0
      ? `${paint.bold(name)} (empty): ${meaning}`
      : [paint.bold(name), ...operands.map((operand) => `  ${operand.replaceAll("\n", "\n  ")}`)].join("\n")
  const leaf = (node: Condition) => {
    const { field, operator } = node
    const operand = "values" in node ? `[${node.values.map(show).join(", ")}]` : show(node.value)
    return `${field.name} ${paint.dim(field.type)} ${paint.cyan(operator)} ${operand}`
  }
  return compile(
    filter,
    defineBackend<string>({
      and: (operands) => branch("and", "matches every record", operands),
      or: (operands) => branch("or", "matches no record", operands),
      compare: leaf,
      in: leaf,
      contains: leaf,
    }),
  )
}

function show(value: Value | null): string {
  return typeof value === "bigint" ? String(value) : visible(JSON.stringify(value))
}
