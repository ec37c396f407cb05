import { defaultLexerErrorProvider, Lexer } from "chevrotain"
import { vocabulary } from "../../grammar/tokens.ts"
import { quoteSource } from "../text/quote.ts"

/**
 * A Chevrotain lexer for the tokens of the filter language. One lexer can split any number of texts.
 *
 * Two types of tokens exist for texts with mistakes: `InvalidString` is a string that is not closed or has an invalid
 * escape, and `Word` is a word without quotes. No rule of the grammar accepts either.
 *
 * @example
 * ```ts
 * const { tokens, errors } = new FilterLexer().tokenize('{"id":[5')
 * tokens.map(({ tokenType }) => tokenType.name) // ["LBrace", "String", "Colon", "LBracket", "Number"]
 * errors // []
 * ```
 */
export class FilterLexer extends Lexer {
  constructor() {
    super(vocabulary, {
      errorMessageProvider: {
        ...defaultLexerErrorProvider,
        buildUnexpectedCharactersMessage: (text, start, length) =>
          `Unexpected characters: ${quoteSource(text.slice(start, start + length))}`,
      },
    })
  }
}
