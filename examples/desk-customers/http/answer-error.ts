import type { Socket } from "node:net"
import { FilterError } from "desk-filter"
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify"
import { errorBody, errorsOf, RequestError, refusal, titleOf } from "./errors.ts"

/** Answers what a route threw. What is not the caller's mistake is logged and told to nobody. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, errors, headers } = asRequestError(error, request)
  return reply.code(status).headers(headers).send(errorBody(errors))
}

function asRequestError(error: unknown, request: FastifyRequest): RequestError {
  if (error instanceof RequestError) return error
  // A filter that was right may still be more than the database takes.
  if (error instanceof FilterError) return new RequestError(400, errorsOf(error, { parameter: "filter" }))
  const { statusCode } = error as Partial<FastifyError>
  const known = statusCode === undefined ? undefined : KNOWN[statusCode]
  if (statusCode !== undefined && known !== undefined) return refusal(statusCode, ...known)
  request.log.error(error)
  return refusal(500, "internal", "Something failed here, and was logged")
}

/** What the framework refuses by itself, by status. */
const KNOWN: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ["bad-request", "The request cannot be read: its body has to be JSON, and its URL percent-encoded"],
  413: ["body-too-large", "The body is too large"],
  414: ["url-too-long", "A part of the path is too long"],
  415: ["unsupported-media-type", "The body has to be sent as application/json"],
}

/** What Node cannot read as a request, by its code. */
const UNREADABLE: Readonly<Record<string, readonly [status: number, code: string, detail: string]>> = {
  HPE_INVALID_URL: [400, "bad-request", "The URL has characters in it that have to be percent-encoded"],
  HPE_HEADER_OVERFLOW: [431, "headers-too-large", "URL and headers are too long together"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "timeout", "The request took too long to come"],
}

/** Answers what is no request at all, which no route and no framework sees. */
export function answerUnreadable({ code = "" }: Error & { readonly code?: string }, socket: Socket): void {
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, errors } = refusal(...(UNREADABLE[code] ?? [400, "bad-request", "This is no HTTP request"]))
  const body = JSON.stringify(errorBody(errors))
  socket.end(
    `HTTP/1.1 ${status} ${titleOf(status)}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
