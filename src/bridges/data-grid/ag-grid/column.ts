import { and, type Filter } from "../../../filter/filter.ts"
import { entryOf } from "../../../text/entry-of.ts"
import { joinedAll } from "../../model-reader.ts"
import { readSimple } from "./combined.ts"
import type { Context, ReadPart } from "./filter-kind.ts"
import { readMulti } from "./multi.ts"
import { readSet } from "./set.ts"

/** The filters that hold more than rules, by the name that AG Grid writes as `filterType`. */
const filters: Readonly<Record<string, ReadPart>> = {
  set: readSet,
  multi: /* @__PURE__ */ readMulti(readFilter),
}

/** The filter of one column. */
function readFilter(...[context, filter, place]: Parameters<ReadPart>): Filter | undefined {
  context.reader.count(place.path, place.depth)
  const filterType = context.reader.member(filter, "filterType")
  const read = typeof filterType === "string" ? entryOf(filters, filterType) : undefined
  return (read ?? readSimple)(context, filter, place)
}

/** A model of `getFilterModel()`: a filter for each column that has one. */
export function readColumns(context: Context, model: object): Filter | undefined {
  const { reader } = context
  reader.count([], 1)
  const read = Object.keys(model).flatMap((column) => {
    const item = reader.member(model, column)
    // A column without a filter.
    if (item === null) return []
    const path = [column]
    const filter = reader.object(item, path)
    return [filter && readFilter(context, filter, { column, path, depth: 2 })]
  })
  return joinedAll(and, read)
}
