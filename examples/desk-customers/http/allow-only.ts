import type { FastifyInstance, HTTPMethods } from "fastify"
import { refusal } from "./errors.ts"

/** Responds with 405 to every other method. */
export function allowOnly(
  server: FastifyInstance,
  url: string,
  allowed: "GET" | "PATCH" | "POST" | "DELETE",
): void {
  const methods = allowed === "GET" ? ["GET", "HEAD"] : [allowed]
  server.route({
    method: server.supportedMethods.filter((method) => !methods.includes(method)) as HTTPMethods[],
    url,
    handler: () => {
      const detail = `This URL supports ${methods.join(" and ")} only`
      throw refusal(405, "method-not-allowed", detail, { allow: methods.join(", ") })
    },
  })
}
