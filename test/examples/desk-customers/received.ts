import { CustomersClient, type EventOptions } from "../../../examples/desk-customers/client.ts"
import type { ChangeEvent, CustomerEvent } from "../../../examples/desk-customers/subscriptions/events.ts"

/** The events that a client has received. */
export class Received {
  readonly all: CustomerEvent[] = []
  /** Resolves when the server has ended the stream, and rejects when the connection broke. */
  readonly ended: Promise<void>
  /** Called after the next event. */
  readonly #waiting: (() => void)[] = []

  private constructor(events: AsyncGenerator<CustomerEvent, void>) {
    this.ended = this.#read(events)
    // A test that does not wait for the end does not care how it comes.
    this.ended.catch(() => {})
  }

  /** Opens a stream. Once this returns, no event is missed. */
  static async open(address: string, key: string, options: EventOptions = {}): Promise<Received> {
    return new Received(await new CustomersClient(address, key).events(options))
  }

  /** The customers that entered or left, in the order of the events: `entered 5`. */
  get changes(): readonly string[] {
    return this.#changes().map(({ event, data }) => `${event} ${data.customer.id}`)
  }

  /** The events of one update, each as `subscription entered 5`, sorted. */
  of(jobId: string): readonly string[] {
    return this.#changes()
      .filter(({ data }) => data.jobId === jobId)
      .map(({ event, data }) => `${data.subscription} ${event} ${data.customer.id}`)
      .sort()
  }

  /** Waits until a subscription has had an event of this kind. */
  async until(event: CustomerEvent["event"], subscription?: string): Promise<void> {
    const isIt = (one: CustomerEvent) =>
      one.event === event &&
      (subscription === undefined || (one.event !== "missed" && one.data.subscription === subscription))
    // Each event is looked at once: there can be many thousands.
    for (let looked = 0; !this.all.slice(looked).some(isIt); ) {
      looked = this.all.length
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
      })
    }
  }

  #changes(): readonly ChangeEvent[] {
    return this.all.filter((event): event is ChangeEvent => event.event !== "missed")
  }

  async #read(events: AsyncGenerator<CustomerEvent, void>): Promise<void> {
    for await (const event of events) {
      this.all.push(event)
      for (const resolve of this.#waiting.splice(0)) resolve()
    }
  }
}
