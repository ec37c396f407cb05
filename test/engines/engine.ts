import type { FieldTypeName, Filter } from "../../src/index.ts"
import type { BackendName } from "../conformance/case.ts"
import type { Person, people } from "../conformance/people.ts"
import type { EngineName } from "./engines.ts"

/** A program that holds records and answers filters. */
export interface Engine {
  /** The backend that compiles the filters. */
  readonly backend: BackendName
  /** The engine that runs the result. */
  readonly name: EngineName
  /** The type of field for which the engine has no columns. */
  readonly lacks?: FieldTypeName
  /** Replaces the records. */
  load(records: readonly Person[]): Promise<void>
  /** The ids of the records that match the filter, in order. */
  find(filter: Filter<typeof people>): Promise<number[]>
  close(): Promise<void>
}

/** The digits of a second in a date-time column. The records have no finer date-times. */
export type Digits = 0 | 3 | 6 | 9
