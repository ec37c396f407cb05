import type { FieldTypeName } from "desk-filter"
import { type DataRecord, isRecord } from "../dataset.ts"
import type { InferredField } from "./inferred-field.ts"

const MAX_ENUM = 8

export interface Inference {
  readonly fields: readonly InferredField[]
  readonly problems: readonly string[]
}

/** Infers the fields of records: objects become relations to one, lists of objects relations to many. */
export function inferFields(records: readonly DataRecord[], isText: boolean): Inference {
  const fields: InferredField[] = []
  const problems: string[] = []
  for (const name of namesOf(records)) {
    const values = records.map((record) => record[name] ?? null)
    const present = values.filter((value) => value !== null)
    if (!isName(name)) {
      problems.push(`“${name}” is left out: a name cannot be empty, begin with $ or contain a dot.`)
    } else if (present.length > 0 && present.every(isRecord)) {
      addRelation({ name, cardinality: "one" }, present)
    } else if (
      present.length > 0 &&
      present.every((value) => Array.isArray(value) && value.every(isRecord))
    ) {
      addRelation({ name, cardinality: "many" }, present.flat() as readonly DataRecord[])
    } else if (present.some((value) => typeof value === "object")) {
      problems.push(`“${name}” is left out: it mixes objects and other values, or lists plain values.`)
    } else {
      fields.push({ name, property: name, ...inferScalar(values, isText) })
    }
  }
  return { fields, problems }

  function addRelation(
    relation: NonNullable<InferredField["relation"]>,
    related: readonly DataRecord[],
  ): void {
    for (const property of namesOf(related)) {
      const values = related.map((record) => record[property] ?? null)
      const path = `${relation.name}.${property}`
      if (!isName(property) || values.some((value) => typeof value === "object" && value !== null))
        problems.push(`“${path}” is left out: relations cannot be nested.`)
      else fields.push({ name: path, property, relation, ...inferScalar(values, isText) })
    }
  }
}

function inferScalar(
  values: readonly unknown[],
  isText: boolean,
): Pick<InferredField, "type" | "nullable" | "caseSensitive" | "texts"> {
  const present = values.filter((value) => value !== null)
  const distinct = [...new Set(present.map(String))]
  const texts = distinct.slice(0, 200)
  const type = typeOf(present, distinct, isText)
  return { type, nullable: present.length < values.length, caseSensitive: true, texts }
}

/** Types of texts, the most specific first. */
const textTypes: readonly (readonly [FieldTypeName, RegExp])[] = [
  ["uuid", /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ["date", /^\d{4}-\d\d-\d\d$/],
  ["datetime", /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i],
]

/** Types of texts in a format that has only texts. */
const writtenTypes: readonly (readonly [FieldTypeName, RegExp])[] = [
  ["boolean", /^(true|false)$/],
  ["integer", /^(0|-?[1-9]\d{0,17})$/],
  ["number", /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/],
]

function typeOf(present: readonly unknown[], distinct: readonly string[], isText: boolean): FieldTypeName {
  if (present.length === 0) return "string"
  if (present.every((value) => typeof value === "boolean")) return "boolean"
  if (present.every((value) => typeof value === "bigint" || Number.isSafeInteger(value))) return "integer"
  if (present.every((value) => typeof value === "number")) return "number"
  const candidates = isText ? [...writtenTypes, ...textTypes] : textTypes
  const found = candidates.find(([, pattern]) => distinct.every((text) => pattern.test(text)))
  if (found !== undefined) return found[0]
  const isEnum = distinct.length <= MAX_ENUM && distinct.length * 2 <= present.length
  return isEnum ? "enum" : "string"
}

function namesOf(records: readonly DataRecord[]): readonly string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))]
}

function isName(name: string): boolean {
  return name !== "" && !name.startsWith("$") && !name.includes(".")
}
