import { STATUS_CODES } from "node:http"
import type { Diagnostic, FilterError } from "desk-filter"

/** The location of an error: a query parameter, or a JSON Pointer (RFC 6901) into the body. */
export type Source =
  | { readonly parameter: string }
  | { readonly pointer: string; readonly path?: Diagnostic["path"] }

/** One error in a response. */
export interface ApiError {
  readonly code: string
  readonly title: string
  readonly detail: string
  /** For a filter, also the path in the filter, the span in its text, and the hint. */
  readonly source?: Source & Partial<Pick<Diagnostic, "path" | "span" | "hint">>
}

/** An error whose details the caller may see. */
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

/** The body of an error response. It contains only the errors. */
export function errorBody(errors: readonly ApiError[]): { readonly errors: readonly ApiError[] } {
  return { errors }
}

/** The standard reason phrase of a status. */
export function titleOf(status: number): string {
  return STATUS_CODES[status] ?? "Error"
}

/** Converts the diagnostics of a filter or a value. */
export function errorsOf({ diagnostics }: FilterError, source: Source): ApiError[] {
  return diagnostics.map(({ code, message, path, span, hint }) => ({
    code,
    title: titleOf(400),
    detail: message,
    source: { path, ...source, ...(span && { span }), ...(hint !== undefined && { hint }) },
  }))
}

/** The error for a request that is rejected for one reason. */
export function refusal(
  status: number,
  code: string,
  detail: string,
  headers?: Readonly<Record<string, string>>,
): RequestError {
  return new RequestError(status, [{ code, title: titleOf(status), detail }], headers)
}
