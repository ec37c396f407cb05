import { EmbeddedActionsParser, type ParserMethod } from "chevrotain"
import { expectations, explain, type SyntaxMistake } from "./messages.ts"
import type { Tokens } from "./tokenize.ts"
import {
  Colon,
  Comma,
  False,
  LBrace,
  LBracket,
  LogicalName,
  Null,
  Number_,
  OperatorName,
  RBrace,
  RBracket,
  String_,
  True,
  vocabulary,
} from "./tokens.ts"

interface GrammarOptions {
  /** Whether to trust that the grammar is sound. Its tools and tests do not, so that no user need pay for it. */
  readonly skipValidations: boolean
}

type Rule = ParserMethod<[], void>

/**
 * The grammar of a filter, and all there is to say of its form: the parser, the diagram and the EBNF in `generated/`
 * are written from these rules. Each is one of some tokens, or one of some rules, or tokens, rules and lists of a rule
 * one after another.
 *
 * Rules named `misplaced…` are error productions: they take well-formed JSON where the language has no place for
 * it, so that every such mistake can be reported at once and not the first only. The published diagram and EBNF
 * leave them out.
 *
 * LL(1): the first token decides everywhere, so a parse takes time in proportion to the text.
 */
export class FilterGrammar extends EmbeddedActionsParser {
  constructor(options: GrammarOptions) {
    super(vocabulary, {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: options.skipValidations,
      errorMessageProvider: expectations,
    })
    this.performSelfAnalysis()
  }

