// Written by `npm run grammar` from the rules of grammar.ts.
import type { Span } from "../../src/syntax/span.ts"
import { PredictiveParser } from "../predictive-parser.ts"
import { type Bounds, Kind } from "../scanner.ts"

/** The types of the nodes of a tree. The user of the parser chooses them. */
export interface NodeTypes {
  object: unknown
  logical: unknown
  logicalName: unknown
  filters: unknown
  field: unknown
  fieldName: unknown
  operators: unknown
  operator: unknown
  operatorName: unknown
  list: unknown
  string: unknown
  number: unknown
  boolean: unknown
  null: unknown
  misplacedOperator: unknown
  misplacedName: unknown
  misplacedFieldName: unknown
  misplacedObject: unknown
  misplacedMember: unknown
  misplacedMemberName: unknown
  misplacedArray: unknown
  misplacedScalar: unknown
  missingMember: unknown
  missingValue: unknown
}

/** Makes the nodes of a tree. Spans are undefined if the parser was told to leave them out. */
export interface NodeFactory<T extends NodeTypes> {
  object(items: readonly T["field" | "logical" | "misplacedOperator" | "missingMember"][], span: Span | undefined): T["object"]
  logical(logicalName: T["logicalName"], operands: T["filters" | "misplacedObject" | "misplacedScalar"], span: Span | undefined): T["logical"]
  logicalName(text: string, span: Span | undefined): T["logicalName"]
  filters(items: readonly T["object" | "misplacedArray" | "misplacedScalar"][], span: Span | undefined): T["filters"]
  field(fieldName: T["fieldName"], fieldValue: T["operators" | "string" | "number" | "boolean" | "null" | "missingValue" | "misplacedArray"], span: Span | undefined): T["field"]
  fieldName(text: string, span: Span | undefined): T["fieldName"]
  operators(items: readonly T["operator" | "misplacedName" | "missingMember"][], span: Span | undefined): T["operators"]
  operator(operatorName: T["operatorName"], operand: T["string" | "number" | "boolean" | "null" | "missingValue" | "list" | "misplacedObject"], span: Span | undefined): T["operator"]
  operatorName(text: string, span: Span | undefined): T["operatorName"]
  list(items: readonly T["string" | "number" | "boolean" | "null" | "missingValue" | "misplacedArray" | "misplacedObject"][], span: Span | undefined): T["list"]
  string(text: string, span: Span | undefined): T["string"]
  number(digits: number | string, span: Span | undefined): T["number"]
  boolean(text: string, span: Span | undefined): T["boolean"]
  null(text: string, span: Span | undefined): T["null"]
  misplacedOperator(operatorName: T["operatorName"], misplacedValue: T["misplacedObject" | "misplacedArray" | "misplacedScalar"], span: Span | undefined): T["misplacedOperator"]
  misplacedName(misplacedFieldName: T["misplacedFieldName"], misplacedValue: T["misplacedObject" | "misplacedArray" | "misplacedScalar"], span: Span | undefined): T["misplacedName"]
  misplacedFieldName(text: string, span: Span | undefined): T["misplacedFieldName"]
  misplacedObject(items: readonly T["misplacedMember"][], span: Span | undefined): T["misplacedObject"]
  misplacedMember(misplacedMemberName: T["misplacedMemberName"], misplacedValue: T["misplacedObject" | "misplacedArray" | "misplacedScalar"], span: Span | undefined): T["misplacedMember"]
  misplacedMemberName(text: string, span: Span | undefined): T["misplacedMemberName"]
  misplacedArray(items: readonly T["misplacedObject" | "misplacedArray" | "misplacedScalar"][], span: Span | undefined): T["misplacedArray"]
  misplacedScalar(scalar: T["string" | "number" | "boolean" | "null" | "missingValue"], span: Span | undefined): T["misplacedScalar"]
  missingMember(misplacedValue: T["misplacedObject" | "misplacedArray" | "misplacedScalar"], span: Span | undefined): T["missingMember"]
  missingValue(text: string, span: Span | undefined): T["missingValue"]
}

/** The node of a whole text. */
export type Root<T extends NodeTypes> = T["object" | "misplacedArray" | "misplacedScalar"]

export class FilterParser<T extends NodeTypes> extends PredictiveParser {
  constructor(
    private readonly make: NodeFactory<T>,
    text: string,
    bounds: Bounds,
    spans: boolean,
  ) {
    super(text, bounds, spans)
  }

  /** The tree of the whole text. Undefined if the text has a syntax error or exceeds a bound. */
  parse(): Root<T> | undefined {
    return this.parseWhole(() => this.filter())
  }

