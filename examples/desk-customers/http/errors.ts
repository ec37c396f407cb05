import { STATUS_CODES } from "node:http"
import type { Diagnostic, FilterError } from "desk-filter"

/** Where in the request a mistake is: in a parameter of the query, or at a place in the body (RFC 6901). */
export type Source =
  | { readonly parameter: string }
  | { readonly pointer: string; readonly path?: Diagnostic["path"] }

/** One mistake, as it is answered. */
export interface ApiError {
  readonly code: string
  readonly title: string
  readonly detail: string
  /** For a filter: also where in the filter, where in its text, and what to write instead. */
  readonly source?: Source & Partial<Pick<Diagnostic, "path" | "span" | "hint">>
}

/** Ends a request with errors that are the caller's to read. */
export class RequestError extends Error {
  override readonly name = "RequestError"

  constructor(
    readonly status: number,
    readonly errors: readonly ApiError[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(errors.map(({ detail }) => detail).join("\n"))
  }
}

/** What an error answers with: nothing but what it was made of. */
export function errorBody(errors: readonly ApiError[]): { readonly errors: readonly ApiError[] } {
  return { errors }
}

/** The standard's words for a status. */
export function titleOf(status: number): string {
  return STATUS_CODES[status] ?? "Error"
}

/** What the library found wrong with a filter, or with a value. */
export function errorsOf({ diagnostics }: FilterError, source: Source): ApiError[] {
  return diagnostics.map(({ code, message, path, span, hint }) => ({
    code,
    title: titleOf(400),
    detail: message,
    source: { path, ...source, ...(span && { span }), ...(hint !== undefined && { hint }) },
  }))
}

/** A request that cannot be answered, for one reason. */
export function refusal(
  status: number,
  code: string,
  detail: string,
  headers?: Readonly<Record<string, string>>,
): RequestError {
  return new RequestError(status, [{ code, title: titleOf(status), detail }], headers)
}
