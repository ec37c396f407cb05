import { EQUALITY, type FieldValues } from "./field-values.ts"
import { jsonText } from "./string.ts"

/** The labels of the field. Enums of databases have other ones too, and in another order. */
export const LABELS = [
  "active",
  "on hold",
  "deleted",
  "Active",
  "it's",
  "1",
  "2",
  "\u00e4",
  "waiting",
  "a\\b",
] as const

/** Labels that columns hold. The schema does not have the last one. */
export const HELD = ["deleted", "active", "it's", "1", "2", "\u00e4", "waiting", "archived"] as const

const quoted = HELD.map((label) => `'${label.replaceAll("'", "''")}'`)

/** HELD as the list of an enum's declaration. */
export const DECLARED = quoted.join(",")

/** HELD as the list of an enum of ClickHouse. */
export const NUMBERED = HELD.map((label, i) => `'${label.replaceAll("'", "\\'")}' = ${i + 1}`).join(", ")

export const enumeration: FieldValues = {
  operators: EQUALITY,
  values: [...LABELS, ...HELD],
  random: (random) => random.pick(HELD),
  record: (text) => text,
  recordValue: (value) => value,
  neighbour: (random) => random.pick(LABELS),
  foreign: LABELS,
  operand: (random, value) =>
    (LABELS as readonly string[]).includes(value) ? { json: jsonText(random, value), value } : undefined,
}
