import type { ICreateSyntaxDiagramsConfig, ILexingError, IRecognitionException } from "chevrotain"
import { FilterRules } from "../../grammar/grammar.ts"
import { grammarRules } from "../../grammar/rules.ts"
import type { SyntaxTree } from "../syntax/syntax-tree.ts"
import { type ContentAssist, contentAssist } from "./content-assist.ts"
import { errorMessages } from "./error-messages.ts"
import { FilterLexer } from "./filter-lexer.ts"
import { NextTokens } from "./next-tokens.ts"
import { syntaxDiagrams } from "./syntax-diagrams.ts"
import { syntaxTreeOf } from "./syntax-tree-of.ts"

/** What {@link FilterGrammar.parse} makes of a text. */
export interface ParsedText {
  /** The syntax tree. Undefined if the text has a mistake. */
  readonly tree: SyntaxTree | undefined
  /** The characters that are part of no token. */
  readonly lexErrors: readonly ILexingError[]
  /** The first token that the grammar does not allow. The parser stops there. */
  readonly parseErrors: readonly IRecognitionException[]
}

/**
 * The grammar of the filter language as a Chevrotain parser, for editors, converters and other tools. Everything that
 * Chevrotain offers for a parser works: CST visitors, `getGAstProductions`, `generateCstDts`. The rule of a whole text
 * is `filter`.
 *
 * A new parser takes some time to analyse its rules. Make one and use it for all texts.
 *
 * To read filters, use `parseFilter`: it has limits, checks the filter against a schema, and reports all mistakes.
 *
 * @example
 * ```ts
 * const grammar = new FilterGrammar()
 * grammar.parse('{"id":5}').tree
 * // {
 * //   kind: "object",
 * //   entries: [
 * //     {
 * //       kind: "field",
 * //       name: { text: "id", span: { start: 1, end: 5 } },
 * //       value: { kind: "number", digits: 5, span: { start: 6, end: 7 } },
 * //     },
 * //   ],
 * //   span: { start: 0, end: 8 },
 * // }
 * grammar.parse('{"id":}').parseErrors.map(({ message }) => message) // ["Expected a value, not }"]
 * grammar.contentAssist('{"id":{', 7).expected.map(({ label }) => label) // ['an operator such as "$eq"', "}"]
 * ```
 */
export class FilterGrammar extends FilterRules {
  readonly #lexer = new FilterLexer()
  readonly #nextTokens = new NextTokens(grammarRules(this))

  constructor() {
    super({ errorMessageProvider: errorMessages, nodeLocationTracking: "full" })
  }

  /**
   * Parses a text into the syntax tree that `parseFilter` checks. It has no limits: very deep nesting overflows the stack.
   *
   * @param text the text of a filter
   * @returns the tree, or the errors of the lexer and of the parser
   */
  parse(text: string): ParsedText {
    const { tokens, errors: lexErrors } = this.#lexer.tokenize(text)
    this.input = tokens
    const cst = this.filter()
    const parseErrors = this.errors
    const isCorrect = lexErrors.length === 0 && parseErrors.length === 0
    return { tree: isCorrect ? syntaxTreeOf(cst) : undefined, lexErrors, parseErrors }
  }

  /**
   * Finds the tokens that may stand at an offset. Only the text before the offset counts. A word or an unclosed string
   * that ends at the offset is unfinished: the answer is then what may stand in its place.
   *
   * The answer leaves out tokens that are valid JSON but make no valid filter, such as a list of values without an operator.
   * Where the text is already wrong in this way, as in `{"id":[`, it has the tokens that continue the JSON.
   *
   * @param text the text of a filter
   * @param offset the offset in UTF-16 units. By default, the end of the text
   */
  contentAssist(text: string, offset: number = text.length): ContentAssist {
    return contentAssist(text.slice(0, offset), this.#lexer, this.#nextTokens)
  }

  /**
   * Makes an HTML page with a railroad diagram of each rule. It leaves out the error productions, which accept what is
   * valid JSON but no valid filter, to report it well.
   *
   * The page loads Chevrotain's scripts from the network, unless you serve them yourself.
   *
   * @param config where the page finds Chevrotain's scripts and its style sheet
   */
  syntaxDiagrams(config?: ICreateSyntaxDiagramsConfig): string {
    return syntaxDiagrams(this.getSerializedGastProductions(), config)
  }
}
