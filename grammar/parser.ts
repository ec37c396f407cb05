import { EmbeddedActionsParser, type ILexingError, type IToken, type ParserMethod } from "chevrotain"
import { expectations, explain, type SyntaxMistake } from "./messages.ts"
import { decodeString } from "./strings.ts"
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

/** How the nodes of a tree are made. Offsets are in UTF-16 units, the end exclusive. */
export interface NodeFactory<T extends NodeTypes> {
  name(text: string, start: number, end: number): T["name"]
  object(entries: T["entry"][], start: number, end: number): T["object"]
  logical(name: T["name"], operands: (T["object"] | T["misplaced"])[] | T["misplaced"]): T["entry"]
  field(name: T["name"], value: T["scalar"] | T["operators"] | T["misplaced"]): T["entry"]
  operators(operators: T["operator"][], start: number, end: number): T["operators"]
  operator(name: T["name"], operand: T["scalar"] | T["list"] | T["misplaced"]): T["operator"]
  list(items: (T["scalar"] | T["misplaced"])[], start: number, end: number): T["list"]
  string(value: string, start: number, end: number): T["scalar"]
  number(digits: string, start: number, end: number): T["scalar"]
  boolean(value: boolean, start: number, end: number): T["scalar"]
  null(start: number, end: number): T["scalar"]
  misplacedObject(names: string[], start: number, end: number): T["misplaced"]
  misplacedArray(size: number, start: number, end: number): T["misplaced"]
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

/**
 * The grammar of a filter. Rules named `misplaced…` are error productions: they take well-formed
 * JSON where the language has no place for it, so that every such mistake can be reported at once
 * and not the first only. The published diagram and EBNF leave them out.
 *
 * LL(1): the first token decides everywhere, so a parse takes time in proportion to the text.
 */
export class FilterParser<T extends NodeTypes> extends EmbeddedActionsParser {
  constructor(
    private readonly make: NodeFactory<T>,
    options: ParserOptions,
  ) {
    super(vocabulary, {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: options.skipValidations,
      errorMessageProvider: expectations,
    })
    this.performSelfAnalysis()
  }

  readonly filter: Rule<T["object"] | T["misplaced"]> = this.RULE("filter", () =>
    this.OR<T["object"] | T["misplaced"]>([
      { ALT: () => this.SUBRULE(this.object) },
      { ALT: () => this.SUBRULE(this.misplacedArray) },
      { ALT: () => this.SUBRULE(this.misplacedScalar) },
    ]),
  )

  private readonly object: Rule<T["object"]> = this.RULE("object", () => {
    const entries: T["entry"][] = []
    const open = this.CONSUME(LBrace)
    this.MANY_SEP({ SEP: Comma, DEF: () => entries.push(this.SUBRULE(this.entry)) })
    const close = this.CONSUME(RBrace)
    return this.ACTION(() => this.make.object(entries, open.startOffset, end(close)))
  })

  private readonly entry: Rule<T["entry"]> = this.RULE("entry", () =>
    this.OR<T["entry"]>([
      { ALT: () => this.SUBRULE(this.logical) },
      { ALT: () => this.SUBRULE(this.field) },
      { ALT: () => this.SUBRULE(this.misplacedOperator) },
    ]),
  )

  private readonly logical: Rule<T["entry"]> = this.RULE("logical", () => {
    const name = this.CONSUME(LogicalName)
    this.CONSUME(Colon)
    const operands = this.OR<(T["object"] | T["misplaced"])[] | T["misplaced"]>([
      { ALT: () => this.SUBRULE(this.operands) },
      { ALT: () => this.SUBRULE(this.misplacedObject) },
      { ALT: () => this.SUBRULE(this.misplacedScalar) },
    ])
    return this.ACTION(() => this.make.logical(this.name(name), operands))
  })

  private readonly operands: Rule<(T["object"] | T["misplaced"])[]> = this.RULE("operands", () => {
    const operands: (T["object"] | T["misplaced"])[] = []
    this.CONSUME(LBracket)
    this.MANY_SEP({ SEP: Comma, DEF: () => operands.push(this.SUBRULE(this.filter)) })
    this.CONSUME(RBracket)
    return operands
  })

  private readonly field: Rule<T["entry"]> = this.RULE("field", () => {
    const name = this.CONSUME(String_)
    this.CONSUME(Colon)
    const value = this.OR<T["scalar"] | T["operators"] | T["misplaced"]>([
      { ALT: () => this.SUBRULE(this.scalar) },
      { ALT: () => this.SUBRULE(this.operators) },
      { ALT: () => this.SUBRULE(this.misplacedArray) },
    ])
    return this.ACTION(() => this.make.field(this.name(name), value))
  })

  private readonly operators: Rule<T["operators"]> = this.RULE("operators", () => {
    const operators: T["operator"][] = []
    const open = this.CONSUME(LBrace)
    this.MANY_SEP({ SEP: Comma, DEF: () => operators.push(this.SUBRULE(this.operator)) })
    const close = this.CONSUME(RBrace)
    return this.ACTION(() => this.make.operators(operators, open.startOffset, end(close)))
  })

  private readonly operator: Rule<T["operator"]> = this.RULE("operator", () =>
    this.OR<T["operator"]>([
      { ALT: () => this.SUBRULE(this.operation) },
      { ALT: () => this.SUBRULE(this.misplacedName) },
    ]),
  )

  private readonly operation: Rule<T["operator"]> = this.RULE("operation", () => {
    const name = this.CONSUME(OperatorName)
    this.CONSUME(Colon)
    const operand = this.OR<T["scalar"] | T["list"] | T["misplaced"]>([
      { ALT: () => this.SUBRULE(this.scalar) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.misplacedObject) },
    ])
    return this.ACTION(() => this.make.operator(this.name(name), operand))
  })

