import type { CustomerEvent } from "./events.ts"

/**
 * Reads the events of a stream, for clients. `EventSource` of browsers reads the same format, but cannot send an API
 * key. This server ends each line with a line feed, and writes each field of an event once and in one line.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<CustomerEvent, void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ""
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const blocks = `${rest}${decoder.decode(chunk.value, { stream: true })}`.split("\n\n")
      rest = blocks.pop() ?? ""
      for (const block of blocks) {
        const { event, id, data } = fieldsOf(block)
        // A block without data is a comment.
        if (data !== undefined) yield { event, id, data: JSON.parse(data) } as CustomerEvent
      }
    }
  } finally {
    // A reader that stops early ends the connection.
    await reader.cancel()
  }
}

/** The fields of an event, by name. The name of a comment is empty. */
function fieldsOf(block: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    block.split("\n").map((line) => {
      const [, name = "", value = ""] = /^(\w*): ?(.*)$/s.exec(line) ?? []
      return [name, value]
    }),
  )
}
