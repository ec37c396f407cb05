import { type IToken, type TokenType, tokenLabel } from "chevrotain"
import { isErrorProduction } from "../../grammar/rules.ts"
import { InvalidString, Missing, StringToken, Word } from "../../grammar/tokens.ts"
import { expectedIn } from "./error-messages.ts"
import type { FilterLexer } from "./filter-lexer.ts"
import type { NextToken, NextTokens } from "./next-tokens.ts"

/** The tokens that a text may have at an offset. */
export interface ContentAssist {
  /** Where the token begins: the offset, or the beginning of the unfinished token in front of it. */
  readonly from: number
  /** The tokens that may stand there. None if the text must end there, or has a mistake before. */
  readonly expected: readonly ExpectedToken[]
}

/** A token that a text may have at an offset. */
export interface ExpectedToken {
  /** Its `name` is that of the grammar, as in `LBrace` or `String`. */
  readonly tokenType: TokenType
  /** The token in words, as in `a number`, or its text if it has only one. */
  readonly label: string
  /** The open rules, from the outermost one to the one that the token belongs to. */
  readonly ruleStack: readonly string[]
}

/** The tokens that may stand at the end of a text. */
export function contentAssist(text: string, lexer: FilterLexer, next: NextTokens): ContentAssist {
  const { tokens, errors } = lexer.tokenize(text)
  if (errors.length > 0) return { from: text.length, expected: [] }
  const last = tokens.at(-1)
  const isTyping =
    last !== undefined && isUnfinished(last) && last.startOffset + last.image.length === text.length
  return {
    from: isTyping ? last.startOffset : text.length,
    expected: inTheLanguage(next.after(isTyping ? tokens.slice(0, -1) : tokens)).map((token) => ({
      ...token,
      label: labelOf(token),
    })),
  }
}

function isUnfinished({ tokenType }: IToken): boolean {
  return tokenType === InvalidString || tokenType === Word
}

/** The tokens without those of error productions, unless the text before is in an error production already. */
function inTheLanguage(tokens: readonly NextToken[]): readonly NextToken[] {
  const written = tokens.filter(({ tokenType }) => tokenType !== Missing)
  const valid = written.filter(({ ruleStack }) => !ruleStack.some(isErrorProduction))
  return valid.length > 0 ? valid : written
}

/** A string that is a name has other words than a string that is a value. */
function labelOf({ tokenType, ruleStack }: NextToken): string {
  const rule = ruleStack.at(-1)
  if (tokenType !== StringToken) return tokenLabel(tokenType)
  if (rule === "fieldName") return expectedIn("entry")
  return rule === "misplacedMemberName" ? expectedIn(rule) : tokenLabel(tokenType)
}
