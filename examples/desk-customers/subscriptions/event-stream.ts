import type { ServerResponse } from "node:http"

/** The headers of a stream. No cache or proxy may hold events back. */
export const streamHeaders = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
  // Otherwise the connection could outlive the stream, and a server that closes would wait for it.
  connection: "close",
} as const

/** A response that sends events until the client or the server ends it. */
export class EventStream {
  readonly #response: ServerResponse
  readonly #maxBuffered: number

  /** @param maxBuffered how many bytes may wait for a client that reads slowly */
  constructor(response: ServerResponse, maxBuffered: number) {
    this.#response = response
    this.#maxBuffered = maxBuffered
    response.writeHead(200, streamHeaders)
    // The client sees the headers at once, not with the first event.
    this.keepAlive()
  }

  onClose(listener: () => void): void {
    this.#response.once("close", listener)
  }

  /** Sends the text of an event. A client that reads too slowly is disconnected: the memory of the server is for all. */
  send(text: string): void {
    this.#response.write(text)
    if (this.#response.writableLength > this.#maxBuffered) this.#response.destroy()
  }

  /** Sends a comment. Clients ignore it, and proxies see that the connection is in use. */
  keepAlive(): void {
    this.send(":\n\n")
  }

  end(): void {
    this.#response.end()
  }
}
