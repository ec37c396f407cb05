import type { ComparisonForm } from "../comparison-form.ts"
import type { FieldType } from "../field-type.ts"
import { refuse } from "../field-type.ts"

/** A value that may be asked for presence, never for content: a password. */
export const opaque: FieldType<never> = {
  operators: ["$eq", "$ne"],
  expects: "null",
  read() {
    return refuse(
      "type-mismatch",
      "can be compared with null only: its content is not for filters",
      '{"$ne":null} matches the records that have one, {"$eq":null} those that have none',
    )
  },
}

/** All values are alike: a filter only asks whether there is one. */
export const opaqueForm: ComparisonForm<never> = {
  ofValue: () => 1,
  ofRecord: () => 1,
}
