import type { Reference } from "../database/generate.ts"

/** What happened to the customers of a subscription. */
export const changeEvents = ["entered", "left"] as const

/** The names of all events. */
export const eventNames = [...changeEvents, "missed"] as const

/** A customer began to match the filter of a subscription, or no longer matches it. */
export interface ChangeEvent {
  readonly event: (typeof changeEvents)[number]
  readonly id: string
  readonly data: {
    readonly subscription: string
    readonly customer: Reference<"customers">
    /** The update that changed the customer. */
    readonly jobId: string
  }
}

/** There may have been events that the client did not get. It should list the customers again. */
export interface MissedEvent {
  readonly event: "missed"
  readonly id: string
  readonly data: Readonly<Record<string, never>>
}

/** An event of a stream. */
export type CustomerEvent = ChangeEvent | MissedEvent

/** The text of an event in a stream, as the HTML standard defines it. JSON has no line breaks, so it is one line. */
export function eventText({ event, id, data }: CustomerEvent): string {
  return `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`
}
