import { operatorOf } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import type { Span } from "../../syntax/span.ts"
import {
  type EntryNode,
  type FieldNode,
  isFilters,
  type LogicalNode,
  type NameNode,
  type ObjectNode,
  type OperatorNode,
} from "../../syntax/syntax-tree.ts"
import { itemsOf, scalarOf, type ValueNode } from "../../syntax/value-node.ts"
import { quote } from "../../text/quote.ts"
import type { FilterSymbol } from "./filter-symbol.ts"
import { inShort, listInShort } from "./in-short.ts"

/** Makes the symbols of a tree. Its nodes have spans. */
export class Outline {
  constructor(
    private readonly schema: Schema,
    private readonly source: string,
  ) {}

  ofObject(object: ObjectNode): readonly FilterSymbol[] {
    return object.entries
      .filter(isPresent)
      .map((entry) => (entry.kind === "logical" ? this.#logical(entry) : this.#field(entry)))
  }

  #logical(node: LogicalNode): FilterSymbol {
    const { name, operands } = node
    const filters = isFilters(operands) ? operands : []
    const children = filters.flatMap((filter, index) =>
      filter.kind === "object" ? [this.#filter(filter, index + 1)] : [],
    )
    return this.#member("logical", name, endOf(node), undefined, children)
  }

  #filter(filter: ObjectNode, position: number): FilterSymbol {
    const span = filter.span as Span
    const children = this.ofObject(filter)
    const names = inShort(children.map(({ name }) => name).join(", "))
    return withDetail({ name: String(position), kind: "filter", span, nameSpan: span, children }, names)
  }

  #field({ name, value }: FieldNode): FilterSymbol {
    const operators = value.kind === "operators" ? value.operators.filter(isPresent) : []
    const detail = this.#short(value) ?? this.schema.fields.get(name.text)?.type
    const children = operators.map((operator) => this.#operator(operator))
    return this.#member("field", name, endOf(value), detail, children)
  }

  #operator({ name, operand }: OperatorNode): FilterSymbol {
    return this.#member("operator", name, endOf(operand), this.#short(operand), [])
  }

  #member(
    kind: FilterSymbol["kind"],
    { text, span }: NameNode,
    end: number,
    detail: string | undefined,
    children: readonly FilterSymbol[],
  ): FilterSymbol {
    const nameSpan = span as Span
    // A value that is missing may be before the end of the name.
    const whole = { start: nameSpan.start, end: Math.max(nameSpan.end, end) }
    return withDetail({ name: this.#nameInShort(text), kind, span: whole, nameSpan, children }, detail)
  }

  /** An unknown name is quoted if it is long, or if a character of it does not show. */
  #nameInShort(name: string): string {
    if (this.schema.fields.has(name) || operatorOf(name) !== undefined) return name
    const quoted = quote(name)
    return quoted === `"${name}"` && name.trim() !== "" ? name : quoted
  }

  /** A scalar or a list of scalars as it was written, in short. */
  #short(node: ValueNode): string | undefined {
    const items = itemsOf(node)
    if (items !== undefined) return listInShort(this.#sources(items))
    const source = this.#sourceOf(node)
    return source === undefined ? undefined : inShort(source)
  }

  *#sources(items: readonly ValueNode[]): Generator<string> {
    for (const item of items) yield this.#sourceOf(item) ?? "…"
  }

  #sourceOf(node: ValueNode): string | undefined {
    const span = scalarOf(node)?.span
    return span && this.source.slice(span.start, span.end)
  }
}

function endOf({ span }: { readonly span?: Span | undefined }): number {
  return (span as Span).end
}

/** The symbol with a detail, unless that is empty. */
function withDetail(symbol: FilterSymbol, detail: string | undefined): FilterSymbol {
  const { name, kind, span, nameSpan, children } = symbol
  return detail ? { name, kind, detail, span, nameSpan, children } : symbol
}

function isPresent<Node extends EntryNode | OperatorNode | { readonly kind: "gap" }>(
  node: Node,
): node is Exclude<Node, { readonly kind: "gap" }> {
  return node.kind !== "gap"
}
