import {
  EmbeddedActionsParser,
  type IOrAlt,
  type OrMethodOpts,
  type ParserMethod,
  type TokenType,
} from "chevrotain"
import { expectations, explain, type SyntaxMistake } from "./messages.ts"
import type { Scanned, Token } from "./scanner.ts"
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

/** The types of the nodes that a tree is made of. The grammar leaves them to whoever uses it. */
export interface NodeTypes {
  name: unknown
  object: unknown
  entry: unknown
  operators: unknown
  operator: unknown
  list: unknown
  scalar: unknown
  misplaced: unknown
}

/** Where a node stands: offsets in UTF-16 units, the end exclusive. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** How the nodes of a tree are made. */
export interface NodeFactory<T extends NodeTypes> {
  name(text: string, place: Place): T["name"]
  object(entries: T["entry"][], place: Place): T["object"]
  logical(name: T["name"], operands: (T["object"] | T["misplaced"])[] | T["misplaced"]): T["entry"]
  field(name: T["name"], value: T["scalar"] | T["operators"] | T["misplaced"]): T["entry"]
  operators(operators: T["operator"][], place: Place): T["operators"]
  operator(name: T["name"], operand: T["scalar"] | T["list"] | T["misplaced"]): T["operator"]
  list(items: (T["scalar"] | T["misplaced"])[], place: Place): T["list"]
  string(value: string, place: Place): T["scalar"]
  number(digits: string, place: Place): T["scalar"]
  boolean(value: boolean, place: Place): T["scalar"]
  null(place: Place): T["scalar"]
  misplacedObject(names: string[], place: Place): T["misplaced"]
  misplacedArray(size: number, place: Place): T["misplaced"]
  misplacedScalar(scalar: T["scalar"]): T["misplaced"]
}

/** What a parse ends in: a tree, or the first place where the text is not JSON. */
export type Parsed<T extends NodeTypes> =
  | { readonly ok: true; readonly tree: T["object"] | T["misplaced"] }
  | { readonly ok: false; readonly mistake: SyntaxMistake }

interface ParserOptions {
  /** Whether to trust that the grammar is sound. A test does not, so that no user need pay for it. */
  readonly skipValidations: boolean
}

type Rule<Result> = ParserMethod<[], Result>
type Alternatives<Result> = IOrAlt<Result>[]
/** Alternatives, and what they are when none of them is there. */
type Choice<Result> = OrMethodOpts<Result>

/** Makes no node of anything. */
const NOTHING = new Proxy({}, { get: () => () => undefined })

/**
 * The grammar of a filter. Rules named `misplaced…` are error productions: they take well-formed
 * JSON where the language has no place for it, so that every such mistake can be reported at once
 * and not the first only. The published diagram and EBNF leave them out.
 *
 * LL(1): the first token decides everywhere, so a parse takes time in proportion to the text. What it
 * costs is above all calls of rules, so there are few, and alternatives, so they are made once.
 */
export class FilterParser<T extends NodeTypes> extends EmbeddedActionsParser {
  /** While Chevrotain records the rules there are no tokens to make nodes of. */
  private make = NOTHING as NodeFactory<T>

  constructor(make: NodeFactory<T>, options: ParserOptions) {
    super(vocabulary, {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: options.skipValidations,
      errorMessageProvider: expectations,
    })
    this.performSelfAnalysis()
    this.make = make
  }

  /** What begins with `$` is an operator's name only where a name belongs. */
  private readonly scalars: Alternatives<T["scalar"]> = [
    { ALT: () => this.string(this.consume(1, String_) as Token) },
    { ALT: () => this.string(this.consume(1, OperatorName) as Token) },
    { ALT: () => this.string(this.consume(1, LogicalName) as Token) },
    { ALT: () => this.number(this.consume(1, Number_) as Token) },
    { ALT: () => this.make.boolean(true, this.consume(1, True) as Token) },
    { ALT: () => this.make.boolean(false, this.consume(1, False) as Token) },
    { ALT: () => this.make.null(this.consume(1, Null) as Token) },
  ]

