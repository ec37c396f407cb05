import { EncodingError } from "./encoding-error.ts"

/** The bytes of standard input, in pieces. */
export type Bytes = AsyncIterable<Uint8Array>

/** The most bytes of UTF-8 in one UTF-16 unit. */
const BYTES_PER_UNIT = 3
const LINE_FEED = 0x0a

/**
 * Reads a text. It stops early once the text is longer than `maxLength` UTF-16 units.
 *
 * @throws EncodingError when the bytes are not UTF-8
 */
export async function readText(bytes: Bytes, maxLength: number): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of utf8(bytes)) {
    pieces.push(piece)
    size += piece.length
    if (size > maxLength * BYTES_PER_UNIT) break
  }
  return decode(Buffer.concat(pieces), maxLength)
}

/**
 * Reads lines as bytes: a line that is not UTF-8 must not hide the others. It keeps only the start of a line that is
 * longer than `maxLength` UTF-16 units.
 *
 * @throws EncodingError when the bytes are UTF-16 or UTF-32, which have line feeds inside of characters
 */
export async function* readLines(bytes: Bytes, maxLength: number): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of utf8(bytes)) {
    let start = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      yield line(piece.subarray(start, end))
      start = end + 1
    }
    if (size > maxLength * BYTES_PER_UNIT) continue
    pieces.push(piece.subarray(start))
    size += piece.length - start
  }
  if (size > 0) yield line(new Uint8Array())

  function line(end: Uint8Array): Uint8Array {
    const read = Buffer.concat([...pieces, end])
    pieces = []
    size = 0
    return read
  }
}

/**
 * Decodes UTF-8. A byte order mark at the start is dropped.
 *
 * @param maxLength bytes that are certainly more UTF-16 units may end inside of a character
 * @throws EncodingError when the bytes are not UTF-8
 */
export function decode(bytes: Uint8Array, maxLength: number): string {
  try {
    const stream = bytes.length > maxLength * BYTES_PER_UNIT
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream })
  } catch {
    const message = `The input is not UTF-8: byte ${firstInvalid(bytes)} belongs to no character`
    throw new EncodingError(message, "convert the input, for example with iconv -t UTF-8")
  }
}

/** The number of the first byte that does not begin a character, or begins one that does not end, from 1. */
function firstInvalid(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  let valid = 0
  try {
    for (const [i, byte] of bytes.entries())
      if (decoder.decode(Uint8Array.of(byte), { stream: true }) !== "") valid = i + 1
  } catch {
    // The last character that was complete says where the text is still valid.
  }
  return valid + 1
}

/**
 * Other encodings, by how a text of ASCII begins in them: with a byte order mark or without. A filter and an address
 * begin with a character of ASCII.
 */
const encodings: readonly (readonly [name: string, start: RegExp])[] = [
  ["UTF-32", /^(?:\xff\xfe\0\0|\0\0\xfe\xff|[^\0]\0\0\0|\0\0\0[^\0])/],
  ["UTF-16", /^(?:\xff\xfe|\xfe\xff|[^\0]\0|\0[^\0])/],
]

/** The most bytes that tell an encoding. */
const START = 4

/** Passes bytes on, unless their start is in another encoding. */
async function* utf8(bytes: Bytes): Bytes {
  let start = ""
  for await (const piece of bytes) {
    if (start.length < START) {
      start += Buffer.from(piece.subarray(0, START)).toString("latin1")
      refuseOtherEncoding(start)
    }
    yield piece
  }
}

function refuseOtherEncoding(start: string): void {
  const [name] = encodings.find(([, pattern]) => pattern.test(start)) ?? []
  if (name === undefined) return
  throw new EncodingError(
    `The input is ${name}, not UTF-8`,
    `convert it, for example with iconv -f ${name} -t UTF-8; Windows PowerShell writes UTF-8 with -Encoding utf8`,
  )
}
