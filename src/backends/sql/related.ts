import type { Dialect, RelatedRows } from "./dialect/dialect.ts"
import { sql } from "./dialect/fragment.ts"
import { joined, type Written } from "./joined.ts"

/**
 * A condition on the related rows of one relation: some row satisfies one of the tests, or no row does. It has no text
 * yet, because other conditions on the relation may join it.
 */
export interface Related {
  readonly quantifier: "some" | "none"
  /** The name of the relation. */
  readonly relation: string
  readonly rows: RelatedRows
  /** The tests of one related row: at least one. */
  readonly tests: readonly Written[]
}

/** A condition. One on related rows is written when nothing more can join it. */
export type Built = Written | Related

/** The records that satisfy all conditions. */
export function allOf(operands: readonly Built[], dialect: Dialect<unknown>): Built {
  return join(operands, "none", " AND ", dialect.always, dialect)
}

/** The records that satisfy at least one condition. */
export function someOf(operands: readonly Built[], dialect: Dialect<unknown>): Built {
  return join(operands, "some", " OR ", dialect.never, dialect)
}

/** The text of a condition that nothing joins any more. */
export function written(built: Built, dialect: Dialect<unknown>): Written {
  if (!isRelated(built)) return built
  const { fragment, depth } = joined(built.tests, " OR ", dialect.never)
  const exists = dialect.exists(built.rows, fragment)
  return { fragment: built.quantifier === "none" ? sql`NOT ${exists}` : exists, depth }
}

function join(
  operands: readonly Built[],
  quantifier: Related["quantifier"],
  word: " AND " | " OR ",
  empty: string,
  dialect: Dialect<unknown>,
): Built {
  const fewer = operands.some(isRelated) ? withOneForEachRelation(operands, quantifier) : operands
  const [only] = fewer
  // If it is on related rows, it may still join others one level up.
  if (fewer.length === 1 && only !== undefined) return only
  return joined(
    fewer.map((operand) => written(operand, dialect)),
    word,
    empty,
  )
}

/**
 * Joins the conditions on one relation to one, in the place of the first. A database may read the related rows again
 * for each subquery.
 *
 * In OR, this is right for "some row": some row passes one of the tests exactly when a row passes the first, or a row
 * passes the second. In AND, it is right for "no row". In AND, two different rows may be the ones that two conditions
 * with "some row" find, so these stay apart, and so do two conditions with "no row" in OR.
 */
function withOneForEachRelation(
  operands: readonly Built[],
  quantifier: Related["quantifier"],
): readonly Built[] {
  const testsOf = new Map<string, Written[]>()
  return operands.flatMap((operand) => {
    if (!isRelated(operand) || operand.quantifier !== quantifier) return [operand]
    const earlier = testsOf.get(operand.relation)
    if (earlier !== undefined) {
      for (const test of operand.tests) earlier.push(test)
      return []
    }
    const tests = [...operand.tests]
    testsOf.set(operand.relation, tests)
    return [{ ...operand, tests }]
  })
}

function isRelated(built: Built): built is Related {
  return "rows" in built
}
