import { Nonterminal } from "./generated/parse-table.ts"
import { type GrammarSymbol, isKind, predict } from "./recovery/stack.ts"
import { Kind } from "./scanner.ts"

/**
 * Whether tokens of these kinds are JSON: the error productions accept every JSON text. The last token must be the end of
 * the text. The stack is an array: deep nesting overflows no call stack, and a `Stack` for each of 100,000 levels would
 * take ten seconds.
 */
export function accepts(tokens: readonly { readonly kind: Kind }[]): boolean {
  const stack: GrammarSymbol[] = [Kind.End, Nonterminal.filter]
  for (const { kind } of tokens) {
    let top = stack.pop()
    while (top !== undefined && !isKind(top)) {
      const production = predict(top).get(kind)
      if (production === undefined) return false
      for (let at = production.length - 1; at > 0; at--) stack.push(production[at] as GrammarSymbol)
      top = production[0]
    }
    if (top !== kind) return false
  }
  return stack.length === 0
}
