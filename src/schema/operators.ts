/** What an operator means, as far as a program needs to know it. */
interface OperatorFacts {
  /** The kind of filter node it makes. */
  readonly kind: "and" | "or" | "compare" | "in" | "contains"
  /** The form of its operand. */
  readonly operand: "filters" | "list" | "scalar"
  /**
   * What it tests: equality, which includes membership; order; or a text inside a text, where the empty text is
   * inside every text. `$and` and `$or` test no value of their own.
   */
  readonly tests: "equality" | "order" | "text" | "nothing"
  /** Whether null may be its operand, on a nullable field. Only then can a record without a value match. */
  readonly nullable: boolean
  /** Whether it is the complement of a test. On a relation to many, NO related record may then satisfy the test. */
  readonly negative: boolean
  /** The operator that is true exactly when this one is false. An order has none, because null satisfies no order. */
  readonly negation?: string
  /** The values that satisfy an order: those on one side of the operand, with the operand or without it. */
  readonly range?: { readonly side: "below" | "above"; readonly inclusive: boolean }
}

/** The declaration of an operator: what it means, and how to explain it. */
export interface OperatorDeclaration extends OperatorFacts {
  /** One sentence: when it is true. */
  readonly doc: string
  /** A filter of customers that uses it. */
  readonly example: string
}

/** A table of its own, so that a bundler can leave out the sentences below where only the facts are used. */
const facts = {
  $eq: {
    kind: "compare",
    operand: "scalar",
    tests: "equality",
    nullable: true,
    negative: false,
    negation: "$ne",
  },
  $ne: {
    kind: "compare",
    operand: "scalar",
    tests: "equality",
    nullable: true,
    negative: true,
    negation: "$eq",
  },
  $lt: {
    kind: "compare",
    operand: "scalar",
    tests: "order",
    nullable: false,
    negative: false,
    range: { side: "below", inclusive: false },
  },
  $lte: {
    kind: "compare",
    operand: "scalar",
    tests: "order",
    nullable: false,
    negative: false,
    range: { side: "below", inclusive: true },
  },
  $gt: {
    kind: "compare",
    operand: "scalar",
    tests: "order",
    nullable: false,
    negative: false,
    range: { side: "above", inclusive: false },
  },
  $gte: {
    kind: "compare",
    operand: "scalar",
    tests: "order",
    nullable: false,
    negative: false,
    range: { side: "above", inclusive: true },
  },
  $in: {
    kind: "in",
    operand: "list",
    tests: "equality",
    nullable: true,
    negative: false,
    negation: "$nin",
  },
  $nin: {
    kind: "in",
    operand: "list",
    tests: "equality",
    nullable: true,
    negative: true,
    negation: "$in",
  },
  $contains: {
    kind: "contains",
    operand: "scalar",
    tests: "text",
    nullable: false,
    negative: false,
  },
  $and: { kind: "and", operand: "filters", tests: "nothing", nullable: false, negative: false },
  $or: { kind: "or", operand: "filters", tests: "nothing", nullable: false, negative: false },
} as const satisfies Readonly<Record<string, OperatorFacts>>

type Facts = typeof facts
type OperatorWhere<Property extends keyof OperatorFacts, Is> = {
  [Name in keyof Facts]: Facts[Name] extends { readonly [P in Property]: Is } ? Name : never
}[keyof Facts]

/** An operator on a field: every one but `$and` and `$or`. */
export type Operator = OperatorWhere<"operand", "scalar" | "list">
/** An operator that compares a field with one value. */
export type CompareOperator = OperatorWhere<"kind", "compare">
/** An operator that looks for a field's value in a list. */
export type InOperator = OperatorWhere<"kind", "in">
/** An operator whose operand is a list of values. */
export type ListOperator = OperatorWhere<"operand", "list">
/** An operator that joins filters. */
export type LogicalOperator = OperatorWhere<"operand", "filters">
/** An operator that compares by order. */
export type OrderOperator = OperatorWhere<"tests", "order">

/** What an operator on a field may test. */
export type OperatorTest = Facts[Operator]["tests"]

/** The node kinds of conditions on a field. */
export type ConditionKind = Facts[Operator]["kind"]

/**
 * The operators of Desk's guide "Filtering API results", declared once: the types, the checker, the
 * hints, every backend and the table in the README derive from these declarations.
 */
export const operators: { readonly [Name in keyof Facts]: Facts[Name] & OperatorDeclaration } =
  /* @__PURE__ */ documented({
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
  const names = Object.keys(facts) as (keyof Facts)[]
  return Object.fromEntries(
    names.map((name) => [name, { ...facts[name], ...sentences[name] }]),
  ) as unknown as typeof operators
}

/** Everything but the sentences. */
export function factsOf<O extends Operator>(operator: O): OperatorFacts & Facts[O] {
  return facts[operator]
}

/** The facts about the operator with this name, if there is one. `constructor` and the like are no operators. */
export function operatorOf(name: string): OperatorFacts | undefined {
  return Object.hasOwn(facts, name) ? facts[name as keyof Facts] : undefined
}

/** Pure, so that a bundler can leave it out where no name is looked up. */
const fieldOperators: ReadonlyMap<string, Operator> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ fieldOperatorsThatTest("equality", "order", "text").map((name) => [name, name]),
)

/** The operator on a field with this name, if there is one. It returns the declared string, not a slice of a filter's text. */
export function fieldOperatorOf(name: string): Operator | undefined {
  return fieldOperators.get(name)
}

/** Whether the operator is the complement of a test. */
export function isNegative(operator: Operator): boolean {
  return facts[operator].negative
}

/** Whether the operand is a list of values. */
export function takesList(operator: Operator): operator is ListOperator {
  return facts[operator].operand === "list"
}

/** The operator that is true exactly when this one is false, if there is one. */
export function negationOf(operator: Operator): Operator | undefined {
  const declared: OperatorFacts & { readonly negation?: Operator } = facts[operator]
  return declared.negation
}

/** The operators on a field that test any of these, in the order of declaration. */
export function fieldOperatorsThatTest<Test extends OperatorTest>(
  ...tests: readonly Test[]
): readonly OperatorThatTests<Test>[] {
  return (Object.keys(facts) as Operator[]).filter((name): name is OperatorThatTests<Test> =>
    (tests as readonly string[]).includes(facts[name].tests),
  )
}

/** The operators on a field that make this test. */
export type OperatorThatTests<Test> = Extract<OperatorWhere<"tests", Test>, Operator>
