/** What an operator means, as far as a program needs to know it. */
interface OperatorFacts {
  /** The kind of filter node it makes, which also determines the form of its operand. */
  readonly kind: "and" | "or" | "compare" | "in" | "contains"
  /**
   * What it tests: equality, which includes membership; order; or a text inside a text, where the empty text is
   * inside every text. `$and` and `$or` test no value of their own.
   */
  readonly tests: "equality" | "order" | "text" | "nothing"
  /** Whether null may be its operand, on a nullable field. Only then can a record without a value match. */
  readonly nullable?: true
  /** Whether it is the complement of a test. On a relation to many, NO related record may then satisfy the test. */
  readonly negative?: true
}

/** The values that satisfy an order: those on one side of the operand, with the operand or without it. */
interface Range {
  readonly side: "below" | "above"
  readonly inclusive?: true
}

/** The form of an operand: a list of filters, a list of values, or one value. */
type OperandForm = "filters" | "list" | "scalar"

/** The declaration of an operator: what it means, and how to explain it. */
export interface OperatorDeclaration extends Omit<OperatorFacts, "nullable" | "negative"> {
  /** The form of its operand. */
  readonly operand: OperandForm
  /** Whether null may be its operand, on a nullable field. */
  readonly nullable: boolean
  /** Whether it is the complement of a test, like `$ne` and `$nin`. */
  readonly negative: boolean
  /** The operator that is true exactly when this one is false. An order has none, because null satisfies no order. */
  readonly negation?: string
  /** The values that satisfy an order. */
  readonly range?: Range
  /** One sentence: when it is true. */
  readonly doc: string
  /** A filter of customers that uses it. */
  readonly example: string
}

/** Tables of their own, so that a bundler can leave out the others, and the sentences below, where one is used. */
const facts = {
  $eq: { kind: "compare", tests: "equality", nullable: true },
  $ne: { kind: "compare", tests: "equality", nullable: true, negative: true },
  $lt: { kind: "compare", tests: "order" },
  $lte: { kind: "compare", tests: "order" },
  $gt: { kind: "compare", tests: "order" },
  $gte: { kind: "compare", tests: "order" },
  $in: { kind: "in", tests: "equality", nullable: true },
  $nin: { kind: "in", tests: "equality", nullable: true, negative: true },
  $contains: { kind: "contains", tests: "text" },
  $and: { kind: "and", tests: "nothing" },
  $or: { kind: "or", tests: "nothing" },
} as const satisfies Readonly<Record<string, OperatorFacts>>

const ranges = {
  $lt: { side: "below" },
  $lte: { side: "below", inclusive: true },
  $gt: { side: "above" },
  $gte: { side: "above", inclusive: true },
} as const satisfies Readonly<Record<OrderOperator, Range>>

const negations = {
  $eq: "$ne",
  $ne: "$eq",
  $in: "$nin",
  $nin: "$in",
} as const satisfies Partial<Record<Operator, Operator>>

/** The form of operand that each kind of node takes. */
const operandForms = {
  compare: "scalar",
  in: "list",
  contains: "scalar",
  and: "filters",
  or: "filters",
} as const satisfies Readonly<Record<OperatorFacts["kind"], OperandForm>>

type Facts = typeof facts
type OperatorWhere<Property extends keyof OperatorFacts, Is> = {
  [Name in keyof Facts]: Facts[Name] extends { readonly [P in Property]: Is } ? Name : never
}[keyof Facts]

type OperandForms = typeof operandForms
type KindWith<Form extends OperandForm> = {
  [Kind in keyof OperandForms]: OperandForms[Kind] extends Form ? Kind : never
}[keyof OperandForms]

/** An operator on a field: every operator except `$and` and `$or`. */
export type Operator = OperatorWhere<"kind", KindWith<"scalar" | "list">>
/** An operator that compares a field with one value. */
export type CompareOperator = OperatorWhere<"kind", "compare">
/** An operator that looks for a field's value in a list. */
export type InOperator = OperatorWhere<"kind", "in">
/** An operator that looks for a text inside the field's text. */
export type ContainsOperator = OperatorWhere<"kind", "contains">
/** An operator whose operand is a list of values. */
export type ListOperator = OperatorWhere<"kind", KindWith<"list">>
/** An operator whose operand is one value. */
export type ScalarOperator = OperatorWhere<"kind", KindWith<"scalar">>
/** An operator that joins filters. */
export type LogicalOperator = OperatorWhere<"kind", KindWith<"filters">>
/** An operator that compares by order. */
export type OrderOperator = OperatorWhere<"tests", "order">

/** What an operator on a field may test. */
export type OperatorTest = Facts[Operator]["tests"]

/** The declaration of one operator, with the literal types of its kind and operand. */
type Declared<Name extends keyof Facts> = OperatorDeclaration & {
  readonly kind: Facts[Name]["kind"]
  readonly operand: OperandForms[Facts[Name]["kind"]]
}

/**
 * The operators of Desk's guide "Filtering API results", declared once: the types, the checker, the
 * hints, every backend and the table in the README derive from these declarations.
 */
