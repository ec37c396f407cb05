// Written by `npm run grammar` from the rules of grammar.ts.
import { type Place, PredictiveParser } from "../predictive-parser.ts"
import { type Bounds, Kind } from "../scanner.ts"

/** The types of the nodes that a tree is made of. The grammar leaves them to whoever uses it. */
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
}

/** How the nodes of a tree are made. A place is undefined where nobody asks for it. */
export interface NodeFactory<T extends NodeTypes> {
  object(items: readonly T["field" | "logical" | "misplacedOperator"][], place: Place | undefined): T["object"]
  logical(logicalName: T["logicalName"], operands: T["filters" | "misplacedObject" | "misplacedScalar"], place: Place | undefined): T["logical"]
  logicalName(text: string, place: Place | undefined): T["logicalName"]
  filters(items: readonly T["object" | "misplacedArray" | "misplacedScalar"][], place: Place | undefined): T["filters"]
  field(fieldName: T["fieldName"], fieldValue: T["operators" | "string" | "number" | "boolean" | "null" | "misplacedArray"], place: Place | undefined): T["field"]
  fieldName(text: string, place: Place | undefined): T["fieldName"]
  operators(items: readonly T["operator" | "misplacedName"][], place: Place | undefined): T["operators"]
  operator(operatorName: T["operatorName"], operand: T["string" | "number" | "boolean" | "null" | "list" | "misplacedObject"], place: Place | undefined): T["operator"]
  operatorName(text: string, place: Place | undefined): T["operatorName"]
  list(items: readonly T["string" | "number" | "boolean" | "null" | "misplacedArray" | "misplacedObject"][], place: Place | undefined): T["list"]
  string(text: string, place: Place | undefined): T["string"]
  number(text: string, place: Place | undefined): T["number"]
  boolean(text: string, place: Place | undefined): T["boolean"]
  null(text: string, place: Place | undefined): T["null"]
  misplacedOperator(operatorName: T["operatorName"], misplacedValue: T["misplacedObject" | "misplacedArray" | "misplacedScalar"], place: Place | undefined): T["misplacedOperator"]
  misplacedName(misplacedFieldName: T["misplacedFieldName"], misplacedValue: T["misplacedObject" | "misplacedArray" | "misplacedScalar"], place: Place | undefined): T["misplacedName"]
  misplacedFieldName(text: string, place: Place | undefined): T["misplacedFieldName"]
  misplacedObject(items: readonly T["misplacedMember"][], place: Place | undefined): T["misplacedObject"]
  misplacedMember(misplacedMemberName: T["misplacedMemberName"], misplacedValue: T["misplacedObject" | "misplacedArray" | "misplacedScalar"], place: Place | undefined): T["misplacedMember"]
  misplacedMemberName(text: string, place: Place | undefined): T["misplacedMemberName"]
  misplacedArray(items: readonly T["misplacedObject" | "misplacedArray" | "misplacedScalar"][], place: Place | undefined): T["misplacedArray"]
  misplacedScalar(scalar: T["string" | "number" | "boolean" | "null"], place: Place | undefined): T["misplacedScalar"]
}

export class FilterParser<T extends NodeTypes> extends PredictiveParser {
  constructor(
    private readonly make: NodeFactory<T>,
    text: string,
    bounds: Bounds,
    places: boolean,
  ) {
    super(text, bounds, places)
  }

  /** The tree of the whole text, or undefined where it is no sentence of the grammar or beyond the bounds. */
  parse(): T["object" | "misplacedArray" | "misplacedScalar"] | undefined {
    return this.whole(() => this.filter())
  }

  private filter(): T["object" | "misplacedArray" | "misplacedScalar"] {
    switch (this.kind) {
      case Kind.LBrace:
        return this.object()
      case Kind.LBracket:
        return this.misplacedArray()
      case Kind.String:
      case Kind.OperatorName:
      case Kind.LogicalName:
      case Kind.Number:
      case Kind.True:
      case Kind.False:
      case Kind.Null:
        return this.misplacedScalar()
      default:
        return this.refuse()
    }
  }

  private object(): T["object"] {
    const { start } = this
    this.take(Kind.LBrace)
    const items: T["field" | "logical" | "misplacedOperator"][] = this.kind === Kind.RBrace ? [] : [this.entry()]
    while (this.took(Kind.Comma)) items.push(this.entry())
    this.take(Kind.RBrace)
    return this.make.object(items, this.placeFrom(start))
  }

