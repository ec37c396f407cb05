import { type CstNode, CstParser, type IParserConfig, type ParserMethod } from "chevrotain"
import {
  Colon,
  Comma,
  False,
  LBrace,
  LBracket,
  LogicalName,
  Missing,
  Null,
  NumberToken,
  OperatorName,
  RBrace,
  RBracket,
  StringToken,
  True,
  vocabulary,
} from "./tokens.ts"

type Rule = ParserMethod<[], CstNode>

/**
 * The grammar of a filter, and the only definition of its syntax. The parser, the table of what is expected where, the
 * diagram and the EBNF in `generated/` are written from these rules. A rule is a choice between tokens, a choice between
 * rules, or a sequence of tokens, rules and lists of one rule.
 *
 * Two sorts of rules are error productions, which the published diagram and EBNF leave out. Rules named `misplaced…`
 * accept valid JSON that is not a valid filter, so that checking can report all errors of this sort and not only the
 * first. Rules named `missing…` accept the gaps that error recovery leaves in a text.
 *
 * The grammar is LL(1): one token of lookahead decides every choice, so parsing takes linear time.
 */
export class FilterRules extends CstParser {
  constructor(config: IParserConfig = {}) {
    super(vocabulary, { ...config, maxLookahead: 1, recoveryEnabled: false })
    this.performSelfAnalysis()
  }

  /** The rule of a whole text. */
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
    this.OR([
      { ALT: () => this.SUBRULE(this.field) },
      { ALT: () => this.SUBRULE(this.logical) },
      { ALT: () => this.SUBRULE(this.misplacedOperator) },
      { ALT: () => this.SUBRULE(this.missingMember) },
    ])
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
    this.CONSUME(StringToken)
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
    this.OR([
      { ALT: () => this.SUBRULE(this.operator) },
      { ALT: () => this.SUBRULE(this.misplacedName) },
      { ALT: () => this.SUBRULE(this.missingMember) },
    ])
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
      { ALT: () => this.SUBRULE(this.missingValue) },
    ])
  })

  /** A string that begins with `$` is an operator name only in front of a colon. */
  private readonly string: Rule = this.RULE("string", () => {
    this.OR([
      { ALT: () => this.CONSUME(StringToken) },
      { ALT: () => this.CONSUME(OperatorName) },
      { ALT: () => this.CONSUME(LogicalName) },
    ])
  })

  private readonly number: Rule = this.RULE("number", () => {
    this.CONSUME(NumberToken)
  })

  private readonly boolean: Rule = this.RULE("boolean", () => {
    this.OR([{ ALT: () => this.CONSUME(True) }, { ALT: () => this.CONSUME(False) }])
  })

  private readonly null: Rule = this.RULE("null", () => {
    this.CONSUME(Null)
  })

  /** `{"$gt": 5}` instead of a field. */
  private readonly misplacedOperator: Rule = this.RULE("misplacedOperator", () => {
    this.SUBRULE(this.operatorName)
    this.CONSUME(Colon)
    this.SUBRULE(this.misplacedValue)
  })

  /** `"id": 5` in `{"agent": {"id": 5}}`, or `"$or": []` in `{"agent": {"$or": []}}`. */
  private readonly misplacedName: Rule = this.RULE("misplacedName", () => {
    this.SUBRULE(this.misplacedFieldName)
    this.CONSUME(Colon)
    this.SUBRULE(this.misplacedValue)
  })

  /** A name inside of a field that is not the name of an operator. */
  private readonly misplacedFieldName: Rule = this.RULE("misplacedFieldName", () => {
    this.OR([{ ALT: () => this.CONSUME(StringToken) }, { ALT: () => this.CONSUME(LogicalName) }])
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
    this.OR([
      { ALT: () => this.CONSUME(StringToken) },
      { ALT: () => this.CONSUME(OperatorName) },
      { ALT: () => this.CONSUME(LogicalName) },
      { ALT: () => this.CONSUME(Missing) },
    ])
  })

  private readonly misplacedArray: Rule = this.RULE("misplacedArray", () => {
    this.CONSUME(LBracket)
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.misplacedValue) })
    this.CONSUME(RBracket)
  })

  private readonly misplacedScalar: Rule = this.RULE("misplacedScalar", () => {
    this.SUBRULE(this.scalar)
  })

  /** A member without a name. */
  private readonly missingMember: Rule = this.RULE("missingMember", () => {
    this.CONSUME(Missing)
    this.CONSUME(Colon)
    this.SUBRULE(this.misplacedValue)
  })

  private readonly missingValue: Rule = this.RULE("missingValue", () => {
    this.CONSUME(Missing)
  })
}
