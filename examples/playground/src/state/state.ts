import type { FieldTypeName } from "desk-filter"
import type { DialectName } from "desk-filter/sql"
import type { SampleName } from "../data/samples.ts"

/** Where the records come from. */
export type Source =
  | { readonly kind: "sample"; readonly name: SampleName }
  | { readonly kind: "pasted"; readonly text: string }

/** What the user changed about an inferred field. */
export interface FieldEdit {
  readonly type?: FieldTypeName
  readonly nullable?: boolean
  readonly caseSensitive?: boolean
}

export type FieldEdits = Readonly<Record<string, FieldEdit>>

export const panelNames = ["mistakes", "meaning", "records", "query", "sql", "databases", "tree"] as const

export type PanelName = (typeof panelNames)[number]

/** Everything that a link restores. */
export interface State {
  readonly text: string
  readonly source: Source
  readonly fieldEdits: FieldEdits
  readonly dialect: DialectName
  readonly open: readonly PanelName[]
  /** The index of the record that the page explains. */
  readonly record: number | undefined
}

export const initialState: State = {
  text: `{
  "state": "active",
  "createdAt": { "$gte": "2024-01-01" },
  "contacts.value": { "$contains": "@example.com" }
}`,
  source: { kind: "sample", name: "customers" },
  fieldEdits: {},
  dialect: "postgres",
  open: ["mistakes", "meaning", "records", "query", "sql", "databases"],
  record: undefined,
}
