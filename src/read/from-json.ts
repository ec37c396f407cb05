import type { DiagnosticCode } from "../diagnostics/diagnostic.ts"
import { FilterError } from "../diagnostics/filter-error.ts"
import { isLogicalOperator } from "../schema/operators.ts"
import { numberLiteral } from "../syntax/literal.ts"
import {
  type EntryNode,
  type ListNode,
  type MisplacedNode,
  misplacedScalar,
  type ObjectNode,
  type OperatorNode,
  type OperatorsNode,
  type ScalarNode,
  type SyntaxTree,
} from "../syntax/syntax-tree.ts"
import { type Limits, limitMessages } from "./limits.ts"

/**
 * Makes the syntax tree of a filter that is already a JSON value. It follows the rules of the grammar,
 * over values instead of tokens. A bigint counts as an integer. Every property is read once.
 *
 * @throws FilterError when the value exceeds a limit or is not JSON: undefined, a function, a symbol,
 * NaN, an instance of a class, a list with holes, or something that throws when it is read
 */
export function fromJson(value: unknown, limits: Limits): SyntaxTree {
  const reader = new JsonReader(limits)
  try {
    return reader.filter(value)
  } catch (error) {
    // A getter or a Proxy may throw anything, at any property.
    throw error instanceof FilterError
      ? error
      : reader.error("syntax", "The value cannot be read: a property throws an error", "pass plain JSON data")
  }
}

class JsonReader {
  readonly #limits: Limits
  /** The path to the current value: one step for each object or list around it. */
  readonly #path: (string | number)[] = []
  #length = 0
  #memberCount = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  filter(value: unknown): ObjectNode | MisplacedNode {
    if (isScalar(value)) return misplacedScalar(this.#scalar(value))
    if (Array.isArray(value)) return this.#misplacedArray(value)
    return {
      kind: "object",
      entries: this.#objectMembers(value, (name, member) => this.#entry(name, member)),
    }
  }

