import type { Socket } from "node:net"
import { FilterError } from "desk-filter"
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify"
import { errorBody, errorsOf, RequestError, refusal, titleOf } from "./errors.ts"

/** Sends the response for an error that a route threw. The log alone receives the details of internal errors. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, errors, headers } = asRequestError(error, request)
  return reply.code(status).headers(headers).send(errorBody(errors))
}

function asRequestError(error: unknown, request: FastifyRequest): RequestError {
  if (error instanceof RequestError) return error
  // A valid filter can still exceed a limit of the database.
  if (error instanceof FilterError) return new RequestError(400, errorsOf(error, { parameter: "filter" }))
  const { statusCode, code } = error as Partial<FastifyError>
  if (code === QUERY_CANCELED)
    return refusal(503, "timeout", "The search took too long: send a filter that selects fewer customers")
  const known = statusCode === undefined ? undefined : KNOWN[statusCode]
  if (statusCode !== undefined && known !== undefined) return refusal(statusCode, ...known)
  request.log.error(error)
  return refusal(500, "internal", "An internal error occurred. The server has logged it")
}

/** PostgreSQL ended a statement that ran for longer than `statement_timeout`. */
const QUERY_CANCELED = "57014"

/** Errors of the framework itself, by status. */
const KNOWN: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ["bad-request", "The body must be JSON and the URL must be percent-encoded"],
  413: ["body-too-large", "The body is too large"],
  414: ["url-too-long", "A part of the path is too long"],
  415: ["unsupported-media-type", "The content type of the body must be application/json"],
}

/** Requests that Node's HTTP parser rejects, by the code of its error. */
const PARSER_ERRORS: Readonly<Record<string, readonly [status: number, code: string, detail: string]>> = {
  HPE_INVALID_URL: [400, "bad-request", "The URL contains characters that must be percent-encoded"],
  HPE_HEADER_OVERFLOW: [431, "headers-too-large", "The URL and the headers are too long"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "timeout", "The request took too long to arrive"],
}

/** Responds to a request that Node cannot parse. The framework never sees it. */
export function answerUnreadable({ code = "" }: Error & { readonly code?: string }, socket: Socket): void {
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, errors } = refusal(
    ...(PARSER_ERRORS[code] ?? [400, "bad-request", "The request is not valid HTTP"]),
  )
  const body = JSON.stringify(errorBody(errors))
  socket.end(
    `HTTP/1.1 ${status} ${titleOf(status)}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
