/** What an operator is, to the checker and to the reader of the documentation. */
export interface OperatorDeclaration {
  /** The kind of filter node it makes. */
  readonly kind: "and" | "or" | "compare" | "in" | "contains"
  /** What it takes. */
  readonly operand: "filters" | "list" | "scalar"
  /** Whether `null` is among its values, on a nullable field. */
  readonly nullable: boolean
  /** One sentence: when it is true. */
  readonly doc: string
  /** A filter of customers that uses it. */
  readonly example: string
}

/**
 * The operators of Desk's guide "Filtering API results", declared once: the types, the checker, the
 * hints and the table in the README all follow from here.
 */
export const operators = {
  $eq: {
    kind: "compare",
    operand: "scalar",
    nullable: true,
    doc: "the value equals this one; `null`: there is no value",
    example: '{"state":{"$eq":"active"}}',
  },
  $ne: {
    kind: "compare",
    operand: "scalar",
    nullable: true,
    doc: "not `$eq`: a record without a value matches `$ne 5`",
    example: '{"state":{"$ne":"deleted"}}',
  },
  $lt: {
    kind: "compare",
    operand: "scalar",
    nullable: false,
    doc: "there is a value and it is less",
    example: '{"createdAt":{"$lt":"2024-01-01"}}',
  },
  $lte: {
    kind: "compare",
    operand: "scalar",
    nullable: false,
    doc: "there is a value and it is less or equal",
    example: '{"id":{"$lte":1000}}',
  },
  $gt: {
    kind: "compare",
    operand: "scalar",
    nullable: false,
    doc: "there is a value and it is greater",
    example: '{"id":{"$gt":1000}}',
  },
  $gte: {
    kind: "compare",
    operand: "scalar",
    nullable: false,
    doc: "there is a value and it is greater or equal",
    example: '{"updatedAt":{"$gte":"2024-02-01T09:30:00+01:00"}}',
  },
  $in: {
    kind: "in",
    operand: "list",
    nullable: true,
    doc: "the value equals one of the list; `[]` matches nothing",
    example: '{"id":{"$in":[1,2,3]}}',
  },
  $nin: {
    kind: "in",
    operand: "list",
    nullable: true,
    doc: "not `$in`; `[]` matches everything",
    example: '{"jobTitle":{"$nin":["Intern",null]}}',
  },
  $contains: {
    kind: "contains",
    operand: "scalar",
    nullable: false,
    doc: "there is a value and this text is somewhere in it; `%`, `_` and `*` mean themselves",
    example: '{"contacts.value":{"$contains":"@example.com"}}',
  },
  $and: {
    kind: "and",
    operand: "filters",
    nullable: false,
    doc: "every filter of the list matches; `[]` matches everything",
    example: '{"$and":[{"id":{"$gt":1}},{"id":{"$lt":9}}]}',
  },
  $or: {
    kind: "or",
    operand: "filters",
    nullable: false,
    doc: "some filter of the list matches; `[]` matches nothing",
    example: '{"$or":[{"trusted":true},{"permission":"all"}]}',
  },
} as const satisfies Readonly<Record<string, OperatorDeclaration>>

type Operators = typeof operators
type OperatorWhere<Property extends keyof OperatorDeclaration, Is> = {
  [Name in keyof Operators]: Operators[Name][Property] extends Is ? Name : never
}[keyof Operators]

/** An operator that stands on a field: every one but `$and` and `$or`. */
export type Operator = OperatorWhere<"operand", "scalar" | "list">
/** An operator that compares a field with one value. */
export type CompareOperator = OperatorWhere<"kind", "compare">
/** An operator that looks for a field's value in a list. */
export type InOperator = OperatorWhere<"kind", "in">
/** An operator whose operand is a list of values. */
export type ListOperator = OperatorWhere<"operand", "list">
/** An operator that joins filters. */
export type LogicalOperator = OperatorWhere<"operand", "filters">

/** An operator that asks for order. */
export type OrderOperator = Exclude<CompareOperator, "$eq" | "$ne">
/** An operator that asks that nothing is equal; of a relation to many, that NO related record is. */
export type NegativeOperator = "$ne" | "$nin"

export function isNegative(operator: Operator): operator is NegativeOperator {
  return operator === "$ne" || operator === "$nin"
}

/** Whether the operand is a list of values. */
export function takesList(operator: Operator): operator is ListOperator {
  return operator === "$in" || operator === "$nin"
}

/** Equality and membership: what every type has. */
export const equality = ["$eq", "$ne", "$in", "$nin"] as const satisfies readonly Operator[]
/** Equality, membership and order. */
export const ordered = [
  "$eq",
  "$ne",
  "$lt",
  "$lte",
  "$gt",
  "$gte",
  "$in",
  "$nin",
] as const satisfies readonly Operator[]

/** For each operator that has one, the operator that is true exactly when it is not. An order has none: null satisfies neither. */
export const contrary = {
  $eq: "$ne",
  $ne: "$eq",
  $in: "$nin",
  $nin: "$in",
} as const satisfies Readonly<Partial<Record<Operator, Operator>>>

/** An operator that has a contrary. */
export type Contrariable = keyof typeof contrary

export function hasContrary(operator: Operator): operator is Contrariable {
  return Object.hasOwn(contrary, operator)
}

// Pure, so that a bundler can leave the declarations out where no name is looked up.
const declarations: ReadonlyMap<string, OperatorDeclaration> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(operators),
)

/** The declaration of a name, if it is an operator's; a name such as `constructor` is none. */
export function operatorOf(name: string): OperatorDeclaration | undefined {
  return declarations.get(name)
}

// The very names that are declared here: an engine looks up a name that it knows at once, and one cut out of a text letter by letter.
const fieldOperators: ReadonlyMap<string, Operator> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(operators).flatMap(([name, { operand }]) =>
    operand === "filters" ? [] : [[name, name as Operator] as const],
  ),
)

/** The operator of this name that stands on a field, if there is one. */
export function fieldOperatorOf(name: string): Operator | undefined {
  return fieldOperators.get(name)
}