  private filter(): T["object" | "misplacedArray" | "misplacedScalar"] {
    switch (this.kind) {
      case Kind.LBrace:
        return this.object()
      case Kind.LBracket:
        return this.misplacedArray()
      default:
        return this.misplacedScalar()
    }
  }

  private object(): T["object"] {
    const { start } = this
    this.expect(Kind.LBrace)
    const items: T["field" | "logical" | "misplacedOperator" | "missingMember"][] = this.kind === Kind.RBrace ? [] : [this.entry()]
    while (this.accept(Kind.Comma)) items.push(this.entry())
    this.expect(Kind.RBrace)
    return this.make.object(items, this.spanFrom(start))
  }

  private entry(): T["field" | "logical" | "misplacedOperator" | "missingMember"] {
    switch (this.kind) {
      case Kind.LogicalName:
        return this.logical()
      case Kind.OperatorName:
        return this.misplacedOperator()
      case Kind.Missing:
        return this.missingMember()
      default:
        return this.field()
    }
  }

  private logical(): T["logical"] {
    const { start } = this
    const logicalName = this.logicalName()
    this.expect(Kind.Colon)
    const operands = this.operands()
    return this.make.logical(logicalName, operands, this.spanFrom(start))
  }

  private logicalName(): T["logicalName"] {
    const { text, start } = this
    this.expect(Kind.LogicalName)
    return this.make.logicalName(text, this.spanFrom(start))
  }

  private operands(): T["filters" | "misplacedObject" | "misplacedScalar"] {
    switch (this.kind) {
      case Kind.LBracket:
        return this.filters()
      case Kind.LBrace:
        return this.misplacedObject()
      default:
        return this.misplacedScalar()
    }
  }

  private filters(): T["filters"] {
    const { start } = this
    this.expect(Kind.LBracket)
    const items: T["object" | "misplacedArray" | "misplacedScalar"][] = this.kind === Kind.RBracket ? [] : [this.filter()]
    while (this.accept(Kind.Comma)) items.push(this.filter())
    this.expect(Kind.RBracket)
    return this.make.filters(items, this.spanFrom(start))
  }

  private field(): T["field"] {
    const { start } = this
    const fieldName = this.fieldName()
    this.expect(Kind.Colon)
    const fieldValue = this.fieldValue()
    return this.make.field(fieldName, fieldValue, this.spanFrom(start))
  }

  private fieldName(): T["fieldName"] {
    const { text, start } = this
    this.expect(Kind.String)
    return this.make.fieldName(text, this.spanFrom(start))
  }

  private fieldValue(): T["operators" | "string" | "number" | "boolean" | "null" | "missingValue" | "misplacedArray"] {
    switch (this.kind) {
      case Kind.LBrace:
        return this.operators()
      case Kind.LBracket:
        return this.misplacedArray()
      default:
        return this.scalar()
    }
  }

  private operators(): T["operators"] {
    const { start } = this
    this.expect(Kind.LBrace)
    const items: T["operator" | "misplacedName" | "missingMember"][] = this.kind === Kind.RBrace ? [] : [this.operation()]
    while (this.accept(Kind.Comma)) items.push(this.operation())
    this.expect(Kind.RBrace)
    return this.make.operators(items, this.spanFrom(start))
  }

  private operation(): T["operator" | "misplacedName" | "missingMember"] {
    switch (this.kind) {
      case Kind.OperatorName:
        return this.operator()
      case Kind.Missing:
        return this.missingMember()
      default:
        return this.misplacedName()
    }
  }

  private operator(): T["operator"] {
    const { start } = this
    const operatorName = this.operatorName()
    this.expect(Kind.Colon)
    const operand = this.operand()
    return this.make.operator(operatorName, operand, this.spanFrom(start))
  }

  private operatorName(): T["operatorName"] {
    const { text, start } = this
    this.expect(Kind.OperatorName)
    return this.make.operatorName(text, this.spanFrom(start))
  }

  private operand(): T["string" | "number" | "boolean" | "null" | "missingValue" | "list" | "misplacedObject"] {
    switch (this.kind) {
      case Kind.LBracket:
        return this.list()
      case Kind.LBrace:
        return this.misplacedObject()
      default:
        return this.scalar()
    }
  }

  private list(): T["list"] {
    const { start } = this
    this.expect(Kind.LBracket)
    const items: T["string" | "number" | "boolean" | "null" | "missingValue" | "misplacedArray" | "misplacedObject"][] = this.kind === Kind.RBracket ? [] : [this.item()]
    while (this.accept(Kind.Comma)) items.push(this.item())
    this.expect(Kind.RBracket)
    return this.make.list(items, this.spanFrom(start))
  }

