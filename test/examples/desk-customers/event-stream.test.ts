import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "vitest"
import { visibleCustomers } from "../../../examples/desk-customers/customers/schema.ts"
import { EventChannel } from "../../../examples/desk-customers/subscriptions/event-channel.ts"
import { EventStream } from "../../../examples/desk-customers/subscriptions/event-stream.ts"
import { MAX_BUFFERED, MAX_PER_TENANT } from "../../../examples/desk-customers/subscriptions/subscriptions.ts"
import { TenantSubscriptions } from "../../../examples/desk-customers/subscriptions/tenant-subscriptions.ts"
import { parseFilter } from "../../../src/index.ts"

/** Larger than what the buffers of the operating system take. */
const LARGE = 32 * 1024 * 1024

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

test("one change may have an event for each subscription of a tenant", async () => {
  const tenant = new TenantSubscriptions(1)
  const filter = parseFilter(visibleCustomers, {})
  for (let i = 0; i < MAX_PER_TENANT; i++) tenant.add({ filter, includeArchived: false })
  const server = createServer((_, response) => {
    tenant.channel.open(new EventStream(response, MAX_BUFFERED), undefined)
    const before = { tenantId: 1, id: 1, state: "archived" }
    const after = { ...before, state: "active" }
    tenant.follow({ id: 1, jobId: randomUUID(), customerId: 1, before, after })
    tenant.close()
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}`)
  expect((await response.text()).match(/^event: entered$/gm)).toHaveLength(MAX_PER_TENANT)
  server.close()
})
