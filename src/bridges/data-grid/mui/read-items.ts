import type { Mistake, Path } from "../../../diagnostics/diagnostic.ts"
import { and, type Filter, or } from "../../../filter/filter.ts"
import type { DaysOfZone } from "../../../text/first-instant.ts"
import { incomplete, notA, unknownOperator, untranslatable } from "../../model-mistakes.ts"
import { joinedAll, type ModelReader } from "../../model-reader.ts"
import { isBlank } from "../blank.ts"
import { reject } from "../reject.ts"
import { muiColumns } from "./columns.ts"
import { MuiField } from "./item.ts"
import { readJoin } from "./join.ts"

/** What the options say of the items. */
export interface ItemSettings {
  readonly zone: DaysOfZone | undefined
  /** The names of the fields whose columns have the type `dateTime`. */
  readonly withTime: ReadonlySet<string>
}

/** The items of a model, joined. Undefined if there is a mistake, which is reported. */
export function readItems(reader: ModelReader, model: object, settings: ItemSettings): Filter | undefined {
  const join = readJoin(reader, model, "logicOperator")
  const items = reader.list(reader.member(model, "items"), ["items"])
  const ids = new Set<string>()
  const filters = items?.flatMap((item, i) => readItem(reader, item, ["items", i], settings, ids))
  return join && filters && joinedAll(filters.length === 0 ? and : join, filters)
}

/** The filter of an item. None if the grid ignores the item; undefined if it has a mistake. */
function readItem(
  reader: ModelReader,
  value: unknown,
  path: Path,
  { zone, withTime }: ItemSettings,
  ids: Set<string>,
): readonly (Filter | undefined)[] {
  reader.count(path, 2)
  const item = reader.object(value, path)
  if (item === undefined) return [undefined]
  const [name, operator] = [reader.member(item, "field"), reader.member(item, "operator")]
  if (isBlank(name)) return [reader.refuse(path, incomplete("field"))]
  if (isBlank(operator)) return [reader.refuse(path, incomplete("operator"))]
  if (typeof operator !== "string") return [reader.refuse(path, notA("string", operator))]
  let isIgnored: boolean = false
  const filter = reader.rule(path, operator, () => {
    const field = reader.field(name)
    const column = muiColumns[field.type]
    const declared = Object.hasOwn(column, operator) ? column[operator] : undefined
    if (declared === undefined) return reject(unknownOperator(operator, Object.keys(column)))
    const operand = reader.member(item, "value")
    isIgnored = declared.isIncomplete(operand)
    if (isIgnored) return and([])
    const on = new MuiField(reader, field, zone, withTime.has(field.name))
    if ("ofValue" in declared) return declared.ofValue(on, operand)
    const list = reader.list(operand, path)
    // What is no list is reported already.
    return list === undefined ? or([]) : declared.ofList(on, list)
  })
  if (isIgnored) return []
  const mistake = mistakeOfId(reader.member(item, "id"), operator, ids)
  return [mistake === undefined ? filter : reader.refuse(path, mistake)]
}

/** What is wrong with the id of an item. It is added to the ids of the items before. */
function mistakeOfId(id: unknown, operator: string, ids: Set<string>): Mistake | undefined {
  // The grid itself gives such an item an id.
  if (id === undefined || id === null) return undefined
  if (typeof id !== "string" && typeof id !== "number") return notA("string", id)
  const key = String(id)
  if (ids.has(key)) return untranslatable(operator, REPEATED_ID)
  ids.add(key)
  return undefined
}

const REPEATED_ID =
  "an item before has the same id, and the grid uses the last item only: give each item an id of its own"