  private item(): T["string" | "number" | "boolean" | "null" | "missingValue" | "misplacedArray" | "misplacedObject"] {
    switch (this.kind) {
      case Kind.LBracket:
        return this.misplacedArray()
      case Kind.LBrace:
        return this.misplacedObject()
      default:
        return this.scalar()
    }
  }

  private scalar(): T["string" | "number" | "boolean" | "null" | "missingValue"] {
    switch (this.kind) {
      case Kind.Number:
        return this.number()
      case Kind.True:
      case Kind.False:
        return this.boolean()
      case Kind.Null:
        return this.null()
      case Kind.Missing:
        return this.missingValue()
      default:
        return this.string()
    }
  }

  private string(): T["string"] {
    const { text, start } = this
    if (!(this.accept(Kind.String) || this.accept(Kind.OperatorName) || this.accept(Kind.LogicalName))) this.reject()
    return this.make.string(text, this.spanFrom(start))
  }

  private number(): T["number"] {
    const { digits, start } = this
    this.expect(Kind.Number)
    return this.make.number(digits, this.spanFrom(start))
  }

  private boolean(): T["boolean"] {
    const { text, start } = this
    if (!(this.accept(Kind.True) || this.accept(Kind.False))) this.reject()
    return this.make.boolean(text, this.spanFrom(start))
  }

  private null(): T["null"] {
    const { text, start } = this
    this.expect(Kind.Null)
    return this.make.null(text, this.spanFrom(start))
  }

  private misplacedOperator(): T["misplacedOperator"] {
    const { start } = this
    const operatorName = this.operatorName()
    this.expect(Kind.Colon)
    const misplacedValue = this.misplacedValue()
    return this.make.misplacedOperator(operatorName, misplacedValue, this.spanFrom(start))
  }

  private misplacedName(): T["misplacedName"] {
    const { start } = this
    const misplacedFieldName = this.misplacedFieldName()
    this.expect(Kind.Colon)
    const misplacedValue = this.misplacedValue()
    return this.make.misplacedName(misplacedFieldName, misplacedValue, this.spanFrom(start))
  }

  private misplacedFieldName(): T["misplacedFieldName"] {
    const { text, start } = this
    if (!(this.accept(Kind.String) || this.accept(Kind.LogicalName))) this.reject()
    return this.make.misplacedFieldName(text, this.spanFrom(start))
  }

  private misplacedValue(): T["misplacedObject" | "misplacedArray" | "misplacedScalar"] {
    switch (this.kind) {
      case Kind.LBrace:
        return this.misplacedObject()
      case Kind.LBracket:
        return this.misplacedArray()
      default:
        return this.misplacedScalar()
    }
  }

  private misplacedObject(): T["misplacedObject"] {
    const { start } = this
    this.expect(Kind.LBrace)
    const items: T["misplacedMember"][] = this.kind === Kind.RBrace ? [] : [this.misplacedMember()]
    while (this.accept(Kind.Comma)) items.push(this.misplacedMember())
    this.expect(Kind.RBrace)
    return this.make.misplacedObject(items, this.spanFrom(start))
  }

  private misplacedMember(): T["misplacedMember"] {
    const { start } = this
    const misplacedMemberName = this.misplacedMemberName()
    this.expect(Kind.Colon)
    const misplacedValue = this.misplacedValue()
    return this.make.misplacedMember(misplacedMemberName, misplacedValue, this.spanFrom(start))
  }

  private misplacedMemberName(): T["misplacedMemberName"] {
    const { text, start } = this
    if (!(this.accept(Kind.String) || this.accept(Kind.OperatorName) || this.accept(Kind.LogicalName) || this.accept(Kind.Missing))) this.reject()
    return this.make.misplacedMemberName(text, this.spanFrom(start))
  }

  private misplacedArray(): T["misplacedArray"] {
    const { start } = this
    this.expect(Kind.LBracket)
    const items: T["misplacedObject" | "misplacedArray" | "misplacedScalar"][] = this.kind === Kind.RBracket ? [] : [this.misplacedValue()]
    while (this.accept(Kind.Comma)) items.push(this.misplacedValue())
    this.expect(Kind.RBracket)
    return this.make.misplacedArray(items, this.spanFrom(start))
  }

  private misplacedScalar(): T["misplacedScalar"] {
    const { start } = this
    const scalar = this.scalar()
    return this.make.misplacedScalar(scalar, this.spanFrom(start))
  }

  private missingMember(): T["missingMember"] {
    const { start } = this
    this.expect(Kind.Missing)
    this.expect(Kind.Colon)
    const misplacedValue = this.misplacedValue()
    return this.make.missingMember(misplacedValue, this.spanFrom(start))
  }

  private missingValue(): T["missingValue"] {
    const { text, start } = this
    this.expect(Kind.Missing)
    return this.make.missingValue(text, this.spanFrom(start))
  }
}