  private readonly list: Rule<T["list"]> = this.RULE("list", () => {
    const items: (T["scalar"] | T["misplaced"])[] = []
    const open = this.CONSUME(LBracket)
    this.MANY_SEP({
      SEP: Comma,
      DEF: () =>
        items.push(
          this.OR<T["scalar"] | T["misplaced"]>([
            { ALT: () => this.SUBRULE(this.scalar) },
            { ALT: () => this.SUBRULE(this.misplacedArray) },
            { ALT: () => this.SUBRULE(this.misplacedObject) },
          ]),
        ),
    })
    const close = this.CONSUME(RBracket)
    return this.ACTION(() => this.make.list(items, open.startOffset, end(close)))
  })

  private readonly scalar: Rule<T["scalar"]> = this.RULE("scalar", () =>
    this.OR<T["scalar"]>([
      { ALT: () => this.SUBRULE(this.string) },
      {
        ALT: () => {
          const token = this.CONSUME(Number_)
          return this.ACTION(() => this.make.number(token.image, token.startOffset, end(token)))
        },
      },
      { ALT: () => this.boolean(this.CONSUME(True), true) },
      { ALT: () => this.boolean(this.CONSUME(False), false) },
      {
        ALT: () => {
          const token = this.CONSUME(Null)
          return this.ACTION(() => this.make.null(token.startOffset, end(token)))
        },
      },
    ]),
  )

  private readonly string: Rule<T["scalar"]> = this.RULE("string", () => {
    const token = this.SUBRULE(this.text)
    return this.ACTION(() => this.make.string(decodeString(token.image), token.startOffset, end(token)))
  })

  /** What begins with `$` is an operator's name only where a name belongs. */
  private readonly text: Rule<IToken> = this.RULE("text", () =>
    this.OR<IToken>([
      { ALT: () => this.CONSUME(String_) },
      { ALT: () => this.CONSUME(OperatorName) },
      { ALT: () => this.CONSUME(LogicalName) },
    ]),
  )

  /** `{"$gt": 5}` where a field belongs. */
  private readonly misplacedOperator: Rule<T["entry"]> = this.RULE("misplacedOperator", () => {
    const name = this.CONSUME(OperatorName)
    this.CONSUME(Colon)
    const value = this.SUBRULE(this.misplacedValue)
    return this.ACTION(() => this.make.field(this.name(name), value))
  })

  /** `{"agent": {"id": 5}}`, `{"agent": {"$or": []}}` */
  private readonly misplacedName: Rule<T["operator"]> = this.RULE("misplacedName", () => {
    const name = this.OR<IToken>([
      { ALT: () => this.CONSUME(String_) },
      { ALT: () => this.CONSUME(LogicalName) },
    ])
    this.CONSUME(Colon)
    const value = this.SUBRULE(this.misplacedValue)
    return this.ACTION(() => this.make.operator(this.name(name), value))
  })

  private readonly misplacedValue: Rule<T["misplaced"]> = this.RULE("misplacedValue", () =>
    this.OR<T["misplaced"]>([
      { ALT: () => this.SUBRULE(this.misplacedObject) },
      { ALT: () => this.SUBRULE(this.misplacedArray) },
      { ALT: () => this.SUBRULE(this.misplacedScalar) },
    ]),
  )

  private readonly misplacedObject: Rule<T["misplaced"]> = this.RULE("misplacedObject", () => {
    const names: string[] = []
    const open = this.CONSUME(LBrace)
    this.MANY_SEP({
      SEP: Comma,
      DEF: () => {
        const name = this.SUBRULE(this.text)
        this.CONSUME(Colon)
        this.SUBRULE(this.misplacedValue)
        this.ACTION(() => names.push(decodeString(name.image)))
      },
    })
    const close = this.CONSUME(RBrace)
    return this.ACTION(() => this.make.misplacedObject(names, open.startOffset, end(close)))
  })

  private readonly misplacedArray: Rule<T["misplaced"]> = this.RULE("misplacedArray", () => {
    let size = 0
    const open = this.CONSUME(LBracket)
    this.MANY_SEP({
      SEP: Comma,
      DEF: () => {
        this.SUBRULE(this.misplacedValue)
        size++
      },
    })
    const close = this.CONSUME(RBracket)
    return this.ACTION(() => this.make.misplacedArray(size, open.startOffset, end(close)))
  })

  private readonly misplacedScalar: Rule<T["misplaced"]> = this.RULE("misplacedScalar", () => {
    const scalar = this.SUBRULE(this.scalar)
    return this.ACTION(() => this.make.misplacedScalar(scalar))
  })

  private name(token: IToken): T["name"] {
    return this.make.name(decodeString(token.image), token.startOffset, end(token))
  }

  private boolean(token: IToken, value: boolean): T["scalar"] {
    return this.ACTION(() => this.make.boolean(value, token.startOffset, end(token)))
  }
}

function end(token: IToken): number {
  return token.startOffset + token.image.length
}

/**
 * Makes the function that parses tokens into a tree of the factory's nodes. Analysing the grammar
 * takes some milliseconds, so it is done at the first parse.
 */
export function createParser<T extends NodeTypes>(
  make: NodeFactory<T>,
): (text: string, tokens: IToken[], errors: readonly ILexingError[]) => Parsed<T> {
  let parser: FilterParser<T> | undefined
  return (text, tokens, errors) => {
    parser ??= new FilterParser(make, { skipValidations: true })
    parser.input = tokens
    const tree = parser.filter()
    const mistake = explain(text, errors, parser.errors)
    return mistake === undefined ? { ok: true, tree } : { ok: false, mistake }
  }
}
