import {
  defaultParserErrorProvider,
  EOF,
  type IParserErrorMessageProvider,
  type IToken,
  tokenLabel,
  tokenMatcher,
} from "chevrotain"
import { expectationAt, Nonterminal } from "../../grammar/generated/parse-table.ts"
import { LBrace, LBracket, RBrace, RBracket } from "../../grammar/tokens.ts"
import { expectedWords } from "../read/expected-words.ts"
import { quoteSource } from "../text/quote.ts"

/** The messages of the parser's errors. What they expect is in the words of `parseFilter`. */
export const errorMessages: IParserErrorMessageProvider = {
  ...defaultParserErrorProvider,
  buildMismatchTokenMessage: ({ expected, actual, previous, ruleName }) => {
    if (expected !== RBrace && expected !== RBracket) return message(`"${tokenLabel(expected)}"`, actual)
    const isFirst = tokenMatcher(previous, LBrace) || tokenMatcher(previous, LBracket)
    return message(expectedIn(`${ruleName}${isFirst ? "Items" : "More"}`), actual)
  },
  buildNoViableAltMessage: ({ actual: [token], ruleName }) => message(expectedIn(ruleName), token as IToken),
  buildNotAllInputParsedMessage: ({ firstRedundant }) => message(expectedWords(["end"]), firstRedundant),
}

/** What the text must have where a rule or a part of a list begins, in words. */
export function expectedIn(nonterminal: string): string {
  return expectedWords(expectationAt(Nonterminal[nonterminal as keyof typeof Nonterminal]))
}

function message(expected: string, found: IToken): string {
  const what = tokenMatcher(found, EOF) ? "the end of the text" : quoteSource(found.image)
  return `Expected ${expected}, not ${what}`
}
