import type { Filter } from "../../src/index.ts"
import type { Person, people } from "../conformance/people.ts"

/** A database that holds records and answers filters. */
export interface Engine {
  /** Puts these records in the place of those before. */
  load(records: readonly Person[]): Promise<void>
  /** The ids of the records that the filter keeps, in order. */
  find(filter: Filter<typeof people>): Promise<number[]>
  close(): Promise<void>
}

/** The date-times of records go into a column of this many digits of a second; finer ones are cut before they are stored. */
export type Digits = 0 | 3 | 6 | 9
