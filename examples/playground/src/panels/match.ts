import type { Filter, Schema } from "desk-filter"
import { toPredicate } from "desk-filter/predicate"
import type { DataRecord } from "../data/dataset.ts"
import { messageOf } from "../message-of.ts"

/** Whether a record matches, or why the predicate cannot read it. */
export type Match = boolean | { readonly problem: string }

export function matchesOf(filter: Filter<Schema>, records: readonly DataRecord[]): readonly Match[] {
  const matches = toPredicate<DataRecord>(filter)
  return records.map((record) => {
    try {
      return matches(record)
    } catch (error) {
      return { problem: messageOf(error) }
    }
  })
}

/** How many records match, in words. */
export function countOf(matches: readonly Match[]): string {
  const count = matches.filter((match) => match === true).length
  const unread = matches.filter((match) => typeof match === "object").length
  const records = matches.length === 1 ? "record" : "records"
  const note = unread === 0 ? "" : `, ${unread} cannot be read`
  return `${count} of ${matches.length} ${records} match${note}`
}
