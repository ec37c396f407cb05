import type { Condition, Filter } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import { isNegative } from "../../schema/operators.ts"
import { budgetOf, type Spend, withinBudget } from "./budget.ts"
import { type Formula, type Formulas, formulas } from "./formula.ts"
import { type Rows, rowsOf } from "./rows.ts"
import { search } from "./search.ts"
import { type Variables, variablesOf } from "./variables.ts"

/** A record that was found: `recordOf` makes it. */
export interface Found {
  readonly formula: Formula
  readonly variables: Variables
  readonly rows: Rows
  readonly spend: Spend
}

/**
 * Looks for a record that satisfies all of some filters and none of others.
 *
 * @param spend the budget, which several questions may share
 * @param onlyListed whether records have no other values of enum fields than those that the fields list
 * @returns the record; "none" if there certainly is none; "unknown" if the budget does not suffice to tell
 */
export function findRecord(
  matching: readonly Filter[],
  others: readonly Filter[],
  spend = budgetOf(),
  onlyListed = false,
): Found | "none" | "unknown" {
  const found = withinBudget((): Found | "none" | undefined => {
    const variables = variablesOf([...matching, ...others], onlyListed, spend)
    const { owners, all } = variables
    const build = formulas((variable) => owners[variable]?.group.bit as bigint, spend)
    const known = new Set(matching.flatMap((filter) => conjuncts(formulaOf(filter, variables, build))))
    // What is known needs no search, however complicated it is.
    const isKnown = (part: Formula) =>
      known.has(part) || (part.kind === "or" && part.operands.some((operand) => known.has(operand)))
    const denied = others.map((filter) => {
      const doubtful = conjuncts(formulaOf(filter, variables, build)).filter((part) => !isKnown(part))
      return build.negate(build.join("and", doubtful, all), all)
    })
    const formula = build.join("and", [...known, ...denied], all)
    const state = search(formula, variables, build, spend)
    if (state === undefined) return "none"
    const rows = rowsOf(state, variables, spend)
    return rows && { formula, variables, rows, spend }
  })
  return found ?? "unknown"
}

function conjuncts(formula: Formula): readonly Formula[] {
  return formula.kind === "and" ? formula.operands : [formula]
}

function formulaOf(filter: Filter, { owners, all, partOf }: Variables, { join, literal }: Formulas): Formula {
  return fold(filter, {
    and: (operands) => join("and", operands, all),
    or: (operands) => join("or", operands, all),
    condition(condition: Condition) {
      const { variable, cells } = partOf(condition)
      const whole = all[variable] as bigint
      const isNegated = isNegative(condition.operator)
      const isMany = owners[variable]?.group.isMany
      // On a relation to many, a negative operator says that NO related record has one of the values that it excludes.
      const kind = isMany ? (isNegated ? "none" : "any") : "is"
      const kept = (isMany && isNegated ? ~cells : cells) & whole
      const isTrue = kind === "none" ? kept === 0n : kind === "is" && kept === whole
      return isTrue || kept === 0n ? join(isTrue ? "and" : "or", [], all) : literal(kind, variable, kept)
    },
  })
}
