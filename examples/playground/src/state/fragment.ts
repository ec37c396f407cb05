import { type Restored, readState } from "./read-state.ts"
import { initialState, type State } from "./state.ts"

/** The longest fragment that the page writes. Browsers take more, but many programs cut longer links. */
export const MAX_FRAGMENT = 32_000
/** The longest state that the page reads. A short fragment may unpack to any length. */
const MAX_STATE = 4_000_000

/** Writes a state as compressed JSON in base64url. */
export async function writeFragment(state: State): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(state))
  const packed = await bytesOf(new Blob([json]).stream().pipeThrough(new CompressionStream("deflate-raw")))
  let binary = ""
  for (const byte of packed) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")
}

/** The address of the page with a state. */
export async function linkTo(state: State): Promise<string> {
  const { origin, pathname, search } = location
  return `${origin}${pathname}${search}#${await writeFragment(state)}`
}

/** Reads what {@link writeFragment} wrote. It never throws. */
export async function readFragment(fragment: string): Promise<Restored> {
  const packed = fragment.replace(/^#/, "")
  if (packed === "") return { state: initialState, problems: [] }
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))
    return readState(JSON.parse(new TextDecoder().decode(await bytesOf(stream))))
  } catch {
    return { state: initialState, problems: ["The link cannot be read. It may be cut off."] }
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > MAX_STATE) {
      await reader.cancel()
      throw new RangeError("The state is too long")
    }
    parts.push(value)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
