import type { FieldEdits } from "../../state/state.ts"
import type { Dataset } from "../dataset.ts"
import { convert } from "./convert.ts"
import { inferFields } from "./infer-fields.ts"
import type { InferredField } from "./inferred-field.ts"
import { type Format, readRecords } from "./read-records.ts"
import { toSchema } from "./to-schema.ts"

export interface Imported extends Dataset {
  readonly format: Format
  /** The fields after the user's changes. */
  readonly fields: readonly InferredField[]
  readonly problems: readonly string[]
}

/** Makes a data set of a pasted text. */
export function importText(text: string, edits: FieldEdits): Imported {
  const { format, records, problems } = readRecords(text)
  const inference = inferFields(records, format === "CSV")
  const fields = inference.fields.map((inferred) => {
    const edited = { ...inferred, ...edits[inferred.name] }
    return { ...edited, nullable: edited.nullable || edited.type === "opaque" }
  })
  return {
    format,
    fields,
    schema: toSchema(fields),
    records: convert(records, fields),
    table: "records",
    problems: [...problems, ...inference.problems],
  }
}
