import type { Path } from "../../../diagnostics/diagnostic.ts"
import type { Filter } from "../../../filter/filter.ts"
import { entryOf } from "../../../text/entry-of.ts"
import { incomplete } from "../../model-mistakes.ts"
import { joinedAll } from "../../model-reader.ts"
import type { Context, ReadPart } from "./filter-kind.ts"
import { jointOf } from "./join.ts"
import { readRule } from "./rule.ts"
import { readAdvancedSet } from "./set.ts"

/** The parts that are no plain rules, by the name that AG Grid writes as `filterType`. */
const parts: Readonly<Record<string, ReadPart>> = { join: readJoin, set: readAdvancedSet }

/** A model of `getAdvancedFilterModel()`: a rule, or parts that AND or OR joins. */
export function readAdvanced(
  context: Context,
  model: unknown,
  path: Path = [],
  depth = 1,
): Filter | undefined {
  const { reader } = context
  const part = reader.object(model, path)
  if (part === undefined) return undefined
  reader.count(path, depth)
  const filterType = reader.member(part, "filterType")
  const place = { column: reader.member(part, "colId"), path, depth }
  const read = typeof filterType === "string" ? entryOf(parts, filterType) : undefined
  return read === undefined ? readRule(context, part, place, filterType) : read(context, part, place)
}

function readJoin(...[context, part, { path, depth }]: Parameters<ReadPart>): Filter | undefined {
  const { reader } = context
  const joint = jointOf(reader, reader.member(part, "type"), path)
  const listPath = [...path, "conditions"]
  const conditions = reader.list(reader.member(part, "conditions"), listPath)
  if (joint === undefined || conditions === undefined) return undefined
  if (conditions.length === 0) return reader.refuse(path, incomplete("rules"))
  return joinedAll(
    joint.join,
    conditions.map((item, index) => readAdvanced(context, item, [...listPath, index], depth + 1)),
  )
}
