import type { Field } from "../../schema/field.ts"
import { IMPLICIT_OPERATOR, type LogicalOperator, type Operator, rangeOf } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import { explainField } from "../hover/explain-field.ts"
import { explainOperator } from "../hover/explain-operator.ts"
import type { Candidate, MemberCandidate } from "./candidate.ts"
import { operatorObject, sampleOperand, sampleValue } from "./sample.ts"
import { type Snippet, textOf, wrap } from "./snippet.ts"
import { typeInWords } from "./type-in-words.ts"

const LOGICAL: readonly LogicalOperator[] = ["$and", "$or"]

/** A list with one filter to write. */
const filters: Snippet = { before: "[{", selected: "", after: "}]" }

/** The members of a filter: its fields, and the operators that join filters. */
export function memberCandidates(schema: Schema, others: ReadonlySet<string>): readonly MemberCandidate[] {
  const fields = Array.from(schema.fields.values(), fieldCandidate)
  const logical = LOGICAL.map(
    (name): MemberCandidate => ({
      label: name,
      kind: "logical",
      documentation: paragraphs(explainOperator(name, undefined)),
      name,
      value: filters,
    }),
  )
  return [...fields.flat(), ...logical].filter(({ label }) => !others.has(label))
}

function fieldCandidate(field: Field): readonly MemberCandidate[] {
  const value = sampleValue(field)
  if (value === undefined) return []
  const { name } = field
  return [
    {
      label: name,
      kind: "field",
      detail: typeInWords(field),
      documentation: paragraphs(explainField(field)),
      name,
      value,
    },
  ]
}

/** The operators of a field. */
export function operatorCandidates(
  field: Field,
  others: ReadonlySet<string>,
): readonly MemberCandidate<Operator>[] {
  return field.operators
    .filter((operator) => !others.has(operator))
    .map((operator) => ({
      ...operatorCandidate(field, operator, sampleOperand(field, operator)),
      name: operator,
    }))
}

/** The objects with operators that a field takes in place of a value. */
export function operatorObjectCandidates(field: Field): readonly Candidate[] {
  const objects = field.operators
    .filter((operator) => operator !== IMPLICIT_OPERATOR)
    .map((operator) => operatorCandidate(field, operator, operatorObject(field, operator)))
  return [...objects, ...rangeCandidates(field)]
}

function operatorCandidate(field: Field, operator: Operator, value: Snippet): Candidate {
  return {
    label: operator,
    kind: "operator",
    documentation: paragraphs(explainOperator(operator, field)),
    value,
  }
}

function paragraphs(texts: readonly string[]): string {
  return texts.join("\n\n")
}

/** The object with both bounds of a range. */
function rangeCandidates(field: Field): readonly Candidate[] {
  const from = field.operators.find((operator) => isBound(operator, "above"))
  const to = field.operators.find((operator) => isBound(operator, "below"))
  if (from === undefined || to === undefined) return []
  const upper = textOf(sampleOperand(field, to))
  return [
    {
      label: `${from} … ${to}`,
      kind: "snippet",
      documentation: "A range: from the first value up to the second one, which is not in it.",
      value: wrap(`{"${from}":`, sampleOperand(field, from), `,"${to}":${upper}}`),
    },
  ]
}

/** A range begins with its first value and ends before its last one, so that ranges of days fit together. */
function isBound(operator: Operator, side: "above" | "below"): boolean {
  const range = rangeOf(operator)
  return range?.side === side && (range.inclusive === true) === (side === "above")
}