  readonly filter: Rule = this.RULE("filter", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.object) },
      { ALT: () => this.SUBRULE(this.misplacedArray) },
      { ALT: () => this.SUBRULE(this.misplacedScalar) },
    ])
  })

  private readonly object: Rule = this.RULE("object", () => {
    this.CONSUME(LBrace)
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.entry) })
    this.CONSUME(RBrace)
  })

  private readonly entry: Rule = this.RULE("entry", () => {
    this.OR({
      ERR_MSG: "the name of a field in double quotes",
      DEF: [
        { ALT: () => this.SUBRULE(this.field) },
        { ALT: () => this.SUBRULE(this.logical) },
        { ALT: () => this.SUBRULE(this.misplacedOperator) },
      ],
    })
  })

  private readonly logical: Rule = this.RULE("logical", () => {
    this.SUBRULE(this.logicalName)
    this.CONSUME(Colon)
    this.SUBRULE(this.operands)
  })

  private readonly logicalName: Rule = this.RULE("logicalName", () => {
    this.CONSUME(LogicalName)
  })

  private readonly operands: Rule = this.RULE("operands", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.filters) },
      { ALT: () => this.SUBRULE(this.misplacedObject) },
      { ALT: () => this.SUBRULE(this.misplacedScalar) },
    ])
  })

  private readonly filters: Rule = this.RULE("filters", () => {
    this.CONSUME(LBracket)
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.filter) })
    this.CONSUME(RBracket)
  })

  private readonly field: Rule = this.RULE("field", () => {
    this.SUBRULE(this.fieldName)
    this.CONSUME(Colon)
    this.SUBRULE(this.fieldValue)
  })

  private readonly fieldName: Rule = this.RULE("fieldName", () => {
    this.CONSUME(String_)
  })

  private readonly fieldValue: Rule = this.RULE("fieldValue", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.operators) },
      { ALT: () => this.SUBRULE(this.scalar) },
      { ALT: () => this.SUBRULE(this.misplacedArray) },
    ])
  })

  private readonly operators: Rule = this.RULE("operators", () => {
    this.CONSUME(LBrace)
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.operation) })
    this.CONSUME(RBrace)
  })

  private readonly operation: Rule = this.RULE("operation", () => {
    this.OR({
      ERR_MSG: 'an operator such as "$eq"',
      DEF: [{ ALT: () => this.SUBRULE(this.operator) }, { ALT: () => this.SUBRULE(this.misplacedName) }],
    })
  })

  private readonly operator: Rule = this.RULE("operator", () => {
    this.SUBRULE(this.operatorName)
    this.CONSUME(Colon)
    this.SUBRULE(this.operand)
  })

  private readonly operatorName: Rule = this.RULE("operatorName", () => {
    this.CONSUME(OperatorName)
  })

  private readonly operand: Rule = this.RULE("operand", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.scalar) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.misplacedObject) },
    ])
  })

  private readonly list: Rule = this.RULE("list", () => {
    this.CONSUME(LBracket)
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.item) })
    this.CONSUME(RBracket)
  })

  private readonly item: Rule = this.RULE("item", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.scalar) },
      { ALT: () => this.SUBRULE(this.misplacedArray) },
      { ALT: () => this.SUBRULE(this.misplacedObject) },
    ])
  })

  private readonly scalar: Rule = this.RULE("scalar", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.string) },
      { ALT: () => this.SUBRULE(this.number) },
      { ALT: () => this.SUBRULE(this.boolean) },
      { ALT: () => this.SUBRULE(this.null) },
    ])
  })

  /** What begins with `$` is an operator's name only where a name belongs. */
  private readonly string: Rule = this.RULE("string", () => {
    this.OR([
      { ALT: () => this.CONSUME(String_) },
      { ALT: () => this.CONSUME(OperatorName) },
      { ALT: () => this.CONSUME(LogicalName) },
    ])
  })

  private readonly number: Rule = this.RULE("number", () => {
    this.CONSUME(Number_)
  })

  private readonly boolean: Rule = this.RULE("boolean", () => {
    this.OR([{ ALT: () => this.CONSUME(True) }, { ALT: () => this.CONSUME(False) }])
  })

  private readonly null: Rule = this.RULE("null", () => {
    this.CONSUME(Null)
  })

  /** `{"$gt": 5}` where a field belongs. */
  private readonly misplacedOperator: Rule = this.RULE("misplacedOperator", () => {
    this.SUBRULE(this.operatorName)
    this.CONSUME(Colon)
    this.SUBRULE(this.misplacedValue)
  })

  /** `{"agent": {"id": 5}}`, `{"agent": {"$or": []}}` */
  private readonly misplacedName: Rule = this.RULE("misplacedName", () => {
    this.SUBRULE(this.misplacedFieldName)
    this.CONSUME(Colon)
    this.SUBRULE(this.misplacedValue)
  })

  /** What names no operator on a field. */
  private readonly misplacedFieldName: Rule = this.RULE("misplacedFieldName", () => {
    this.OR([{ ALT: () => this.CONSUME(String_) }, { ALT: () => this.CONSUME(LogicalName) }])
  })

  private readonly misplacedValue: Rule = this.RULE("misplacedValue", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.misplacedObject) },
      { ALT: () => this.SUBRULE(this.misplacedArray) },
      { ALT: () => this.SUBRULE(this.misplacedScalar) },
    ])
  })

  private readonly misplacedObject: Rule = this.RULE("misplacedObject", () => {
    this.CONSUME(LBrace)
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.misplacedMember) })
    this.CONSUME(RBrace)
  })

  private readonly misplacedMember: Rule = this.RULE("misplacedMember", () => {
    this.SUBRULE(this.misplacedMemberName)
    this.CONSUME(Colon)
    this.SUBRULE(this.misplacedValue)
  })

  private readonly misplacedMemberName: Rule = this.RULE("misplacedMemberName", () => {
    this.OR({
      ERR_MSG: "a name in double quotes",
      DEF: [
        { ALT: () => this.CONSUME(String_) },
        { ALT: () => this.CONSUME(OperatorName) },
        { ALT: () => this.CONSUME(LogicalName) },
      ],
    })
  })

  private readonly misplacedArray: Rule = this.RULE("misplacedArray", () => {
    this.CONSUME(LBracket)
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.misplacedValue) })
    this.CONSUME(RBracket)
  })

  private readonly misplacedScalar: Rule = this.RULE("misplacedScalar", () => {
    this.SUBRULE(this.scalar)
  })
}

let grammar: FilterGrammar | undefined

/**
 * Where a text stops being a sentence of the grammar, given the tokens up to that which the parser has refused.
 * Analysing the grammar takes some milliseconds, so it is done for the first mistake.
 */
export function mistakeIn(text: string, { tokens, stray }: Tokens): SyntaxMistake {
  grammar ??= new FilterGrammar({ skipValidations: true })
  grammar.input = tokens
  grammar.filter()
  const mistake = explain(text, stray, grammar.errors)
  // It would keep the text until the next mistake.
  grammar.input = []
  if (mistake === undefined)
    throw new Error("The parser is not that of the grammar: npm run grammar writes it")
  return mistake
}
