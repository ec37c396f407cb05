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
  summary: "the tree of a filter, with the types of its fields and its values as they were read",
  options: filterOptions,
  examples: [
    `desk-filter ast --schema customers '{"$or":[{"id":{"$in":["1","2"]}},{"createdAt":{"$lt":"2024-01-01"}}]}'`,
  ],
  run: ({ filter }) => ({ text: (paint) => drawTree(filter, paint), json: { ast: compile(filter, nodes) } }),
}

/** A filter as JSON has it: its own nodes, with the name and type of a field in place of its declaration. */
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

const nodes = defineBackend<AstNode>({
  and: (operands) => ({ kind: "and", operands }),
  or: (operands) => ({ kind: "or", operands }),
  compare: ({ kind, field, operator, value }) => ({
    kind,
    field: field.name,
    type: field.type,
    operator,
    value,
  }),
  in: ({ kind, field, operator, values }) => ({
    kind,
    field: field.name,
    type: field.type,
    operator,
    values,
  }),
  contains: ({ kind, field, operator, value }) => ({
    kind,
    field: field.name,
    type: field.type,
    operator,
    value,
  }),
})

function drawTree(filter: Filter, paint: Paint): string {
  const branch = (name: string, meaning: string, operands: readonly string[]) =>
    operands.length === 0
      ? `${paint.bold(name)} of nothing: ${meaning}`
      : [paint.bold(name), ...operands.map((operand) => `  ${operand.replaceAll("\n", "\n  ")}`)].join("\n")
  const leaf = ({ field, operator }: Compare | In | Contains, operand: string) =>
    `${field.name} ${paint.dim(field.type)} ${paint.cyan(operator)} ${operand}`
  return compile(
    filter,
    defineBackend<string>({
      and: (operands) => branch("and", "every record", operands),
      or: (operands) => branch("or", "no record", operands),
      compare: (node) => leaf(node, show(node.value)),
      in: (node) => leaf(node, `[${node.values.map(show).join(", ")}]`),
      contains: (node) => leaf(node, show(node.value)),
    }),
  )
}

function show(value: Value | null): string {
  return typeof value === "bigint" ? String(value) : visible(JSON.stringify(value))
}
