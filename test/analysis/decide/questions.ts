import { disjoint, equivalent, fieldsOf, implies } from "../../../src/analysis.ts"
import type { Field, Filter } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"
import { gridOf } from "./grid.ts"
import { randomFrom } from "./random.ts"
import { randomPair } from "./random-filters.ts"
import type { World } from "./world.ts"

type Decision = ReturnType<typeof implies>

/** A question about two filters, and what a record refutes it: it depends on which of the filters match the record. */
export interface Question {
  readonly name: string
  ask(a: Filter, b: Filter): Decision
  isRefuted(inA: boolean, inB: boolean): boolean
}

export const questions: readonly Question[] = [
  { name: "implies", ask: implies, isRefuted: (inA, inB) => inA && !inB },
  { name: "disjoint", ask: disjoint, isRefuted: (inA, inB) => inA && inB },
  { name: "equivalent", ask: equivalent, isRefuted: (inA, inB) => inA !== inB },
]

/**
 * What an answer is worth, by the records of the grid.
 *
 * - `proved`, `refuted`: right. The record of a "no" refutes.
 * - `missed`: "unknown", and no record of the grid refutes.
 * - `undecided`: "unknown", and a record of the grid refutes.
 * - `unsound`: "yes", and a record of the grid refutes.
 * - `unconfirmed`: "no", with a record that does not refute.
 * - `incomplete`: "no", with a record that lacks a value that every record has, of a field that the filters use.
 * - `off the grid`: "no", and only a record that is not in the grid refutes. The grid is not complete.
 */
export type Verdict =
  | "proved"
  | "refuted"
  | "missed"
  | "undecided"
  | "unsound"
  | "unconfirmed"
  | "incomplete"
  | "off the grid"

/** How often each verdict came up, and the first questions with a verdict that is not simply right. */
export interface Tally {
  readonly counts: Readonly<Partial<Record<Verdict, number>>>
  readonly examples: readonly string[]
}

const MOST_EXAMPLES = 5

/** Asks every question about random pairs of filters, and tries all records of the grid. */
export function tallyOf(
  world: World,
  depth: number,
  pairs: number,
  seed = 1,
): Readonly<Record<string, Tally>> {
  const grid = gridOf(world)
  const random = randomFrom(seed)
  const counts: Record<string, Partial<Record<Verdict, number>>> = {}
  const examples: Record<string, string[]> = {}
  for (let i = 0; i < pairs; i++) {
    const { a, b, texts } = randomPair(world, depth, random)
    const fields = new Set(
      [...fieldsOf(a), ...fieldsOf(b)].map((name) => world.schema.fields.get(name) as Field),
    )
    for (const [name, verdict] of verdictsOf(a, b, grid, [...fields])) {
      counts[name] ??= {}
      counts[name][verdict] = (counts[name][verdict] ?? 0) + 1
      examples[name] ??= []
      if (verdict !== "proved" && verdict !== "refuted" && examples[name].length < MOST_EXAMPLES)
        examples[name].push(`${verdict}: ${texts.join(" and ")}`)
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([name, counts]) => [name, { counts, examples: examples[name] ?? [] }]),
  )
}

function verdictsOf(
  a: Filter,
  b: Filter,
  grid: readonly object[],
  fields: readonly Field[],
): readonly (readonly [string, Verdict])[] {
  const [matchesA, matchesB] = [toPredicate(a), toPredicate(b)]
  const matches = grid.map((record) => [matchesA(record), matchesB(record)] as const)
  return questions.map(({ name, ask, isRefuted }) => {
    const isRefutable = matches.some(([inA, inB]) => isRefuted(inA, inB))
    const decision = ask(a, b)
    if (decision.answer === "yes") return [name, isRefutable ? "unsound" : "proved"]
    if (decision.answer === "unknown") return [name, isRefutable ? "undecided" : "missed"]
    const { record } = decision
    if (!isRefuted(matchesA(record), matchesB(record))) return [name, "unconfirmed"]
    if (!fields.every((field) => hasRequired(record, field))) return [name, "incomplete"]
    return [name, isRefutable ? "refuted" : "off the grid"]
  })
}

/** Whether the record has a value of the field wherever every record has one. */
function hasRequired(record: object, { property, relation, nullable, required }: Field): boolean {
  if (nullable && !required) return true
  const rows = relation === undefined ? [record] : [Reflect.get(record, relation.name) ?? []].flat()
  return rows.every((row) => row[property] !== undefined && row[property] !== null)
}
