import type { Span } from "../syntax/span.ts"
import { quoteStep } from "../text/quote.ts"
import { type Hint, hintText } from "./hint.ts"
import type { DiagnosticParams } from "./params.ts"

/** What can be wrong with a filter. A code never changes its meaning. */
export type DiagnosticCode = keyof DiagnosticParams

/** A span with the line and column of its start. */
export interface DiagnosticSpan extends Span {
  /** Line of the start, from 1. */
  readonly line: number
  /** Column of the start in UTF-16 units, from 1. */
  readonly column: number
}

/** The path from the root of a filter to a part of it: names of members and indexes of items. */
export type Path = readonly (string | number)[]

/**
 * The path in the form in which it is shown or sent: a name with a quote, a backslash or a character that does not show
 * is written as a JSON string.
 */
export function shownPath(path: Path): Path {
  return path.map((step) => (typeof step === "string" ? quoteStep(step) : step))
}

/** A diagnostic with this code. */
export interface DiagnosticOf<Code extends DiagnosticCode> {
  readonly code: Code
  /** What is wrong, as a sentence. */
  readonly message: string
  /** The values that the message and the hint contain, for a message in another language. */
  readonly params: DiagnosticParams[Code]
  /** The path to it in the JSON. Its names are those of the input: they may hold any character. */
  readonly path: Path
  /** Its range in the text; absent if the filter was not a text. */
  readonly span?: DiagnosticSpan
  /** What to write instead. */
  readonly hint?: string
}

/** One mistake in a filter. Its `code` determines its `params`. */
export type Diagnostic = { readonly [Code in DiagnosticCode]: DiagnosticOf<Code> }[DiagnosticCode]

/** What a mistake has besides its message. */
interface Details<Code extends DiagnosticCode> {
  readonly params: DiagnosticParams[Code]
  readonly hint?: Hint | undefined
}

type MistakeWith<Code extends DiagnosticCode> = { readonly code: Code; readonly message: string } & (
  | Details<Code>
  /** If the params take a search. It is made only for a mistake that is shown. */
  | { readonly details: () => Details<Code> }
)

/** A mistake with one of these codes, before its place is known. */
export type Mistake<Codes extends DiagnosticCode = DiagnosticCode> = {
  readonly [Code in Codes]: MistakeWith<Code>
}[Codes]

/** Makes the diagnostic of a mistake. */
export function diagnostic(mistake: Mistake, path: Path, span?: DiagnosticSpan): Diagnostic
export function diagnostic<Code extends DiagnosticCode>(
  mistake: MistakeWith<Code>,
  path: Path,
  span?: DiagnosticSpan,
): DiagnosticOf<Code> {
  const { code, message } = mistake
  const { params, hint: given }: Details<Code> = "details" in mistake ? mistake.details() : mistake
  const hint = hintText(given)
  return {
    code,
    message,
    params,
    path,
    ...(hint !== undefined && { hint }),
    ...(span !== undefined && { span }),
  }
}
