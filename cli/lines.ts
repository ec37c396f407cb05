import { FilterError } from "desk-filter"
import type { Output } from "./commands/command.ts"
import { EncodingError } from "./encoding-error.ts"
import { encodingFailure, type Failure, filterFailure } from "./failure.ts"
import type { ExitCode, Printer } from "./printer.ts"
import { decode } from "./standard-input.ts"

/**
 * Checks each line as a filter of its own. Blank lines are no filters, but count as lines. It prints each failure when it
 * finds it, so that a million of them need no more memory than one.
 *
 * @param check throws a FilterError if a text is not a valid filter
 * @returns how many filters there are, or the exit code if there were failures; undefined if there are no filters
 */
export async function checkLines(
  lines: AsyncIterable<Uint8Array>,
  maxLength: number,
  check: (text: string) => void,
  printer: Printer,
): Promise<Output | ExitCode | undefined> {
  let line = 0
  let filters = 0
  let invalid = 0
  for await (const bytes of lines) {
    line++
    const failure = failureOf(bytes, maxLength, line, check)
    if (failure === "blank") continue
    filters++
    if (failure !== undefined) await printer.failureOfMany(inLine(line, failure), invalid++)
  }
  if (filters === 0) return undefined
  return invalid === 0 ? valid(filters) : await printer.summary(`${invalid} of ${counted(filters)} not valid`)
}

function failureOf(
  bytes: Uint8Array,
  maxLength: number,
  line: number,
  check: (text: string) => void,
): Failure | "blank" | undefined {
  let text = ""
  try {
    text = decode(bytes, maxLength).replace(/\r$/, "")
    if (text.trim() === "") return "blank"
    check(text)
    return undefined
  } catch (error) {
    if (error instanceof EncodingError) return encodingFailure(error)
    if (error instanceof FilterError) return filterFailure(text, onLine(line, error))
    throw error
  }
}

/** The error with the line of the input in its spans, which count from the start of the line. */
function onLine(line: number, { diagnostics }: FilterError): FilterError {
  return new FilterError(
    diagnostics.map((diagnostic) =>
      diagnostic.span === undefined ? diagnostic : { ...diagnostic, span: { ...diagnostic.span, line } },
    ),
  )
}

/** The failure with the number of the line in each of its mistakes. */
function inLine(line: number, { exitCode, text, diagnostics }: Failure): Failure {
  return {
    exitCode,
    text: (paint) =>
      text(paint)
        .split("\n\n")
        .map((mistake) => `${paint.bold(`line ${line}`)}: ${mistake}`)
        .join("\n\n"),
    diagnostics: diagnostics.map((diagnostic) => ({ line, ...diagnostic })),
  }
}

function valid(filters: number): Output {
  return { text: (paint) => paint.green(`${counted(filters)} valid`), json: { filters } }
}

function counted(filters: number): string {
  return filters === 1 ? "1 filter is" : `${filters} filters are`
}