  error(code: DiagnosticCode, message: string, hint?: string): FilterError {
    return new FilterError([{ code, message, path: [...this.#path], ...(hint !== undefined && { hint }) }])
  }

  #entry(text: string, value: unknown): EntryNode {
    const name = { text }
    if (isLogicalOperator(text)) {
      const operands = Array.isArray(value)
        ? this.#items(value, (item) => this.filter(item))
        : this.#misplaced(value)
      return { kind: "logical", name, operands }
    }
    if (text.startsWith("$")) return { kind: "field", name, value: this.#misplaced(value) }
    if (isScalar(value)) return { kind: "field", name, value: this.#scalar(value) }
    if (Array.isArray(value)) return { kind: "field", name, value: this.#misplacedArray(value) }
    return { kind: "field", name, value: this.#operators(value) }
  }

  #operators(value: unknown): OperatorsNode {
    return {
      kind: "operators",
      operators: this.#objectMembers(value, (name, operand) => this.#operator(name, operand)),
    }
  }

  #operator(text: string, value: unknown): OperatorNode {
    const name = { text }
    if (!text.startsWith("$") || isLogicalOperator(text)) {
      return { kind: "operator", name, operand: this.#misplaced(value) }
    }
    if (isScalar(value)) return { kind: "operator", name, operand: this.#scalar(value) }
    if (Array.isArray(value)) return { kind: "operator", name, operand: this.#list(value) }
    return { kind: "operator", name, operand: this.#misplacedObject(value) }
  }

  #list(value: readonly unknown[]): ListNode {
    const items = this.#items(value, (item) => (isScalar(item) ? this.#scalar(item) : this.#misplaced(item)))
    return { kind: "list", items }
  }

  #scalar(value: Scalar): ScalarNode {
    switch (typeof value) {
      case "string":
        this.#count(value)
        return { kind: "string", value }
      case "boolean":
        return { kind: "boolean", value }
      case "bigint":
        // A bigint can have millions of digits, and converting it to text takes more than linear time.
        if (BigInt.asIntN(64, value) !== value) {
          throw this.error(
            "invalid-value",
            "The integer does not fit in 64 bits",
            "use an integer from -2^63 to 2^63-1",
          )
        }
        return numberLiteral(value)
      case "number":
        if (!Number.isFinite(value))
          throw this.error("syntax", `${value} is not JSON`, "use a finite number, or null")
        return numberLiteral(value)
    }
    return { kind: "null" }
  }

  #misplaced(value: unknown): MisplacedNode {
    if (isScalar(value)) return misplacedScalar(this.#scalar(value))
    return Array.isArray(value) ? this.#misplacedArray(value) : this.#misplacedObject(value)
  }

  #misplacedArray(value: readonly unknown[]): MisplacedNode {
    const items = this.#items(value, (item) => this.#misplaced(item))
    return { kind: "misplaced", found: "array", names: [], size: items.length }
  }

  #misplacedObject(value: unknown): MisplacedNode {
    const names = this.#objectMembers(value, (name, member) => {
      this.#misplaced(member)
      return name
    })
    return { kind: "misplaced", found: "object", names, size: names.length }
  }

  #items<Item>(list: readonly unknown[], read: (item: unknown) => Item): Item[] {
    this.#nest()
    const { length } = list
    // A Proxy may return any length, and a different one each time.
    if (!(Number.isSafeInteger(length) && length <= this.#limits.maxListLength))
      throw this.#exceeded("maxListLength")
    const items: Item[] = []
    for (let index = 0; index < length; index++) {
      this.#path.push(index)
      if (!Object.hasOwn(list, index))
        throw this.error("syntax", "The list has a hole", "remove the hole, or fill it with null")
      items.push(read(list[index]))
      this.#path.pop()
    }
    return items
  }

  #objectMembers<Member>(value: unknown, read: (name: string, value: unknown) => Member): Member[] {
    this.#nest()
    const object = this.#plain(value)
    const names = Object.keys(object)
    if (Object.getOwnPropertySymbols(object).length > 0)
      throw this.error("syntax", "A symbol cannot be a name in JSON", "use a string")
    this.#memberCount += names.length
    if (this.#memberCount > this.#limits.maxNodes) throw this.#exceeded("maxNodes")
    return names.map((name) => {
      this.#path.push(name)
      this.#count(name)
      const member = read(name, object[name])
      this.#path.pop()
      return member
    })
  }

  /** Returns the value if its prototype is null or the Object.prototype of any realm, as JSON.parse makes it. */
  #plain(value: unknown): Readonly<Record<string, unknown>> {
    if (typeof value !== "object" || value === null) {
      throw this.error(
        "syntax",
        `${value === undefined ? "undefined" : `A ${typeof value}`} is not JSON`,
        undefinedHint(value),
      )
    }
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype === null || Object.getPrototypeOf(prototype) === null)
      return value as Record<string, unknown>
    throw this.error(
      "syntax",
      "An instance of a class is not JSON",
      value instanceof Date ? "call toISOString() on a Date" : "use a plain object",
    )
  }

  /** Call it for each object or list: its depth is the length of the path plus one. */
  #nest(): void {
    if (this.#path.length >= this.#limits.maxDepth) throw this.#exceeded("maxDepth")
  }

  #count({ length }: string): void {
    this.#length += length
    if (this.#length > this.#limits.maxLength) throw this.#exceeded("maxLength")
  }

  #exceeded(limit: keyof Limits): FilterError {
    const [message, hint] = limitMessages[limit](this.#limits[limit])
    return this.error("limit-exceeded", message, hint)
  }
}

type Scalar = string | number | bigint | boolean | null

function isScalar(value: unknown): value is Scalar {
  switch (typeof value) {
    case "string":
    case "number":
    case "bigint":
    case "boolean":
      return true
    default:
      return value === null
  }
}

function undefinedHint(value: unknown): string | undefined {
  return value === undefined ? "leave it out, or use null" : undefined
}
