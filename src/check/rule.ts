import type { Mistake, Path } from "../diagnostics/diagnostic.ts"
import type { Filter } from "../filter/filter.ts"
import type { Field } from "../schema/field.ts"
import type { Reading } from "../schema/field-type.ts"
import type { Operator } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import type { Span } from "../syntax/span.ts"
import type {
  EntryNode,
  FieldNode,
  GapNode,
  ListNode,
  LogicalNode,
  MisplacedNode,
  NameNode,
  OperatorNode,
  OperatorsNode,
  ScalarNode,
} from "../syntax/syntax-tree.ts"

/** The context of every rule: the schema and the options of the caller. */
export interface CheckContext {
  readonly schema: Schema
  readonly emptyOr: "all" | "none" | "error"
  /** The most conditions on relations to many. */
  readonly maxRelationConditions: number
}

/** The context of a rule inside a field. */
export interface FieldContext extends CheckContext {
  readonly field: Field
}

/** The context of a rule on a condition on a relation to many. */
export interface RelatedConditionContext extends FieldContext {
  /** How many of them the filter has up to this one. */
  readonly relatedConditions: number
}

/** The context of a rule on an operator of a field, or on its operand. */
export interface OperatorContext extends FieldContext {
  readonly operator: Operator
}

/** The context of a rule on the name of an operator. */
export interface OperatorNameContext extends FieldContext {
  readonly operator: Operator | undefined
  /** All operators of the field. */
  readonly siblings: OperatorsNode
}

/** The kinds of node that a rule can check, each with the context that the rule receives. */
export interface NodeKinds {
  /** A value other than an object where a filter belongs: at the root, or in the list of `$and` or `$or`. */
  readonly misplacedFilter: Kind<MisplacedNode, CheckContext>
  /** The members of one object: the entries of a filter, or the operators of a field. */
  readonly members: Kind<readonly (EntryNode | OperatorNode)[], CheckContext>
  /** `$and` or `$or` with its operands. */
  readonly logical: Kind<LogicalNode, CheckContext>
  /** A member in the position of a field. `field` is undefined if the schema has no field with its name. */
  readonly fieldName: Kind<FieldNode, CheckContext & { readonly field: Field | undefined }>
  /** A field with a list, or with another value that is neither a scalar nor an object of operators. */
  readonly misplacedValue: Kind<MisplacedNode, FieldContext>
  /** A field with an object of operators. */
  readonly operators: Kind<OperatorsNode, FieldContext>
  /** A member in the position of an operator. `operator` is undefined if there is no operator with its name. */
  readonly operatorName: Kind<OperatorNode, OperatorNameContext>
  /**
   * A condition on a relation to many, by the same node as the use of its operator. Its other rules apply whatever these
   * say.
   */
  readonly relatedCondition: Kind<NameNode | ScalarNode, RelatedConditionContext>
  /** The use of an operator: its name, or the bare value that implies `$eq`. */
  readonly operator: Kind<NameNode | ScalarNode, OperatorContext>
  /** The operand of an operator that was written out. */
  readonly operand: Kind<Exclude<OperatorNode["operand"], GapNode>, OperatorContext>
  /** A list or an object inside a list of values. */
  readonly misplacedItem: Kind<MisplacedNode, OperatorContext>
  /** A list of values as a whole. Each of its values is also checked by itself. */
  readonly list: Kind<ListNode, OperatorContext>
  /** `null` as an operand or in a list. */
  readonly null: Kind<ScalarNode, OperatorContext>
  /** Any other scalar as an operand or in a list. `reading` is its value for the field's type. */
  readonly value: Kind<ScalarNode, OperatorContext & { readonly reading: Reading }>
  /** The filter that the whole tree means. An objection to it marks the whole text. */
  readonly filter: Kind<Filter, CheckContext>
}

interface Kind<Node, Context> {
  readonly node: Node
  readonly context: Context
}

export type NodeKind = keyof NodeKinds

/** A rule that every node of one kind must satisfy. */
export interface Rule<K extends NodeKind> {
  /** The kind of node that the rule checks. */
  readonly on: K
  /** Returns the objections to a node, if there are any. */
  check(node: NodeKinds[K]["node"], context: NodeKinds[K]["context"]): Verdict
}

/** One objection, or several if a node breaks the rule in several ways; undefined if it satisfies the rule. */
export type Verdict = Objection | readonly Objection[] | undefined

/** A rule on one of these kinds of node. */
export type RuleOn<Kinds extends NodeKind> = { readonly [K in Kinds]: Rule<K> }[Kinds]

/** A rule on any kind of node. */
export type AnyRule = RuleOn<NodeKind>

/** The kinds of node that only a condition has. The builder makes them too, so a rule on them must hold there. */
export type ConditionKind = "operator" | "operand" | "misplacedItem" | "list" | "null" | "value"

/** What to write instead of a name that does not exist. */
export interface NameAdvice {
  /** The names that may be meant, the most similar one first. */
  readonly suggestions: readonly string[]
  readonly hint: string | undefined
}

/**
 * One way in which a node breaks a rule. A function for the hint or the details must not read the context: by the time of
 * the call, it is that of another node.
 */
export type Objection = Mistake & {
  readonly span: Span | undefined
  /** The path from the node to the part that is wrong. */
  readonly path?: Path
}