  private entry(): T["field" | "logical" | "misplacedOperator"] {
    switch (this.kind) {
      case Kind.String:
        return this.field()
      case Kind.LogicalName:
        return this.logical()
      case Kind.OperatorName:
        return this.misplacedOperator()
      default:
        return this.refuse()
    }
  }

  private logical(): T["logical"] {
    const { start } = this
    const logicalName = this.logicalName()
    this.take(Kind.Colon)
    const operands = this.operands()
    return this.make.logical(logicalName, operands, this.placeFrom(start))
  }

  private logicalName(): T["logicalName"] {
    const { text, start } = this
    this.take(Kind.LogicalName)
    return this.make.logicalName(text, this.placeFrom(start))
  }

  private operands(): T["filters" | "misplacedObject" | "misplacedScalar"] {
    switch (this.kind) {
      case Kind.LBracket:
        return this.filters()
      case Kind.LBrace:
        return this.misplacedObject()
      case Kind.String:
      case Kind.OperatorName:
      case Kind.LogicalName:
      case Kind.Number:
      case Kind.True:
      case Kind.False:
      case Kind.Null:
        return this.misplacedScalar()
      default:
        return this.refuse()
    }
  }

  private filters(): T["filters"] {
    const { start } = this
    this.take(Kind.LBracket)
    const items: T["object" | "misplacedArray" | "misplacedScalar"][] = this.kind === Kind.RBracket ? [] : [this.filter()]
    while (this.took(Kind.Comma)) items.push(this.filter())
    this.take(Kind.RBracket)
    return this.make.filters(items, this.placeFrom(start))
  }

  private field(): T["field"] {
    const { start } = this
    const fieldName = this.fieldName()
    this.take(Kind.Colon)
    const fieldValue = this.fieldValue()
    return this.make.field(fieldName, fieldValue, this.placeFrom(start))
  }

  private fieldName(): T["fieldName"] {
    const { text, start } = this
    this.take(Kind.String)
    return this.make.fieldName(text, this.placeFrom(start))
  }

  private fieldValue(): T["operators" | "string" | "number" | "boolean" | "null" | "misplacedArray"] {
    switch (this.kind) {
      case Kind.LBrace:
        return this.operators()
      case Kind.String:
      case Kind.OperatorName:
      case Kind.LogicalName:
      case Kind.Number:
      case Kind.True:
      case Kind.False:
      case Kind.Null:
        return this.scalar()
      case Kind.LBracket:
        return this.misplacedArray()
      default:
        return this.refuse()
    }
  }

  private operators(): T["operators"] {
    const { start } = this
    this.take(Kind.LBrace)
    const items: T["operator" | "misplacedName"][] = this.kind === Kind.RBrace ? [] : [this.operation()]
    while (this.took(Kind.Comma)) items.push(this.operation())
    this.take(Kind.RBrace)
    return this.make.operators(items, this.placeFrom(start))
  }

  private operation(): T["operator" | "misplacedName"] {
    switch (this.kind) {
      case Kind.OperatorName:
        return this.operator()
      case Kind.String:
      case Kind.LogicalName:
        return this.misplacedName()
      default:
        return this.refuse()
    }
  }

  private operator(): T["operator"] {
    const { start } = this
    const operatorName = this.operatorName()
    this.take(Kind.Colon)
    const operand = this.operand()
    return this.make.operator(operatorName, operand, this.placeFrom(start))
  }

  private operatorName(): T["operatorName"] {
    const { text, start } = this
    this.take(Kind.OperatorName)
    return this.make.operatorName(text, this.placeFrom(start))
  }

  private operand(): T["string" | "number" | "boolean" | "null" | "list" | "misplacedObject"] {
    switch (this.kind) {
      case Kind.String:
      case Kind.OperatorName:
      case Kind.LogicalName:
      case Kind.Number:
      case Kind.True:
      case Kind.False:
      case Kind.Null:
        return this.scalar()
      case Kind.LBracket:
        return this.list()
      case Kind.LBrace:
        return this.misplacedObject()
      default:
        return this.refuse()
    }
  }

  private list(): T["list"] {
    const { start } = this
    this.take(Kind.LBracket)
    const items: T["string" | "number" | "boolean" | "null" | "misplacedArray" | "misplacedObject"][] = this.kind === Kind.RBracket ? [] : [this.item()]
    while (this.took(Kind.Comma)) items.push(this.item())
    this.take(Kind.RBracket)
    return this.make.list(items, this.placeFrom(start))
  }

