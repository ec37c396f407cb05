import type { Filter } from "../filter/filter.ts"
import type { Node } from "./structures/graph.ts"

/** A filter under its id. The filters that consist of one node are a linked list, so that one leaves it in constant time. */
export class Entry {
  readonly id: unknown
  readonly filter: Filter
  readonly node: Node
  next: Entry | undefined = undefined
  previous: Entry | undefined = undefined

  constructor(id: unknown, filter: Filter, node: Node) {
    this.id = id
    this.filter = filter
    this.node = node
  }
}
