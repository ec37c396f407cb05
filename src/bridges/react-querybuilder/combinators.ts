import type { Path } from "../../diagnostics/diagnostic.ts"
import { notA, unknownOperator, untranslatable } from "../model-mistakes.ts"
import type { ModelReader } from "../model-reader.ts"
import { refusedOperators } from "./refused-operators.ts"

const COMBINATORS = ["and", "or"]

/**
 * The rules of a group as runs of indexes: the rules of a run are joined with `and`, and the runs with `or`. Without a
 * combinator of the group, its rules have combinators between them, and `and` binds tighter, as in SQL.
 *
 * @returns undefined after a mistake, which is reported
 */
export function runsOf(
  reader: ModelReader,
  path: Path,
  combinator: unknown,
  rules: readonly unknown[],
): readonly (readonly number[])[] | undefined {
  if (combinator === undefined) return independentRuns(reader, path, rules)
  if (combinator === "and") return [Array.from(rules.keys())]
  return combinator === "or" ? Array.from(rules.keys(), (index) => [index]) : refuse(reader, path, combinator)
}

function independentRuns(
  reader: ModelReader,
  path: Path,
  rules: readonly unknown[],
): readonly (readonly number[])[] | undefined {
  let run: number[] = []
  const runs = [run]
  for (let index = 0; index < rules.length; index += 2) {
    run.push(index)
    const next = index + 1
    if (next === rules.length) return runs
    const combinator = rules[next]
    if (combinator === "or") {
      run = []
      runs.push(run)
    } else if (combinator !== "and") return refuse(reader, [...path, "rules", next], combinator)
  }
  // Behind the last combinator, there must be a rule. A group without any rule is no mistake here.
  return rules.length === 0
    ? runs
    : reader.refuse([...path, "rules", rules.length], notA("object", undefined))
}

function refuse(reader: ModelReader, path: Path, combinator: unknown): undefined {
  if (typeof combinator !== "string") return reader.refuse(path, notA("string", combinator))
  const reason = refusedOperators.get(combinator)
  return reader.refuse(
    path,
    reason === undefined ? unknownOperator(combinator, COMBINATORS) : untranslatable(combinator, reason),
  )
}