  private item(): T["string" | "number" | "boolean" | "null" | "misplacedArray" | "misplacedObject"] {
    switch (this.kind) {
      case Kind.String:
      case Kind.OperatorName:
      case Kind.LogicalName:
      case Kind.Number:
      case Kind.True:
      case Kind.False:
      case Kind.Null:
        return this.scalar()
      case Kind.LBracket:
        return this.misplacedArray()
      case Kind.LBrace:
        return this.misplacedObject()
      default:
        return this.refuse()
    }
  }

  private scalar(): T["string" | "number" | "boolean" | "null"] {
    switch (this.kind) {
      case Kind.String:
      case Kind.OperatorName:
      case Kind.LogicalName:
        return this.string()
      case Kind.Number:
        return this.number()
      case Kind.True:
      case Kind.False:
        return this.boolean()
      case Kind.Null:
        return this.null()
      default:
        return this.refuse()
    }
  }

  private string(): T["string"] {
    const { text, start } = this
    if (!(this.took(Kind.String) || this.took(Kind.OperatorName) || this.took(Kind.LogicalName))) this.refuse()
    return this.make.string(text, this.placeFrom(start))
  }

  private number(): T["number"] {
    const { text, start } = this
    this.take(Kind.Number)
    return this.make.number(text, this.placeFrom(start))
  }

  private boolean(): T["boolean"] {
    const { text, start } = this
    if (!(this.took(Kind.True) || this.took(Kind.False))) this.refuse()
    return this.make.boolean(text, this.placeFrom(start))
  }

  private null(): T["null"] {
    const { text, start } = this
    this.take(Kind.Null)
    return this.make.null(text, this.placeFrom(start))
  }

  private misplacedOperator(): T["misplacedOperator"] {
    const { start } = this
    const operatorName = this.operatorName()
    this.take(Kind.Colon)
    const misplacedValue = this.misplacedValue()
    return this.make.misplacedOperator(operatorName, misplacedValue, this.placeFrom(start))
  }

  private misplacedName(): T["misplacedName"] {
    const { start } = this
    const misplacedFieldName = this.misplacedFieldName()
    this.take(Kind.Colon)
    const misplacedValue = this.misplacedValue()
    return this.make.misplacedName(misplacedFieldName, misplacedValue, this.placeFrom(start))
  }

  private misplacedFieldName(): T["misplacedFieldName"] {
    const { text, start } = this
    if (!(this.took(Kind.String) || this.took(Kind.LogicalName))) this.refuse()
    return this.make.misplacedFieldName(text, this.placeFrom(start))
  }

  private misplacedValue(): T["misplacedObject" | "misplacedArray" | "misplacedScalar"] {
    switch (this.kind) {
      case Kind.LBrace:
        return this.misplacedObject()
      case Kind.LBracket:
        return this.misplacedArray()
      case Kind.String:
      case Kind.OperatorName:
      case Kind.LogicalName:
      case Kind.Number:
      case Kind.True:
      case Kind.False:
      case Kind.Null:
        return this.misplacedScalar()
      default:
        return this.refuse()
    }
  }

  private misplacedObject(): T["misplacedObject"] {
    const { start } = this
    this.take(Kind.LBrace)
    const items: T["misplacedMember"][] = this.kind === Kind.RBrace ? [] : [this.misplacedMember()]
    while (this.took(Kind.Comma)) items.push(this.misplacedMember())
    this.take(Kind.RBrace)
    return this.make.misplacedObject(items, this.placeFrom(start))
  }

  private misplacedMember(): T["misplacedMember"] {
    const { start } = this
    const misplacedMemberName = this.misplacedMemberName()
    this.take(Kind.Colon)
    const misplacedValue = this.misplacedValue()
    return this.make.misplacedMember(misplacedMemberName, misplacedValue, this.placeFrom(start))
  }

  private misplacedMemberName(): T["misplacedMemberName"] {
    const { text, start } = this
    if (!(this.took(Kind.String) || this.took(Kind.OperatorName) || this.took(Kind.LogicalName))) this.refuse()
    return this.make.misplacedMemberName(text, this.placeFrom(start))
  }

  private misplacedArray(): T["misplacedArray"] {
    const { start } = this
    this.take(Kind.LBracket)
    const items: T["misplacedObject" | "misplacedArray" | "misplacedScalar"][] = this.kind === Kind.RBracket ? [] : [this.misplacedValue()]
    while (this.took(Kind.Comma)) items.push(this.misplacedValue())
    this.take(Kind.RBracket)
    return this.make.misplacedArray(items, this.placeFrom(start))
  }

  private misplacedScalar(): T["misplacedScalar"] {
    const { start } = this
    const scalar = this.scalar()
    return this.make.misplacedScalar(scalar, this.placeFrom(start))
  }
}
