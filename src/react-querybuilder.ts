export { type FromRuleGroupOptions, fromRuleGroup } from "./bridges/react-querybuilder/from-rule-group.ts"
export type { RuleOperatorName } from "./bridges/react-querybuilder/rule-operators.ts"
export {
  type RuleField,
  type RuleFields,
  type ToFieldsOptions,
  toFields,
} from "./bridges/react-querybuilder/to-fields.ts"
export {
  type FilterRule,
  type FilterRuleGroup,
  toRuleGroup,
} from "./bridges/react-querybuilder/to-rule-group.ts"
// A program that publishes what it shows needs the names of these types.
export type { Filter } from "./filter/filter.ts"
export type { Limits } from "./read/limits.ts"
