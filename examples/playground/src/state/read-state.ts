import type { FieldTypeName } from "desk-filter"
import type { DialectName } from "desk-filter/sql"
import { isRecord } from "../data/dataset.ts"
import { isSampleName } from "../data/samples.ts"
import {
  type FieldEdit,
  type FieldEdits,
  initialState,
  panelNames,
  type Source,
  type State,
} from "./state.ts"

/** A state from a link, and what of it could not be used. */
export interface Restored {
  readonly state: State
  readonly problems: readonly string[]
}

const typeNames: Readonly<Record<FieldTypeName, true>> = {
  integer: true,
  number: true,
  string: true,
  boolean: true,
  enum: true,
  datetime: true,
  reference: true,
  opaque: true,
  uuid: true,
  decimal: true,
  date: true,
}

const dialectNames: Readonly<Record<DialectName, true>> = {
  postgres: true,
  mysql: true,
  mariadb: true,
  sqlite: true,
  duckdb: true,
  clickhouse: true,
}

/** Reads an untrusted value. A part that is missing or invalid keeps its initial value. */
export function readState(value: unknown): Restored {
  const problems: string[] = []
  if (!isRecord(value)) return { state: initialState, problems: ["The link does not hold a filter."] }
  const part = <T>(name: keyof State, read: (value: unknown) => T | undefined): T | undefined => {
    if (!Object.hasOwn(value, name)) return undefined
    const result = read(value[name])
    if (result === undefined) problems.push(`The link has an invalid value for “${name}”, which is ignored.`)
    return result
  }
  const state: State = {
    text: part("text", (text) => (typeof text === "string" ? text : undefined)) ?? initialState.text,
    source: part("source", readSource) ?? initialState.source,
    fieldEdits: part("fieldEdits", readFieldEdits) ?? {},
    dialect: part("dialect", (name) => keyOf(dialectNames, name)) ?? initialState.dialect,
    open: part("open", readOpen) ?? initialState.open,
    record: part("record", (index) => (isIndex(index) ? index : undefined)),
  }
  return { state, problems }
}

function readSource(value: unknown): Source | undefined {
  if (!isRecord(value)) return undefined
  if (value.kind === "sample" && isSampleName(value.name)) return { kind: "sample", name: value.name }
  if (value.kind === "pasted" && typeof value.text === "string") return { kind: "pasted", text: value.text }
  return undefined
}

function readFieldEdits(value: unknown): FieldEdits | undefined {
  if (!isRecord(value)) return undefined
  const edits = Object.entries(value).map(([name, edit]) => [name, readFieldEdit(edit)] as const)
  if (edits.some(([, edit]) => edit === undefined)) return undefined
  return Object.fromEntries(edits) as FieldEdits
}

function readFieldEdit(value: unknown): FieldEdit | undefined {
  if (!isRecord(value)) return undefined
  const type = keyOf(typeNames, value.type)
  const { nullable, caseSensitive } = value
  return {
    ...(type !== undefined && { type }),
    ...(typeof nullable === "boolean" && { nullable }),
    ...(typeof caseSensitive === "boolean" && { caseSensitive }),
  }
}

function readOpen(value: unknown): State["open"] | undefined {
  return Array.isArray(value) ? panelNames.filter((name) => value.includes(name)) : undefined
}

function keyOf<Name extends string>(names: Readonly<Record<Name, true>>, value: unknown): Name | undefined {
  return typeof value === "string" && Object.hasOwn(names, value) ? (value as Name) : undefined
}

function isIndex(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0
}
