import { once } from "node:events"
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "vitest"
import { EventChannel } from "../../../examples/desk-customers/subscriptions/event-channel.ts"
import { EventStream } from "../../../examples/desk-customers/subscriptions/event-stream.ts"

/** Larger than what the buffers of the operating system take. */
const LARGE = 16 * 1024 * 1024
const MAX_BUFFERED = 1024 * 1024

test("a client that does not read is disconnected, and the others go on", async () => {
  const channel = new EventChannel()
  const responses: ServerResponse[] = []
  const server = createServer((_, response) => {
    responses.push(response)
    channel.open(new EventStream(response, MAX_BUFFERED), undefined)
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  const connect = async (): Promise<IncomingMessage> => {
    const [response] = await once(get({ port, host: "127.0.0.1", agent: false }), "response")
    return response
  }
  const slow = await connect()
  const quick = await connect()
  // It reads nothing: a response that no listener reads stays paused.
  let failure: unknown
  slow.on("error", (error) => {
    failure = error
  })
  let received = 0
  quick.on("data", ({ length }: Buffer) => {
    received += length
  })

  const data = {
    subscription: "s",
    customer: { id: 1, type: "customers" },
    jobId: "j".repeat(100_000),
  } as const
  let sent = 0
  let buffered = 0
  while (sent < LARGE) {
    channel.send("entered", data)
    sent += data.jobId.length
    buffered = Math.max(buffered, responses[0]?.writableLength ?? 0)
    const goal = sent
    await expect.poll(() => received, { interval: 1 }).toBeGreaterThan(goal)
  }
  expect(responses[0]?.destroyed).toBe(true)
  expect(responses[1]?.destroyed).toBe(false)
  // The server held no more than the bound and one event.
  expect(buffered).toBeGreaterThan(0)
  expect(buffered).toBeLessThan(MAX_BUFFERED + 2 * data.jobId.length)
  const closed = new Promise((resolve) => slow.once("close", resolve))
  slow.resume()
  await closed
  expect(failure).toMatchObject({ code: "ECONNRESET" })

  channel.close()
  await once(quick, "end")
  // A stream that is opened too late ends at once.
  const late = await connect()
  late.resume()
  await once(late, "end")
  server.close()
})
