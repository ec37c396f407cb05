import { randomBytes } from "node:crypto"
import type { EventStream } from "./event-stream.ts"
import { type CustomerEvent, eventText } from "./events.ts"

/**
 * Numbers events and sends them to the streams that are open. It does not keep them: the number of the last event is
 * enough to tell a client that returns whether it has missed any.
 */
export class EventChannel {
  /** Distinguishes the numbers of this channel from those of an earlier process. */
  readonly #name = randomBytes(6).toString("base64url")
  readonly #streams = new Set<EventStream>()
  #sent = 0
  #closed = false

  get isRead(): boolean {
    return this.#streams.size > 0
  }

  /** @param lastEventId the last event that the client has; undefined if it has none */
  open(stream: EventStream, lastEventId: string | undefined): void {
    if (this.#closed) {
      stream.end()
      return
    }
    this.#streams.add(stream)
    stream.onClose(() => this.#streams.delete(stream))
    const missed = lastEventId === undefined ? this.#sent > 0 : lastEventId !== this.#lastId
    if (missed) stream.send(eventText({ event: "missed", id: this.#lastId, data: {} }))
  }

  send(event: CustomerEvent["event"], data: CustomerEvent["data"]): void {
    this.#sent++
    if (!this.isRead) return
    const text = eventText({ event, id: this.#lastId, data } as CustomerEvent)
    for (const stream of this.#streams) stream.send(text)
  }

  keepAlive(): void {
    for (const stream of this.#streams) stream.keepAlive()
  }

  /** Ends all streams, and those that a request opens late. */
  close(): void {
    this.#closed = true
    for (const stream of this.#streams) stream.end()
    this.#streams.clear()
  }

  get #lastId(): string {
    return `${this.#name}-${this.#sent}`
  }
}
