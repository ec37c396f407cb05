import { OnField } from "../../../check/translation/on-field.ts"
import { incomplete } from "../../model-mistakes.ts"
import type { ModelReader } from "../../model-reader.ts"
import { isBlank } from "../blank.ts"
import { reject } from "../reject.ts"

/**
 * The field of a column.
 *
 * @throws FilterError that `ModelReader.rule` reports
 */
export function onColumn(reader: ModelReader, column: unknown): OnField {
  if (isBlank(column)) reject(incomplete("field"))
  return new OnField(reader.schema, reader.field(column))
}