  private readonly filters: Alternatives<T["object"] | T["misplaced"]> = [
    { ALT: () => this.SUBRULE(this.object) },
    { ALT: () => this.SUBRULE(this.misplacedArray) },
    { ALT: () => this.SUBRULE(this.misplacedScalar) },
  ]
  readonly filter: Rule<T["object"] | T["misplaced"]> = this.RULE("filter", () => this.OR(this.filters))

  private readonly object: Rule<T["object"]> = this.RULE("object", () => {
    const entries: T["entry"][] = []
    const open = this.take(LBrace)
    this.MANY_SEP({ SEP: Comma, DEF: () => entries.push(this.OR(this.entries)) })
    return this.make.object(entries, between(open, this.take(RBrace)))
  })

  private readonly operandLists: Alternatives<(T["object"] | T["misplaced"])[] | T["misplaced"]> = [
    { ALT: () => this.SUBRULE(this.operands) },
    { ALT: () => this.SUBRULE(this.misplacedObject) },
    { ALT: () => this.SUBRULE(this.misplacedScalar) },
  ]
  private readonly fieldValues: Alternatives<T["scalar"] | T["operators"] | T["misplaced"]> = [
    ...this.scalars,
    { ALT: () => this.SUBRULE(this.operators) },
    { ALT: () => this.SUBRULE(this.misplacedArray) },
  ]
  private readonly entries: Choice<T["entry"]> = {
    ERR_MSG: "the name of a field in double quotes",
    DEF: [
      {
        ALT: () => {
          const name = this.take(LogicalName)
          this.CONSUME1(Colon)
          return this.make.logical(this.name(name), this.OR1(this.operandLists))
        },
      },
      {
        ALT: () => {
          const name = this.take(String_)
          this.CONSUME2(Colon)
          return this.make.field(this.name(name), this.OR2(this.fieldValues))
        },
      },
      { ALT: () => this.SUBRULE(this.misplacedOperator) },
    ],
  }

  private readonly operands: Rule<(T["object"] | T["misplaced"])[]> = this.RULE("operands", () => {
    const operands: (T["object"] | T["misplaced"])[] = []
    this.CONSUME(LBracket)
    this.MANY_SEP({ SEP: Comma, DEF: () => operands.push(this.OR(this.filters)) })
    this.CONSUME(RBracket)
    return operands
  })

  private readonly operators: Rule<T["operators"]> = this.RULE("operators", () => {
    const operators: T["operator"][] = []
    const open = this.take(LBrace)
    this.MANY_SEP({ SEP: Comma, DEF: () => operators.push(this.OR(this.operations)) })
    return this.make.operators(operators, between(open, this.take(RBrace)))
  })

  private readonly operatorValues: Alternatives<T["scalar"] | T["list"] | T["misplaced"]> = [
    ...this.scalars,
    { ALT: () => this.SUBRULE(this.list) },
    { ALT: () => this.SUBRULE(this.misplacedObject) },
  ]
  private readonly operations: Choice<T["operator"]> = {
    ERR_MSG: 'an operator such as "$eq"',
    DEF: [
      {
        ALT: () => {
          const name = this.take(OperatorName)
          this.CONSUME(Colon)
          return this.make.operator(this.name(name), this.OR1(this.operatorValues))
        },
      },
      { ALT: () => this.SUBRULE(this.misplacedName) },
    ],
  }

  private readonly listItems: Alternatives<T["scalar"] | T["misplaced"]> = [
    ...this.scalars,
    { ALT: () => this.SUBRULE(this.misplacedArray) },
    { ALT: () => this.SUBRULE(this.misplacedObject) },
  ]
  private readonly list: Rule<T["list"]> = this.RULE("list", () => {
    const items: (T["scalar"] | T["misplaced"])[] = []
    const open = this.take(LBracket)
    this.MANY_SEP({ SEP: Comma, DEF: () => items.push(this.OR(this.listItems)) })
    return this.make.list(items, between(open, this.take(RBracket)))
  })

