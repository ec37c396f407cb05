import { operatorOf } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import type { Span } from "../syntax/span.ts"
import {
  type EntryNode,
  type FieldNode,
  isFilters,
  type LogicalNode,
  type NameNode,
  type ObjectNode,
  type OperatorNode,
} from "../syntax/syntax-tree.ts"
import { itemsOf, scalarOf, type ValueNode } from "../syntax/value-node.ts"
import { quote } from "../text/quote.ts"
import { ListEnds } from "./end-of-list.ts"
import { inShort, listInShort } from "./in-short.ts"
import type { FilterSymbol } from "./symbols.ts"

/** Makes the symbols of a tree. Its nodes have spans. */
export class Outline {
  readonly #listEnds: ListEnds

  constructor(
    private readonly schema: Schema,
    private readonly source: string,
  ) {
    this.#listEnds = new ListEnds(source)
  }

  ofObject({ entries, span }: ObjectNode): readonly FilterSymbol[] {
    const { end } = span as Span
    return entries
      .filter(isPresent)
      .map((entry) => (entry.kind === "logical" ? this.#logical(entry, end) : this.#field(entry)))
  }

  /** @param end where the object ends that has the member */
  #logical({ name, operands }: LogicalNode, end: number): FilterSymbol {
    if (!isFilters(operands))
      return { ...this.#named(name, operands.span?.end), kind: "logical", children: [] }
    const children = operands.flatMap((filter, index) =>
      filter.kind === "object" ? [this.#filter(filter, index + 1)] : [],
    )
    const lastSpan = (operands.at(-1)?.span ?? name.span) as Span
    const endOfList = Math.min(end, this.#listEnds.after(lastSpan.end))
    return { ...this.#named(name, endOfList), kind: "logical", children }
  }

  #filter(filter: ObjectNode, position: number): FilterSymbol {
    const span = filter.span as Span
    const children = this.ofObject(filter)
    const detail = inShort(children.map(({ name }) => name).join(", "))
    return {
      name: String(position),
      kind: "filter",
      ...(detail && { detail }),
      span,
      nameSpan: span,
      children,
    }
  }

  #field({ name, value }: FieldNode): FilterSymbol {
    const operators = value.kind === "operators" ? value.operators.filter(isPresent) : []
    const detail = this.#short(value) ?? this.schema.fields.get(name.text)?.type
    const children = operators.map((operator) => this.#operator(operator))
    return { ...this.#named(name, value.span?.end), kind: "field", ...(detail && { detail }), children }
  }

  #operator({ name, operand }: OperatorNode): FilterSymbol {
    const detail = this.#short(operand)
    return {
      ...this.#named(name, operand.span?.end),
      kind: "operator",
      ...(detail && { detail }),
      children: [],
    }
  }

  #named({ text, span }: NameNode, end = 0): Pick<FilterSymbol, "name" | "span" | "nameSpan"> {
    const nameSpan = span as Span
    return {
      name: this.#nameInShort(text),
      span: { start: nameSpan.start, end: Math.max(nameSpan.end, end) },
      nameSpan,
    }
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

function isPresent<Node extends EntryNode | OperatorNode | { readonly kind: "gap" }>(
  node: Node,
): node is Exclude<Node, { readonly kind: "gap" }> {
  return node.kind !== "gap"
}