export const operators: { readonly [Name in keyof Facts]: Declared<Name> } = /* @__PURE__ */ documented({
  $eq: {
    doc: "the value equals the operand; `null` matches a missing value",
    example: '{"state":{"$eq":"active"}}',
  },
  $ne: {
    doc: "not `$eq`; a record without a value matches `$ne 5`",
    example: '{"state":{"$ne":"deleted"}}',
  },
  $lt: {
    doc: "there is a value, and it is less than the operand",
    example: '{"createdAt":{"$lt":"2024-01-01"}}',
  },
  $lte: {
    doc: "there is a value, and it is less than or equal to the operand",
    example: '{"id":{"$lte":1000}}',
  },
  $gt: {
    doc: "there is a value, and it is greater than the operand",
    example: '{"id":{"$gt":1000}}',
  },
  $gte: {
    doc: "there is a value, and it is greater than or equal to the operand",
    example: '{"updatedAt":{"$gte":"2024-02-01T09:30:00+01:00"}}',
  },
  $in: {
    doc: "the value equals an item of the list; `[]` matches nothing",
    example: '{"id":{"$in":[1,2,3]}}',
  },
  $nin: {
    doc: "not `$in`; `[]` matches everything",
    example: '{"jobTitle":{"$nin":["Intern",null]}}',
  },
  $contains: {
    doc: "there is a value, and it contains this text; `%`, `_` and `*` are ordinary characters",
    example: '{"contacts.value":{"$contains":"@example.com"}}',
  },
  $and: {
    doc: "every filter in the list matches; `[]` matches everything",
    example: '{"$and":[{"id":{"$gt":1}},{"id":{"$lt":9}}]}',
  },
  $or: {
    doc: "at least one filter in the list matches; `[]` matches nothing",
    example: '{"$or":[{"trusted":true},{"permission":"all"}]}',
  },
})

function documented(sentences: Readonly<Record<keyof Facts, Pick<OperatorDeclaration, "doc" | "example">>>) {
  return Object.fromEntries(
    operatorNames().map((name) => [
      name,
      {
        nullable: false,
        negative: false,
        ...facts[name],
        ...(name in negations && { negation: negations[name as keyof typeof negations] }),
        ...(name in ranges && { range: ranges[name as OrderOperator] }),
        operand: operandForms[facts[name].kind],
        ...sentences[name],
      },
    ]),
  ) as unknown as typeof operators
}

/** The operator of a bare value: `{"id":5}` is `{"id":{"$eq":5}}`. */
export const IMPLICIT_OPERATOR = "$eq" satisfies Operator

/** The names of all operators, in the order of declaration. */
export function operatorNames(): readonly (keyof Facts)[] {
  return Object.keys(facts) as (keyof Facts)[]
}

/** Whether an operator with this name joins filters. */
export function isLogicalOperator(name: string): boolean {
  const kind = operatorOf(name)?.kind
  return kind !== undefined && operandForms[kind] === "filters"
}

/** The facts about an operator, without the sentences that describe it. */
export function factsOf<O extends Operator>(operator: O): OperatorFacts & Facts[O] {
  return facts[operator]
}

/** The facts about the operator with this name, if there is one. An inherited name such as `constructor` is not an operator. */
export function operatorOf(name: string): OperatorFacts | undefined {
  return Object.hasOwn(facts, name) ? facts[name as keyof Facts] : undefined
}

/** Pure, so that a bundler can leave it out where no name is looked up. */
const fieldOperators: readonly Operator[] = /* @__PURE__ */ fieldOperatorsThatTest(
  "equality",
  "order",
  "text",
)

/** The operator on a field with this name, if there is one. It returns the declared string, not a slice of a filter's text. */
export function fieldOperatorOf(name: string): Operator | undefined {
  return fieldOperators.find((operator) => operator === name)
}

/** Whether the operator is the complement of a test. */
export function isNegative(operator: Operator): boolean {
  return (facts[operator] as OperatorFacts).negative === true
}

/** Whether the operand is a list of values. */
export function takesList(operator: Operator): operator is ListOperator {
  return facts[operator].kind === ("in" satisfies KindWith<"list">)
}

/** The operator that is true exactly when this one is false, if there is one. */
export function negationOf(operator: Operator): Operator | undefined {
  return (negations as Partial<Record<Operator, Operator>>)[operator]
}

/** The values that satisfy the operator, if it compares by order. */
export function rangeOf<O extends Operator>(operator: O): O extends OrderOperator ? Range : Range | undefined
export function rangeOf(operator: Operator): Range | undefined {
  return (ranges as Partial<Record<Operator, Range>>)[operator]
}

/** The operators on a field that test any of these, in the order of declaration. */
export function fieldOperatorsThatTest<Test extends OperatorTest>(
  ...tests: readonly Test[]
): readonly OperatorThatTests<Test>[] {
  return operatorNames().filter((name): name is OperatorThatTests<Test> =>
    (tests as readonly string[]).includes(facts[name].tests),
  )
}

/** The operators on a field that make this test. */
export type OperatorThatTests<Test> = Extract<OperatorWhere<"tests", Test>, Operator>
