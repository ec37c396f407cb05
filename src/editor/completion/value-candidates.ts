import type { Field, FieldTypeName } from "../../schema/field.ts"
import { factsOf, type Operator } from "../../schema/operators.ts"
import type { Candidate } from "./candidate.ts"
import { plain } from "./snippet.ts"

/** The values that are known without a look at the data, by the type of the field. */
const knownValues: Readonly<Record<FieldTypeName, (field: Field) => readonly Candidate[]>> = {
  integer: none,
  number: none,
  string: none,
  boolean: () => [value("true", "true"), value("false", "false")],
  enum: ({ values = [] }) => values.map((text) => value(text, JSON.stringify(text))),
  datetime: () => [
    date(`${new Date().toISOString().slice(0, 19)}Z`, "now"),
    ...days((day) => `${day}T00:00:00Z`, ", midnight UTC"),
  ],
  reference: none,
  opaque: none,
  uuid: none,
  decimal: none,
  date: () => days((day) => day, ", in UTC"),
}

function none(): readonly Candidate[] {
  return []
}

/** Days that filters often begin with. */
function days(write: (day: string) => string, zone: string): readonly Candidate[] {
  const before = (count: number) =>
    write(new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10))
  return [
    date(before(0), `today${zone}`),
    date(before(1), `yesterday${zone}`),
    date(before(7), `7 days ago${zone}`),
    date(before(30), `30 days ago${zone}`),
    date(write(`${new Date().getUTCFullYear()}-01-01`), `the first day of this year${zone}`),
  ]
}

function date(text: string, detail: string): Candidate {
  return { ...value(text, `"${text}"`), detail }
}

function value(label: string, text: string): Candidate {
  return { label, kind: "value", value: plain(text) }
}

/** The values that an operator can compare a field with, as far as the schema knows them. */
export function valueCandidates(field: Field, operator: Operator): readonly Candidate[] {
  const values = knownValues[field.type](field)
  if (!field.nullable || !factsOf(operator).nullable) return values
  return [...values, { ...value("null", "null"), detail: "no value" }]
}
