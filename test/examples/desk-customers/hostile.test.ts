import { once } from "node:events"
import { connect } from "node:net"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { readUpdate } from "../../../examples/desk-customers/customers/update-request.ts"
import { ApiKeys } from "../../../examples/desk-customers/http/keys.ts"
import { Mistakes } from "../../../examples/desk-customers/http/mistakes.ts"
import { Parameters } from "../../../examples/desk-customers/http/parameters.ts"
import { makeServer } from "../../../examples/desk-customers/server.ts"
import { type Served, serve } from "./serve.ts"

let served: Served
beforeAll(async () => {
  served = await serve(5)
})
afterAll(() => served?.close())

describe("a body", () => {
  const patch = async (body: string | Uint8Array) => {
    const response = await fetch(`${served.address}/desk/api/v2/customers/update.json?allowAll=true`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${served.keys.north}`, "content-type": "application/json" },
      body: body as BodyInit,
    })
    const { errors } = (await response.json()) as { errors?: readonly { code: string; detail: string }[] }
    return { status: response.status, errors: errors?.map(({ code, detail }) => [code, detail]) }
  }

  test.each([
    ['{"phone":"1","phone":"2"}', "phone"],
    ['{"phone":"1","phone":"1"}', "phone"],
    ['{"phone":"1","ph\\u006fne":"1"}', "phone"],
    ['{"filter_args":{"filter":{"id":1},"filter":{}},"phone":"1"}', "filter"],
    ['{"filter_args":{"filter":{"$or":[{"id":1},{"id":2,"id":3}]}},"phone":"1"}', "id"],
  ])("with a name twice in one object is refused: %s", async (body, name) => {
    expect(await patch(body)).toEqual({
      status: 400,
      errors: [["duplicate-key", `The body has the name "${name}" more than once in one object`]],
    })
  })

  test("may have a name in several objects, and as a value", async () => {
    const body =
      '{"filter_args":{"filter":{"$or":[{"id":1},{"id":2}]}},"phone":"phone","state":"phone:{\\"phone"}'
    expect(await patch(body)).toEqual({ status: 200, errors: undefined })
  })

  test("that is not UTF-8 is refused", async () => {
    expect(await patch(Buffer.from('{"phone":"caf\xe9"}', "latin1"))).toEqual({
      status: 400,
      errors: [["invalid-encoding", "The body is not UTF-8"]],
    })
  })

  test("of 200,000 nested lists is refused", async () => {
    const { status, errors } = await patch(`{"phone":${"[".repeat(100_000)}${"]".repeat(100_000)}}`)
    expect([status, errors?.length]).toEqual([400, 1])
  })
})

describe("only as many mistakes are collected as a response has", () => {
  test.each<[string, (mistakes: Mistakes) => void]>([
    ["unknown properties", () => readUpdate("", Object.fromEntries(many.map((i) => [`unknown${i}`, i])))],
    [
      "values of the wrong type",
      () => readUpdate("", { filter_args: Object.fromEntries(many.map((i) => [i, i])) }),
    ],
    [
      "unknown parameters",
      (mistakes) => new Parameters(new URLSearchParams(many.map((i) => [`unknown${i}`, ""])), [], mistakes),
    ],
    [
      "unknown words",
      (mistakes) =>
        new Parameters(new URLSearchParams({ includes: many.join() }), ["includes"], mistakes).someOf(
          "includes",
          [],
        ),
    ],
  ])("%s", (_, read) => {
    const report = vi.spyOn(Mistakes.prototype, "report")
    try {
      const mistakes = new Mistakes()
      expect(() => {
        read(mistakes)
        mistakes.check()
      }).toThrow()
      expect(report.mock.calls.length).toBeGreaterThanOrEqual(100)
      // A filter that is missing, and a body without properties, are reported apart from the loops.
      expect(report.mock.calls.length).toBeLessThanOrEqual(103)
    } finally {
      report.mockRestore()
    }
  })

  const many = Array.from({ length: 20_000 }, (_, i) => i)
})

test("a request that does not arrive in time is answered with 408", async () => {
  const { database } = served
  const server = makeServer({ database, keys: new ApiKeys(), requestTimeout: 100 })
  const { port, hostname } = new URL(await server.listen({ port: 0, host: "127.0.0.1" }))
  const answer = await new Promise<string>((resolve, reject) => {
    let received = ""
    const socket = connect(Number(port), hostname, () =>
      socket.write("GET /openapi.json HTTP/1.1\r\nHost: x\r\n"),
    )
    socket.on("data", (data) => {
      received += data
    })
    socket.on("close", () => resolve(received))
    socket.on("error", reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
  expect(answer).toContain('"code":"timeout"')
  await server.close()
})

test("a connection without a request does not keep a server from closing", async () => {
  const { database } = served
  const server = makeServer({ database, keys: new ApiKeys() })
  const { port, hostname } = new URL(await server.listen({ port: 0, host: "127.0.0.1" }))
  const accepted = once(server.server, "connection")
  const socket = connect(Number(port), hostname)
  await accepted
  const ended = once(socket, "close")
  await server.close()
  await ended
})
