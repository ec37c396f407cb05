import { Kind, kindOfString } from "../../grammar/scanner.ts"
import { type GivenToken, TokenParser } from "../../grammar/token-parser.ts"
import type { Mistake } from "../diagnostics/diagnostic.ts"
import type { Reporter } from "../diagnostics/reporter.ts"
import { isFilter } from "../filter/filter.ts"
import type { SyntaxTree } from "../syntax/syntax-tree.ts"
import { isPlain } from "../text/plain-object.ts"
import { inWords, kindOf, type ValueKind } from "../text/value-kind.ts"
import { exceeding, type Limits, type ReadLimit } from "./limits.ts"
import { nodes } from "./nodes.ts"
import { UNREADABLE } from "./unreadable.ts"

/**
 * Makes the syntax tree of a filter that is already a JSON value. It writes the value as tokens, and the parser reads
 * them. A bigint counts as an integer. Every property is read once.
 *
 * Reports what is not JSON: undefined, a function, a symbol, NaN, an instance of a class, or a list with holes. The tree
 * has a gap for each.
 *
 * @returns undefined if the value exceeds a limit, or if reading it throws an error
 */
export function fromJson(value: unknown, limits: Limits, reporter: Reporter): SyntaxTree | undefined {
  const writer = new TokenWriter(limits, reporter)
  try {
    writer.write(value)
  } catch (error) {
    if (error !== EXCEEDED) writer.report(UNREADABLE)
    return undefined
  }
  return new TokenParser(nodes, writer.tokens.values(), false).parse()
}

/** Every integer of 38 digits has so many bits: the most that a value of a filter may have. */
const BIGINT_BITS = 128

/** Thrown at an exceeded limit. It never leaves this file. */
const EXCEEDED: unique symbol = Symbol("exceeded")

class TokenWriter {
  readonly tokens: GivenToken[] = []
  readonly #limits: Limits
  readonly #reporter: Reporter
  /** The path to the current value: one step for each object or list around it. */
  readonly #path: (string | number)[] = []
  #length = 0
  #memberCount = 0

  constructor(limits: Limits, reporter: Reporter) {
    this.#limits = limits
    this.#reporter = reporter
  }

  /** Writes the whole value. */
  write(value: unknown): void {
    this.#value(value)
    this.#token(Kind.End)
  }

  report(mistake: Mistake): void {
    this.#reporter.report(mistake, [...this.#path], undefined)
  }

  #value(value: unknown): void {
    switch (typeof value) {
      case "string":
        this.#string(value)
        break
      case "boolean":
        this.#token(value ? Kind.True : Kind.False, String(value))
        break
      case "number":
        if (Number.isFinite(value)) this.#token(Kind.Number, "", value)
        else this.#gap(notJson(kindOf(value), "use a finite number, or null"))
        break
      case "bigint":
        // A bigint can have millions of digits, and converting it to text takes more than linear time.
        if (BigInt.asIntN(BIGINT_BITS, value) === value) this.#token(Kind.Number, "", String(value))
        else
          this.#gap({
            code: "invalid-value",
            message: `The integer does not fit in ${BIGINT_BITS} bits`,
            params: { reason: "bigint-range" },
            hint: "use an integer of at most 38 digits",
          })
        break
      case "object":
        if (value === null) this.#token(Kind.Null)
        else if (Array.isArray(value)) this.#list(value)
        else if (isFilter(value))
          this.#gap({
            code: "syntax",
            message: "The value is a checked filter already",
            params: { reason: "checked-filter" },
            hint: "use it as it is, or pass stringify(filter)",
          })
        else if (isPlain(value)) this.#object(value)
        else if (value instanceof Date) this.#gap(notJson("date", "call toISOString() on a Date"))
        else
          this.#gap(
            notJson(
              "instance",
              value instanceof RegExp ? "use $contains to find a substring" : "use a plain object",
            ),
          )
        break
      case "undefined":
        this.#gap(notJson("undefined", "leave it out, or use null"))
        break
      default:
        this.#gap(notJson(kindOf(value)))
    }
  }

  #list(list: readonly unknown[]): void {
    this.#open(Kind.LBracket)
    const { length } = list
    // A Proxy may return any length, and a different one each time.
    if (!(Number.isSafeInteger(length) && length <= this.#limits.maxListLength)) this.#exceed("maxListLength")
    // Lists may be shared, so that a small value stands for a huge one.
    this.#count(length)
    for (let index = 0; index < length; index++) {
      if (index > 0) this.#token(Kind.Comma)
      this.#path.push(index)
      if (Object.hasOwn(list, index)) this.#value(list[index])
      else
        this.#gap({
          code: "syntax",
          message: "The list has a hole",
          params: { reason: "hole" },
          hint: "remove the hole, or fill it with null",
        })
      this.#path.pop()
    }
    this.#token(Kind.RBracket)
  }

  #object(value: object): void {
    this.#open(Kind.LBrace)
    const object = value as Readonly<Record<string, unknown>>
    const names = Object.keys(object)
    if (Object.getOwnPropertySymbols(object).length > 0)
      this.report({
        code: "syntax",
        message: "A symbol cannot be a name in JSON",
        params: { reason: "symbol-name" },
        hint: "use a string",
      })
    this.#memberCount += names.length
    if (this.#memberCount > this.#limits.maxNodes) this.#exceed("maxNodes")
    for (const [index, name] of names.entries()) {
      if (index > 0) this.#token(Kind.Comma)
      this.#path.push(name)
      this.#string(name)
      this.#token(Kind.Colon)
      this.#value(object[name])
      this.#path.pop()
    }
    this.#token(Kind.RBrace)
  }

  #count(length: number): void {
    this.#length += length
    if (this.#length > this.#limits.maxLength) this.#exceed("maxLength")
  }

  #string(text: string): void {
    this.#count(text.length)
    this.#token(kindOfString(text), text)
  }

  /** The depth of an object or list is the length of its path plus one. */
  #open(bracket: Kind): void {
    if (this.#path.length >= this.#limits.maxDepth) this.#exceed("maxDepth")
    this.#token(bracket)
  }

  #token(kind: Kind, text = "", digits?: number | string): void {
    this.tokens.push({ kind, text, digits })
  }

  #gap(mistake: Mistake): void {
    this.report(mistake)
    this.#token(Kind.Missing)
  }

  #exceed(limit: ReadLimit): never {
    this.report(exceeding(this.#limits, limit))
    throw EXCEEDED
  }
}

function notJson(found: ValueKind, hint?: string): Mistake<"syntax"> {
  const words = inWords(found).replace(/^a(?=n? )/, "A")
  return { code: "syntax", message: `${words} is not JSON`, params: { reason: "not-json", found }, hint }
}
