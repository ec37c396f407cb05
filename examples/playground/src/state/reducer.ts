import type { DialectName } from "desk-filter/sql"
import type { SampleName } from "../data/samples.ts"
import type { FieldEdit, PanelName, State } from "./state.ts"

export type Action =
  | { readonly type: "write"; readonly text: string }
  | { readonly type: "pick-sample"; readonly name: SampleName; readonly text: string }
  | { readonly type: "paste"; readonly text: string }
  | { readonly type: "edit-field"; readonly name: string; readonly edit: FieldEdit }
  | { readonly type: "pick-dialect"; readonly dialect: DialectName }
  | { readonly type: "toggle-panel"; readonly panel: PanelName; readonly isOpen: boolean }
  | { readonly type: "pick-record"; readonly record: number | undefined }
  | { readonly type: "restore"; readonly state: State }

export function reducer(state: State, action: Action): State {
  switch (action.type) {
    case "write":
      return { ...state, text: action.text }
    case "pick-sample": {
      const source = { kind: "sample", name: action.name } as const
      return { ...state, source, text: action.text, fieldEdits: {}, record: undefined }
    }
    case "paste":
      return { ...state, source: { kind: "pasted", text: action.text }, fieldEdits: {}, record: undefined }
    case "edit-field": {
      const edit = { ...state.fieldEdits[action.name], ...action.edit }
      return { ...state, fieldEdits: { ...state.fieldEdits, [action.name]: edit } }
    }
    case "pick-dialect":
      return { ...state, dialect: action.dialect }
    case "toggle-panel": {
      const others = state.open.filter((name) => name !== action.panel)
      if (action.isOpen === state.open.includes(action.panel)) return state
      return { ...state, open: action.isOpen ? [...others, action.panel] : others }
    }
    case "pick-record":
      return { ...state, record: action.record }
    case "restore":
      return action.state
  }
}
