import { defineSchema, field } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
import { customers } from "desk-filter/desk"
import { fromRuleGroup, toFields, toRuleGroup } from "desk-filter/react-querybuilder"
import {
  add,
  defaultValidator,
  type Field,
  formatQuery,
  QueryBuilder,
  type RuleGroupType,
} from "react-querybuilder"

const articles = defineSchema({ id: field.integer({ nullable: false }), title: field.string() })
const fields = toFields(customers)
const query = toRuleGroup(filterBuilder(customers).eq("state", "active"))

/** The component accepts the fields and the query, and its query becomes a filter. */
export const element = (
  <QueryBuilder
    fields={fields}
    query={query}
    listsAsArrays
    onQueryChange={(next) => fromRuleGroup(customers, next, { incomplete: "skip" })}
  />
)

/** A schema without relations has no groups of fields. */
export const flat = (
  <QueryBuilder fields={toFields(articles)} defaultQuery={query} validator={defaultValidator} />
)

export const group: RuleGroupType = query
export const listed: Field[] = toFields(articles)
export const sql: string = formatQuery(query, { format: "sql", fields: listed })
export const isValid = defaultValidator(query)
export const longer: RuleGroupType = add(group, { field: "id", operator: "=", value: 1 }, [])
