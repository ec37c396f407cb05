import { type NodeSet, Tree } from "@lezer/common"
import { isUnreadable, type Token, textOf } from "../../grammar/recovery/tokens.ts"
import { Kind, kindOfString } from "../../grammar/scanner.ts"
import type { Span } from "../syntax/span.ts"
import { NodeId } from "./node-types.ts"

/** An object, a list or a member that is not finished. */
interface OpenNode {
  readonly type: NodeId
  readonly start: number
  /** The length of the buffer before its first child. */
  readonly size: number
  hasValue: boolean
}

interface Bracket {
  readonly type: NodeId
  readonly container: NodeId
}

const OPENING: Partial<Readonly<Record<Kind, Bracket>>> = {
  [Kind.LBrace]: { type: NodeId.LBrace, container: NodeId.Object },
  [Kind.LBracket]: { type: NodeId.LBracket, container: NodeId.Array },
}

const CLOSING: Partial<Readonly<Record<Kind, Bracket>>> = {
  [Kind.RBrace]: { type: NodeId.RBrace, container: NodeId.Object },
  [Kind.RBracket]: { type: NodeId.RBracket, container: NodeId.Array },
}

/** What a token is as a value. Any other token is an error there. */
const VALUES: Partial<Readonly<Record<Kind, NodeId>>> = {
  [Kind.String]: NodeId.String,
  [Kind.OperatorName]: NodeId.String,
  [Kind.LogicalName]: NodeId.String,
  [Kind.InvalidString]: NodeId.String,
  [Kind.Number]: NodeId.Number,
  [Kind.True]: NodeId.True,
  [Kind.False]: NodeId.False,
  [Kind.Null]: NodeId.Null,
}

/** What a token is where a member begins, by the kind of its text. */
const NAMES: Partial<Readonly<Record<Kind, NodeId>>> = {
  [Kind.OperatorName]: NodeId.Operator,
  [Kind.LogicalName]: NodeId.LogicalOperator,
}

/** A token of these kinds begins a member of an object, even if no colon follows. */
const BEGINS_MEMBER: Partial<Readonly<Record<Kind, true>>> = {
  [Kind.String]: true,
  [Kind.OperatorName]: true,
  [Kind.LogicalName]: true,
  [Kind.InvalidString]: true,
  [Kind.Word]: true,
}

/**
 * The most open nodes that get an error node where they break off. The error nodes of all have the same offset, and the
 * tree cannot hold more than 16,383 nodes of one offset.
 */
const MAX_BROKEN_OFF = 1000

/**
 * Builds the tree that an editor reads. It accepts every sequence of tokens: in a text with mistakes it guesses, and an
 * error node marks what is missing or unknown. It keeps the open nodes in an array, so that deep nesting takes no stack.
 */
export class TreeBuilder {
  /** The nodes in postfix order, each as its type, start, end and size. */
  readonly #buffer: number[] = []
  readonly #open: OpenNode[] = []
  readonly #containers: Partial<Record<NodeId, number>> = {}
  #end = 0

  constructor(
    private readonly source: string,
    private readonly nodeSet: NodeSet,
  ) {}

  /** Adds a token. The next token tells whether it is a name. */
  add(token: Token, next: Token): void {
    const { kind } = token
    const opening = OPENING[kind]
    const closing = CLOSING[kind]
    if (opening !== undefined) this.#openContainer(opening, token)
    else if (closing !== undefined) this.#closeContainer(closing, token)
    else if (kind === Kind.Colon) this.#leaf(NodeId.Colon, token)
    else if (kind === Kind.Comma) {
      this.#closeMember()
      this.#leaf(NodeId.Comma, token)
    } else if (next.kind === Kind.Colon || this.#beginsMember(kind)) this.#openMember(token)
    else this.#addValue(token)
  }

  /** Finishes the tree of a text of this length. */
  finish(length: number): Tree {
    while (this.#open.length > 0) this.#breakOff()
    return Tree.build({
      buffer: this.#buffer,
      nodeSet: this.nodeSet,
      topID: NodeId.Filter,
      length: Math.max(length, this.#end),
    })
  }

  get #top(): OpenNode | undefined {
    return this.#open.at(-1)
  }

  #beginsMember(kind: Kind): boolean {
    return this.#top?.type === NodeId.Object && BEGINS_MEMBER[kind] === true
  }

  #openContainer({ type, container }: Bracket, token: Span): void {
    this.#beginValue()
    this.#push(container, token.start)
    this.#containers[container] = (this.#containers[container] ?? 0) + 1
    this.#leaf(type, token)
  }

  #closeContainer({ type, container }: Bracket, token: Span): void {
    if (!this.#containers[container]) {
      this.#leaf(NodeId.Error, token)
      return
    }
    while (this.#top?.type !== container) this.#breakOff()
    this.#leaf(type, token)
    this.#pop()
    this.#endValue()
  }

  #openMember(token: Token): void {
    this.#closeMember()
    this.#push(NodeId.Property, token.start)
    this.#text(NAMES[kindOfString(textOf(this.source, token))] ?? NodeId.FieldName, token)
  }

  #closeMember(): void {
    if (this.#top?.type === NodeId.Property) this.#breakOff()
  }

  #addValue(token: Token): void {
    this.#beginValue()
    // An object has members only.
    const type = this.#top?.type === NodeId.Object ? undefined : VALUES[token.kind]
    if (type === undefined) this.#leaf(NodeId.Error, token)
    else this.#text(type, token)
    this.#endValue()
  }

  #beginValue(): void {
    const top = this.#top
    if (top !== undefined) top.hasValue = true
  }

  #endValue(): void {
    if (this.#top?.type === NodeId.Property) this.#pop()
  }

  #push(type: NodeId, start: number): void {
    this.#open.push({ type, start, size: this.#buffer.length, hasValue: false })
  }

  #pop(): void {
    const { type, start, size } = this.#open.pop() as OpenNode
    if (this.#containers[type]) this.#containers[type]--
    this.#buffer.push(type, start, this.#end, this.#buffer.length - size + 4)
  }

  /** Closes a node that has no end. An error node tells so, which indentation looks for. */
  #breakOff(): void {
    const { type, hasValue } = this.#top as OpenNode
    const isComplete = type === NodeId.Property && hasValue
    if (!isComplete && this.#open.length <= MAX_BROKEN_OFF)
      this.#leaf(NodeId.Error, { start: this.#end, end: this.#end })
    this.#pop()
  }

  /** A name or a scalar. Inside one that JSON does not have is an error node. */
  #text(type: NodeId, token: Token): void {
    const { start, end } = token
    const hasError = isUnreadable(token.kind)
    if (hasError) this.#leaf(NodeId.Error, token)
    this.#buffer.push(type, start, end, hasError ? 8 : 4)
    this.#end = end
  }

  #leaf(type: NodeId, { start, end }: Span): void {
    this.#buffer.push(type, start, end, 4)
    this.#end = end
  }
}
