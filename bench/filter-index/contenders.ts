import type { Filter } from "desk-filter"
import { filterIndex } from "desk-filter/filter-index"
import { toPredicate } from "desk-filter/predicate"
import { type Ticket, tickets } from "./tickets.ts"
import type { TicketFilter, Workload } from "./workloads.ts"

/** A filter as somebody wrote it, and as this package checked it. */
export interface Saved {
  readonly written: TicketFilter
  readonly filter: Filter<typeof tickets>
}

/** Finds the filters that match a record. */
export interface Matcher {
  /** What the contender answers for a record that is prepared. A timing measures this only. */
  readonly match: (record: object) => unknown
  /** The places of the filters in an answer. */
  readonly placesIn: (answer: unknown) => readonly number[]
}

/** A library, or a mode of this one, that finds the filters that match a record. */
export interface Contender {
  readonly name: string
  /** How many filters it gets at most, and how many records. Slow ones get fewer. */
  readonly filters: number
  readonly records: number
  /** What it cannot express, with the reason. */
  readonly without?: Readonly<Partial<Record<Workload, string>>>
  /** The record in the form that it needs. This is not timed. */
  readonly prepare: (ticket: Ticket) => object
  readonly build: (saved: readonly Saved[]) => Matcher
}

/** A loop over compiled predicates. */
export function loop(tests: readonly ((record: object) => boolean)[]): Matcher {
  return {
    match: (record) => {
      const found: number[] = []
      for (let i = 0; i < tests.length; i++) if (tests[i]?.(record)) found.push(i)
      return found
    },
    placesIn: (answer) => answer as readonly number[],
  }
}

const ours = { filters: Number.POSITIVE_INFINITY, prepare: (ticket: Ticket) => ticket } as const

export const INDEX: Contender = {
  ...ours,
  name: "filterIndex",
  records: 240,
  build: (saved) => {
    const index = indexOf(saved)
    return { match: (record) => index.match(record as Ticket), placesIn: (found) => found as number[] }
  },
}

export const CLOSURES: Contender = {
  ...ours,
  name: "loop over closures",
  records: 240,
  build: (saved) => loop(saved.map(({ filter }) => toPredicate<object>(filter))),
}

export const GENERATED: Contender = {
  ...ours,
  name: "loop over generated code",
  records: 240,
  build: (saved) => loop(saved.map(({ filter }) => toPredicate<object>(filter, { jit: true }))),
}

/** The index of the filters, with their places as ids. */
export function indexOf(saved: readonly Saved[]) {
  const index = filterIndex<typeof tickets, number>(tickets)
  for (let i = 0; i < saved.length; i++) index.set(i, (saved[i] as Saved).filter)
  return index
}
