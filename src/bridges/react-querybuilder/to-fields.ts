import type { OptionGroup } from "react-querybuilder"
import { assertSchema } from "../../schema/assert-schema.ts"
import type { Field, FieldTypeName } from "../../schema/field.ts"
import type { FieldName } from "../../schema/infer.ts"
import type { Schema } from "../../schema/schema.ts"
import { assertOptions } from "../assert-options.ts"
import { isListed } from "./is-listed.ts"
import { isRuleOperator, type RuleOperatorName, ruleOperators, supports } from "./rule-operators.ts"

/** The relations of a schema, and the name of the group of its other fields. */
type GroupName<S extends Schema> = RelationOf<FieldName<S>> | ""

type RelationOf<Name extends string> = Name extends `${infer Relation}.${string}` ? Relation : never

/** What {@link toFields} shows. */
export interface ToFieldsOptions<S extends Schema> {
  /**
   * The labels of fields, and of the groups of relations, by their names. The name `""` stands for the group of the
   * fields of the record itself. Default: the names, and `"Fields"`.
   */
  readonly labels?: Readonly<Partial<Record<FieldName<S> | GroupName<S>, string>>>
  /** The labels of operators, by their names in React Query Builder. Default: those of React Query Builder. */
  readonly operatorLabels?: Readonly<Partial<Record<RuleOperatorName, string>>>
}

/** An entry of a list to choose from. */
type RuleOption<Name extends string = string> = { name: Name; value: Name; label: string }

/** A field for the property `fields` of React Query Builder. Its types need an alias: an interface has no index signature. */
export type RuleField = {
  name: string
  value: string
  label: string
  /** The operators that `fromRuleGroup` accepts for the field. */
  operators: RuleOption<RuleOperatorName>[]
  /** The values of an enum or of a boolean. */
  values?: RuleOption[]
  /** How a value is written that is chosen from `values`. */
  valueEditorType?: (operator: string) => "select" | "multiselect"
  inputType?: "date" | "number" | "text"
  placeholder?: string
}

/** What {@link toFields} returns: groups of fields if the schema has relations, otherwise fields. */
export type RuleFields<S extends Schema> =
  string extends FieldName<S>
    ? RuleField[] | OptionGroup<RuleField>[]
    : [RelationOf<FieldName<S>>] extends [never]
      ? RuleField[]
      : OptionGroup<RuleField>[]

/** How a value of one type is written, unless it is chosen from a list. */
interface Editor {
  readonly inputType?: "date" | "number" | "text"
  readonly placeholder?: string
}

const editors: Readonly<Record<FieldTypeName, Editor>> = {
  integer: { inputType: "number" },
  number: { inputType: "number" },
  string: { inputType: "text" },
  boolean: {},
  enum: {},
  datetime: { inputType: "text", placeholder: "2024-02-29T12:00:00Z" },
  reference: { inputType: "number" },
  opaque: {},
  uuid: { inputType: "text", placeholder: "00000000-0000-0000-0000-000000000000" },
  decimal: { inputType: "text", placeholder: "0.50" },
  date: { inputType: "date" },
}

/** The texts that stand for the values of a boolean in a list to choose from. */
const BOOLEANS = ["true", "false"]

/**
 * The fields of a schema, for the property `fields` of React Query Builder, version 7 or 8. A field has only the
 * operators that `fromRuleGroup` accepts for it, and the editor that fits its values.
 *
 * @param schema the fields to offer
 * @param options labels
 * @returns the fields. If the schema has relations, they are in groups: one for the record itself, and one for each
 * relation
 * @throws TypeError when the first argument is no schema, and RangeError when an option is unknown
 *
 * @example
 * ```ts
 * const schema = defineSchema({ name: field.string({ nullable: false, operators: ["$eq", "$contains"] }) })
 * toFields(schema, { labels: { name: "Name" } }).map(({ name, label }) => [name, label]) // [["name", "Name"]]
 * ```
 */
export function toFields<S extends Schema>(schema: S, options: ToFieldsOptions<S> = {}): RuleFields<S> {
  assertSchema(schema)
  assertOptions(options, ["labels", "operatorLabels"])
  const labels: Readonly<Record<string, string | undefined>> = options.labels ?? {}
  const labelOf = (name: string, otherwise = name) =>
    (Object.hasOwn(labels, name) ? labels[name] : undefined) ?? otherwise
  const operatorLabels = options.operatorLabels ?? {}
  const groups = new Map<string, RuleField[]>()
  for (const field of schema.fields.values()) {
    const name = field.relation?.name ?? ""
    const group = groups.get(name) ?? []
    groups.set(name, group)
    const operators = operatorsOf(field, operatorLabels)
    if (operators.length > 0) group.push(ruleField(field, labelOf(field.name), operators))
  }
  if (schema.relations.size === 0) return (groups.get("") ?? []) as RuleField[] as RuleFields<S>
  return Array.from(groups, ([name, fields]) => ({
    label: name === "" ? labelOf("", "Fields") : labelOf(name),
    options: fields,
  })).filter((group) => group.options.length > 0) as OptionGroup<RuleField>[] as RuleFields<S>
}

function operatorsOf(
  field: Field,
  labels: Readonly<Partial<Record<RuleOperatorName, string>>>,
): RuleOption<RuleOperatorName>[] {
  const names = Object.keys(ruleOperators) as RuleOperatorName[]
  return names
    .filter((name) => supports(field, ruleOperators[name]))
    .map((name) => ({ name, value: name, label: labels[name] ?? ruleOperators[name].label }))
}

function ruleField(field: Field, label: string, operators: RuleOption<RuleOperatorName>[]): RuleField {
  const named = { name: field.name, value: field.name, label, operators }
  if (!isListed(field)) return { ...named, ...editors[field.type] }
  return {
    ...named,
    values: (field.values ?? BOOLEANS).map((value) => ({ name: value, value, label: value })),
    valueEditorType: editorFor,
  }
}

function editorFor(operator: string): "select" | "multiselect" {
  return isRuleOperator(operator) && ruleOperators[operator].form === "list" ? "multiselect" : "select"
}
