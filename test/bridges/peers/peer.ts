import type { Filter } from "../../../src/index.ts"
import type { Person } from "../../conformance/people.ts"

/** A library that answers filters, by itself or with a database. */
export interface Peer {
  /** Its name and, if it needs one, its form and its database. */
  readonly name: string
  /** What stands for it in tables. */
  readonly short: string
  /** What stands for all peers of its family, if it has one. */
  readonly family?: string
  /** The short name of the peer that evaluates its queries, if another library does. */
  readonly evaluator?: string
  /** Whether a filter is tried. A peer need not have every value, nor relations. */
  takes(filter: Filter): boolean
  /** Replaces the records. */
  load(records: readonly Person[]): Promise<void>
  /**
   * The filter in the form of the peer. It must not throw: this is the work of the comparison, not of the peer.
   *
   * @param text the text of the filter
   */
  prepare(text: string): Query
  close(): Promise<void>
}

/** Finds the ids of the records that match, in any order. What it throws is the peer's answer. */
export type Query = () => Promise<readonly number[]>

/** What a peer finds for a filter: ids in order, or the text or the name of an error. */
export type Answer = { readonly ids: readonly number[] } | { readonly error: string }
