import type { Path } from "../../diagnostics/diagnostic.ts"
import { takesList } from "../../schema/operators.ts"
import { entryOf } from "../../text/entry-of.ts"
import { isPlain } from "../../text/plain-object.ts"
import { quote } from "../../text/quote.ts"
import { incomplete, notA, unknownOperator, untranslatable } from "../model-mistakes.ts"
import type { ModelReader } from "../model-reader.ts"
import type { Node } from "./node.ts"
import {
  comparisons,
  compounds,
  ELEM_MATCH,
  REGEX,
  reasons,
  textOperators,
  ucastOperators,
} from "./operators.ts"
import { textOf } from "./regex-text.ts"

/** Where a condition is. */
interface Place {
  readonly path: Path
  /** The root has the depth 1. */
  readonly depth: number
  /** What precedes the names of its fields: the relation of `elemMatch`. */
  readonly prefix: string
  /** What the names of fields begin with, and the schema's do not: the table of Open Policy Agent. */
  readonly table: string
  /** Whether a condition around is an instance of a class, and no JSON. */
  readonly isInstance: boolean
}

/** A condition on a field, before its value is read. */
interface OnName extends Place {
  readonly written: string
  readonly name: string
  readonly value: unknown
}

/** Reads the shape of a condition. Undefined after a mistake, which is reported. */
export function readNode(reader: ModelReader, condition: unknown, place: Place): Node | undefined {
  const { path } = place
  reader.count(path, place.depth)
  const object = reader.object(condition, path)
  if (object === undefined) return undefined
  const type = reader.member(object, "type") ?? (Object.hasOwn(object, "field") ? "field" : "compound")
  if (typeof type !== "string") return reader.refuse(path, notA("string", type))
  const written = reader.member(object, "operator")
  if (written === undefined) return reader.refuse(path, incomplete("operator"))
  if (typeof written !== "string") return reader.refuse(path, notA("string", written))
  const read = entryOf(kinds, type)
  return read === undefined
    ? reader.refuse(path, untranslatable(written, `there are no conditions of the type ${quote(type)}`))
    : read(reader, object, {
        ...place,
        written,
        value: reader.member(object, "value"),
        isInstance: place.isInstance || !isPlain(object),
      })
}

/** A condition as one of its kinds reads it. */
type ReadKind = (reader: ModelReader, object: object, read: Omit<OnName, "name">) => Node | undefined

const kinds: Readonly<Record<string, ReadKind>> = {
  compound: (reader, _, read) => group(reader, read),
  field(reader, object, read) {
    const name = reader.member(object, "field")
    if (name === undefined) return reader.refuse(read.path, incomplete("field"))
    if (typeof name !== "string") return reader.refuse(read.path, notA("string", name))
    if (read.value === undefined) return reader.refuse(read.path, incomplete("value"))
    const own = name.startsWith(read.table) ? name.slice(read.table.length) : name
    return onField(reader, { ...read, name: read.prefix + own })
  },
}

function group(reader: ModelReader, { written, value, ...place }: Omit<OnName, "name">): Node | undefined {
  const { path, depth } = place
  const compound = entryOf(compounds, written)
  if (compound === undefined) return unknown(reader, path, written)
  if (value === undefined) return reader.refuse(path, incomplete("value"))
  const inValue = [...path, "value"]
  const conditions = reader.list(value, inValue)
  if (conditions === undefined) return undefined
  if (compound.isUnary && conditions.length !== 1)
    return reader.refuse(path, untranslatable(written, "it takes a list of one condition"))
  const nodes = conditions.map((condition, index) =>
    readNode(reader, condition, { ...place, path: [...inValue, index], depth: depth + 1 }),
  )
  return { kind: "group", path, written, compound, nodes }
}

function onField(reader: ModelReader, on: OnName): Node | undefined {
  const { path, written, name, value, depth, isInstance } = on
  const operator = entryOf(comparisons, written)
  if (operator !== undefined) {
    // The limits hold for a list in the wrong place too.
    const isList = takesList(operator) || Array.isArray(value)
    const operand = isList ? reader.list(value, [...path, "value"]) : value
    return operand === undefined
      ? undefined
      : { kind: "comparison", path, written, operator, name, value: operand, isInstance }
  }
  const literal = entryOf(textOperators, written)
  if (literal !== undefined) {
    if (typeof value !== "string") return reader.refuse(path, untranslatable(written, "it takes a string"))
    return { kind: "text", path, written, name, literal: literal(value) }
  }
  if (written === REGEX) return regex(reader, on)
  if (written !== ELEM_MATCH) return unknown(reader, path, written)
  if (reader.schema.relations.get(name)?.cardinality !== "many")
    return reader.refuse(path, untranslatable(written, "it takes the name of a relation to many"))
  const place = { path: [...path, "value"], depth: depth + 1, prefix: `${name}.`, table: "", isInstance }
  const node = readNode(reader, value, place)
  return { kind: "row", path, written, relation: name, node }
}

function regex(reader: ModelReader, { path, written, name, value }: OnName): Node | undefined {
  const literal =
    value instanceof RegExp ? textOf(reader.counted(String(value.source)), String(value.flags)) : undefined
  return literal === undefined
    ? reader.refuse(
        path,
        untranslatable(written, "it takes a RegExp of a literal text, with ^ and $ or without"),
      )
    : { kind: "text", path, written, name, literal }
}

function unknown(reader: ModelReader, path: Path, written: string): undefined {
  const reason = entryOf(reasons, written)
  return reader.refuse(
    path,
    reason === undefined ? unknownOperator(written, ucastOperators()) : untranslatable(written, reason),
  )
}
