import { EACH_FOR_ITSELF } from "../../../check/translation/one-row.ts"
import type { Join } from "../../../check/translation/translation.ts"
import type { Path } from "../../../diagnostics/diagnostic.ts"
import { and, type Filter, or } from "../../../filter/filter.ts"
import { entryOf } from "../../../text/entry-of.ts"
import { incomplete, notA, unknownOperator, untranslatable } from "../../model-mistakes.ts"
import { joinedAll, type ModelReader } from "../../model-reader.ts"
import { isBlank } from "../blank.ts"
import type { Place } from "./filter-kind.ts"

/** How a group joins its parts. */
export interface Joint {
  /** How the model says it. */
  readonly operator: string
  readonly join: Join
  /** Whether a value must satisfy all parts. */
  readonly asksAll: boolean
}

const JOINTS: Readonly<Record<string, Joint>> = {
  AND: { operator: "AND", join: and, asksAll: true },
  OR: { operator: "OR", join: or, asksAll: false },
}

/** How an operator joins parts. Undefined if there is no such operator, which is reported. */
export function jointOf(reader: ModelReader, operator: unknown, path: Path): Joint | undefined {
  if (isBlank(operator)) return reader.refuse(path, incomplete("operator"))
  if (typeof operator !== "string") return reader.refuse(path, notA("string", operator))
  return entryOf(JOINTS, operator) ?? reader.refuse(path, unknownOperator(operator, Object.keys(JOINTS)))
}

/**
 * Joins the parts of the filter of one column. All of them ask for the same value. Undefined if there are none, or if
 * two related records may satisfy them: both are reported.
 */
export function joinOnValue(
  reader: ModelReader,
  { column, path }: Place,
  { operator, join, asksAll }: Joint,
  parts: readonly (() => Filter | undefined)[],
): Filter | undefined {
  if (parts.length === 0) return reader.refuse(path, incomplete("rules"))
  // No field has a name that is no text.
  const hasMany = reader.schema.fields.get(column as string)?.relation?.cardinality === "many"
  if (hasMany && asksAll && parts.length > 1)
    return reader.refuse(path, untranslatable(operator, EACH_FOR_ITSELF))
  return joinedAll(
    join,
    parts.map((part) => part()),
  )
}
