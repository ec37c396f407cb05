import { didYouMean, suggest } from "../../diagnostics/suggest.ts"
import { and, type Filter, or } from "../../filter/filter.ts"
import type { Field } from "../../schema/field.ts"
import type { Schema } from "../../schema/schema.ts"
import { itemsOf, type Member, membersOf, type ValueNode } from "../../syntax/value-node.ts"
import { entryOf } from "../../text/entry-of.ts"
import { quote } from "../../text/quote.ts"
import { foreignOperator, NO_EVERY, plainName, renamedOperator } from "./foreign-operators.ts"
import { opposite } from "./negation.ts"
import { OnField } from "./on-field.ts"
import { inOneRow } from "./one-row.ts"
import { andThen, type Join, joinedEach, type Translation } from "./translation.ts"
import { unwrapped, unwrappedMember } from "./unwrapped.ts"

/** How parts are joined, and whether the whole is negated. */
type Joint = readonly [join: Join, isNegated?: "negated"]

/** The operators that join filters, by {@link plainName}. */
export const JOINS: Readonly<Record<string, Joint>> = {
  and: [and],
  or: [or],
  nor: [or, "negated"],
  not: [or, "negated"],
}

/** Which related records must satisfy conditions, by {@link plainName}. */
const QUANTIFIERS: Readonly<
  Record<string, (conditions: Translation, some: (filter: Filter) => Translation) => Translation>
> = {
  elemmatch: andThen,
  some: andThen,
  none: (conditions, some) => opposite(andThen(conditions, some)),
  every: () => NO_EVERY,
  is: (conditions) => conditions,
  isnot: (conditions) => opposite(conditions),
}

/** Finds the filters that the notation of other languages means. */
export class Translator {
  constructor(private readonly schema: Schema) {}

  /** An object of conditions. */
  filter(node: ValueNode): Translation {
    return this.each(node, (member) => this.member(member))
  }

  /** A member of an object of conditions. */
  member({ name, value }: Member): Translation {
    const { fields, relations } = this.schema
    const field = fields.get(name)
    if (field !== undefined) return this.field(field, value)
    if (relations.has(name)) return this.related(name, value)
    return this.join(name, value, (item) => this.filter(item)) ?? this.noField(name)
  }

  /** A value or operators of a field. */
  field(field: Field, value: ValueNode): Translation {
    return membersOf(value) === undefined || unwrapped(value, field) !== undefined
      ? new OnField(this.schema, field).test("$eq", value)
      : this.each(
          value,
          (member, members) =>
            this.operator(field, member, members) ?? `there is no operator ${quote(member.name)}`,
        )
  }

  /** An operator of a field. Undefined if no language has it. */
  operator(field: Field, member: Member, members: readonly Member[]): Translation | undefined {
    const { name, value } = member
    const on = new OnField(this.schema, field)
    const read = (node: ValueNode) => this.field(field, node)
    const operator = renamedOperator(name)
    if (operator !== undefined) return on.test(operator, value)
    const literal = unwrappedMember(member)
    if (literal !== undefined) return on.test("$eq", literal)
    if (field.resource !== undefined && name === "id") return read(value)
    return this.join(name, value, read) ?? foreignOperator(name)?.({ on, operand: value, members, read })
  }

  /** Conditions on the fields of a relation, written as an object. */
  private related(relation: string, node: ValueNode): Translation {
    return this.each(node, (member) => this.relatedMember(relation, member))
  }

  private relatedMember(relation: string, { name, value }: Member): Translation {
    const { fields, relations } = this.schema
    const field = fields.get(`${relation}.${name}`)
    if (field !== undefined) return this.field(field, value)
    const conditions = (item: ValueNode) => this.related(relation, item)
    const some = (filter: Filter) =>
      relations.get(relation)?.cardinality === "many" ? inOneRow(this.schema, filter) : filter
    const quantifier = entryOf(QUANTIFIERS, plainName(name))
    return (
      quantifier?.(conditions(value), some) ??
      this.join(name, value, conditions) ??
      (name.startsWith("$") ? "" : this.noField(`${relation}.${name}`))
    )
  }

  private noField(name: string): string {
    const similar = didYouMean(suggest(name, this.schema.fields.keys()))
    return similar ?? `there is no field ${quote(name)} to filter by`
  }

  private each(
    node: ValueNode,
    translate: (member: Member, members: readonly Member[]) => Translation,
  ): Translation {
    const members = membersOf(node)
    if (members === undefined || members.length === 0) return "it takes an object of conditions"
    return joinedEach(and, members, (member) => translate(member, members))
  }

  /** `$and`, `$or`, `$nor` or `$not`, with a list or with one object. */
  private join(
    name: string,
    value: ValueNode,
    translate: (item: ValueNode) => Translation,
  ): Translation | undefined {
    const [join, isNegated] = entryOf(JOINS, plainName(name)) ?? []
    const items = itemsOf(value) ?? [value]
    if (join === undefined) return undefined
    if (items.length === 0) return `the list of ${quote(name)} is empty`
    const translation = joinedEach(join, items, translate)
    return isNegated ? opposite(translation) : translation
  }
}
