import type { IToken, TokenType } from "chevrotain"
import type { GrammarRule, Production } from "../../grammar/rules.ts"

/** A token that may come next. */
export interface NextToken {
  readonly tokenType: TokenType
  /** The open rules, from the outermost one to the one that the token belongs to. */
  readonly ruleStack: readonly string[]
}

/** What must still come: the rest of the innermost open rule, then the rests of the rules around it. */
interface Rest {
  readonly rule: string
  readonly parts: readonly Part[]
  readonly outer: Rest | undefined
}

type List = Extract<Production, { kind: "list" }>

/** A part of a rule, or the part of a list after an item. */
type Part = Production | { readonly kind: "more"; readonly list: List }

/** A token that may come next, and what must come after it. */
interface Step {
  readonly tokenType: TokenType
  readonly rest: Rest
}

/**
 * Finds the tokens that may follow others. It walks through the rules that Chevrotain has recorded, because only
 * Chevrotain 11 has a method for this.
 */
export class NextTokens {
  readonly #rules: ReadonlyMap<string, Production>

  constructor(rules: readonly GrammarRule[]) {
    this.#rules = new Map(rules.map(({ name, production }) => [name, production]))
  }

  /** The tokens that may follow the given ones. None if the text must end there, or has a mistake before. */
  after(tokens: readonly IToken[]): readonly NextToken[] {
    let rest: Rest | undefined = this.#open("filter", undefined)
    for (const { tokenType } of tokens) {
      // The grammar is LL(1), so a token decides what comes after it.
      rest = this.#steps(rest).find((step) => step.tokenType === tokenType)?.rest
    }
    return this.#steps(rest).map(({ tokenType, rest }) => ({ tokenType, ruleStack: ruleStackOf(rest) }))
  }

  #open(rule: string, outer: Rest | undefined): Rest {
    return { rule, parts: [this.#rules.get(rule) as Production], outer }
  }

  #steps(rest: Rest | undefined): readonly Step[] {
    if (rest === undefined) return []
    const { parts, outer } = rest
    const [first, ...others] = parts
    if (first === undefined) return this.#steps(outer)
    const beginWith = (...begin: readonly Part[]) => this.#steps({ ...rest, parts: [...begin, ...others] })
    switch (first.kind) {
      case "token":
        return [{ tokenType: first.type, rest: { ...rest, parts: others } }]
      case "rule":
        return this.#steps(this.#open(first.name, { ...rest, parts: others }))
      case "choice":
        return first.alternatives.flatMap((alternative) => beginWith(alternative))
      case "sequence":
        return beginWith(...first.parts)
      case "list":
        return [...beginWith(first.item, { kind: "more", list: first }), ...beginWith()]
      case "more": {
        const { separator, item } = first.list
        return [...beginWith({ kind: "token", type: separator }, item, first), ...beginWith()]
      }
    }
  }
}

function ruleStackOf({ rule, outer }: Rest): readonly string[] {
  return outer === undefined ? [rule] : [...ruleStackOf(outer), rule]
}
