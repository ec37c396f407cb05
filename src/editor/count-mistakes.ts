import { FilterParser } from "../../grammar/generated/parser.ts"
import { recover } from "../../grammar/recovery/recover.ts"
import { check } from "../check/check.ts"
import { rules } from "../check/rules.ts"
import { groupByKind } from "../check/rules-by-kind.ts"
import { nodes } from "../read/nodes.ts"
import type { Schema } from "../schema/schema.ts"
import { bounds } from "./bounds.ts"

const RULES = /* @__PURE__ */ groupByKind(rules)

/** The number of mistakes in a text. */
export function countMistakes(schema: Schema, text: string): number {
  const parsed = new FilterParser(nodes, text, bounds, false).parse()
  const { tree, mistakes } =
    parsed === undefined ? recover(nodes, text, bounds, Infinity) : { tree: parsed, mistakes: [] }
  let count = mistakes.length
  const report = () => {
    count++
  }
  check(tree, RULES, { schema, emptyOr: "none", maxRelationConditions: Infinity }, { report })
  return count
}
