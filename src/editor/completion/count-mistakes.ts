import { check } from "../../check/check.ts"
import { rules } from "../../check/rules.ts"
import { groupByKind } from "../../check/rules-by-kind.ts"
import type { Schema } from "../../schema/schema.ts"
import { readText } from "../tree-of.ts"

const RULES = /* @__PURE__ */ groupByKind(rules)

/** The number of mistakes in a text. */
export function countMistakes(schema: Schema, text: string): number {
  const { tree, mistakes } = readText(text)
  let count = mistakes.length
  const report = () => {
    count++
  }
  check(tree, RULES, { schema, emptyOr: "none", maxRelationConditions: Infinity }, { report })
  return count
}
