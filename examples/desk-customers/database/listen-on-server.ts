import pg from "pg"
import type { Listen, Listener } from "./listen.ts"

/** How long to wait before the next attempt to connect, in milliseconds. */
const RETRY_AFTER = 1000

/**
 * How often to ask whether the connection still works, in milliseconds, and how long to wait for the answer. A listener
 * only waits, so it would never notice a network that drops its packets.
 */
const CHECK_AFTER = 30_000

/** Listens on a PostgreSQL server, with a connection of its own: a pool may close an idle connection. */
export function listenOnServer(url: string): Listen {
  return async (channel, listener) => {
    const connection = new ListeningConnection(url, channel, listener)
    await connection.open()
    return () => connection.close()
  }
}

class ListeningConnection {
  readonly #url: string
  readonly #channel: string
  readonly #listener: Listener
  #client: pg.Client | undefined
  #later: NodeJS.Timeout | undefined
  #closed = false

  constructor(url: string, channel: string, listener: Listener) {
    this.#url = url
    this.#channel = channel
    this.#listener = listener
  }

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: CHECK_AFTER,
      query_timeout: CHECK_AFTER,
    })
    client.on("notification", ({ payload = "" }) => this.#listener.heard(payload))
    client.on("error", (error) => this.#lose(client, error))
    // A server that shuts down ends the connection without an error.
    client.on("end", () => this.#lose(client, new Error("The server ended the connection that listens")))
    try {
      await client.connect()
      await client.query(`LISTEN ${pg.escapeIdentifier(this.#channel)}`)
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
    // Before this line, a loss of the connection is an error of the opening, and nothing else.
    this.#client = client
    this.#checkLater(client)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#later)
    const client = this.#client
    this.#client = undefined
    await client?.end()
  }

  #checkLater(client: pg.Client): void {
    if (this.#client !== client) return
    this.#later = setTimeout(() => {
      client.query("SELECT 1").then(
        () => this.#checkLater(client),
        (error) => this.#lose(client, error),
      )
    }, CHECK_AFTER).unref()
  }

  #lose(client: pg.Client, error: unknown): void {
    // One loss causes several events.
    if (this.#client !== client) return
    this.#client = undefined
    clearTimeout(this.#later)
    this.#listener.lost(error)
    // The connection is gone, so there is nobody to hear of a failure.
    client.end().catch(() => {})
    this.#reopenLater()
  }

  #reopenLater(): void {
    if (this.#closed) return
    this.#later = setTimeout(async () => {
      try {
        await this.open()
      } catch (error) {
        this.#listener.lost(error)
        this.#reopenLater()
        return
      }
      if (this.#closed) await this.close()
      else this.#listener.resumed()
    }, RETRY_AFTER).unref()
  }
}
