import { untranslatable } from "../../model-mistakes.ts"

import { isBlank } from "../blank.ts"
import type { ReadPart } from "./filter-kind.ts"
import { joinOnValue, jointOf } from "./join.ts"
import { readRule } from "./rule.ts"

/** A filter of a column: one rule, or several that AND or OR joins. */
export const readSimple: ReadPart = (context, filter, place) => {
  const { reader } = context
  const filterType = reader.member(filter, "filterType")
  const operator = reader.member(filter, "operator")
  if (isBlank(operator)) return readRule(context, filter, place, filterType)
  const joint = jointOf(reader, operator, place.path)
  if (joint === undefined) return undefined
  if (!Object.hasOwn(filter, "conditions") && Object.hasOwn(filter, "condition1"))
    return reader.refuse(place.path, untranslatable(joint.operator, OLD))
  const listPath = [...place.path, "conditions"]
  const parts = reader.list(reader.member(filter, "conditions"), listPath)?.map((item, index) => () => {
    const path = [...listPath, index]
    const rule = reader.object(item, path)
    if (rule === undefined) return undefined
    reader.count(path, place.depth + 1)
    if ((reader.member(rule, "filterType") ?? filterType) !== filterType)
      return reader.refuse(path, untranslatable(joint.operator, OTHER_TYPE))
    return readRule(context, rule, { ...place, path }, filterType)
  })
  return parts && joinOnValue(reader, place, joint, parts)
}

const OTHER_TYPE =
  "AG Grid reads each condition as the filter of its column: write the filterType of the column, or leave it out"

const OLD = "AG Grid no longer reads condition1 and condition2: put both into a list conditions"
