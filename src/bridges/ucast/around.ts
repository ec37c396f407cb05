import type { DecidingNulls } from "./deciding-nulls.ts"

/** What is around a condition. */
export interface Around {
  /** Whether the records are asked for that do not match. */
  readonly isNegated: boolean
  readonly nulls: DecidingNulls | undefined
  /** Inside of elemMatch: whether the related record is asked for that does not match. */
  readonly row: { readonly isNegated: boolean } | undefined
}