  private readonly scalar: Rule<T["scalar"]> = this.RULE("scalar", () => this.OR(this.scalars))

  /** `{"$gt": 5}` where a field belongs. */
  private readonly misplacedOperator: Rule<T["entry"]> = this.RULE("misplacedOperator", () => {
    const name = this.take(OperatorName)
    this.CONSUME(Colon)
    return this.make.field(this.name(name), this.SUBRULE(this.misplacedValue))
  })

  private readonly misplacedNames: Alternatives<Token> = [
    { ALT: () => this.take(String_) },
    { ALT: () => this.take(LogicalName) },
  ]
  /** `{"agent": {"id": 5}}`, `{"agent": {"$or": []}}` */
  private readonly misplacedName: Rule<T["operator"]> = this.RULE("misplacedName", () => {
    const name = this.OR(this.misplacedNames)
    this.CONSUME(Colon)
    return this.make.operator(this.name(name), this.SUBRULE(this.misplacedValue))
  })

  private readonly misplacedValues: Alternatives<T["misplaced"]> = [
    { ALT: () => this.SUBRULE(this.misplacedObject) },
    { ALT: () => this.SUBRULE(this.misplacedArray) },
    { ALT: () => this.SUBRULE(this.misplacedScalar) },
  ]
  private readonly misplacedValue: Rule<T["misplaced"]> = this.RULE("misplacedValue", () =>
    this.OR(this.misplacedValues),
  )

  private readonly misplacedObject: Rule<T["misplaced"]> = this.RULE("misplacedObject", () => {
    const names: string[] = []
    const open = this.take(LBrace)
    this.MANY_SEP({
      SEP: Comma,
      DEF: () => {
        names.push(this.OR(this.memberNames).value)
        this.CONSUME(Colon)
        this.SUBRULE(this.misplacedValue)
      },
    })
    return this.make.misplacedObject(names, between(open, this.take(RBrace)))
  })
  private readonly memberNames: Choice<Token> = {
    ERR_MSG: "a name in double quotes",
    DEF: [
      { ALT: () => this.take(String_) },
      { ALT: () => this.take(OperatorName) },
      { ALT: () => this.take(LogicalName) },
    ],
  }

  private readonly misplacedArray: Rule<T["misplaced"]> = this.RULE("misplacedArray", () => {
    let size = 0
    const open = this.take(LBracket)
    this.MANY_SEP({
      SEP: Comma,
      DEF: () => {
        this.SUBRULE(this.misplacedValue)
        size++
      },
    })
    return this.make.misplacedArray(size, between(open, this.take(RBracket)))
  })

  private readonly misplacedScalar: Rule<T["misplaced"]> = this.RULE("misplacedScalar", () =>
    this.make.misplacedScalar(this.SUBRULE(this.scalar)),
  )

  private take(type: TokenType): Token {
    return this.CONSUME(type) as Token
  }

  private name(token: Token): T["name"] {
    return this.make.name(token.value, token)
  }

  private string(token: Token): T["scalar"] {
    return this.make.string(token.value, token)
  }

  private number(token: Token): T["scalar"] {
    return this.make.number(token.value, token)
  }
}

function between(open: Place, close: Place): Place {
  return { start: open.start, end: close.end }
}

/**
 * Makes the function that parses tokens into a tree of the factory's nodes. Analysing the grammar
 * takes some milliseconds, so it is done at the first parse.
 */
export function createParser<T extends NodeTypes>(
  make: NodeFactory<T>,
): (text: string, scanned: Scanned) => Parsed<T> {
  let parser: FilterParser<T> | undefined
  return (text, { tokens, stray }) => {
    parser ??= new FilterParser(make, { skipValidations: true })
    parser.input = tokens
    const tree = parser.filter()
    const mistake = explain(text, stray, parser.errors)
    return mistake === undefined ? { ok: true, tree } : { ok: false, mistake }
  }
}
