/** What happens on a channel of PostgreSQL's LISTEN and NOTIFY. */
export interface Listener {
  /** A transaction that called `pg_notify` has committed. */
  readonly heard: (payload: string) => void
  /** The connection was lost and is back. Notifications of the time between are lost. */
  readonly resumed: () => void
  /** The connection was lost. The error is for the log. */
  readonly lost: (error: unknown) => void
}

/** Listens on a channel until the returned function is called. Once the promise resolves, no notification is missed. */
export type Listen = (channel: string, listener: Listener) => Promise<() => Promise<void>>
