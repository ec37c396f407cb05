import type { Completion } from "./completion.ts"
import type { Snippet } from "./snippet.ts"

/** A completion before its edit is made. */
export interface Candidate extends Pick<Completion, "label" | "kind" | "detail" | "documentation"> {
  /** The value that it writes. */
  readonly value: Snippet
}

/** A completion of a member: a name and its value. */
export interface MemberCandidate<Name extends string = string> extends Candidate {
  readonly name: Name
}
