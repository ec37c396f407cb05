import { FilterError } from "desk-filter"
import type { Output } from "./commands/command.ts"
import { EncodingError } from "./encoding-error.ts"
import { encodingFailure, type Failure, filterFailure } from "./failure.ts"
import { decode } from "./standard-input.ts"

/**
 * Checks each line as a filter of its own. Blank lines are no filters, but count as lines.
 *
 * @param check throws a FilterError if a text is not a valid filter
 * @returns the failures of all lines, or how many filters there are; undefined if there are none
 */
export async function checkLines(
  lines: AsyncIterable<Uint8Array>,
  maxLength: number,
  check: (text: string) => void,
): Promise<Output | Failure | undefined> {
  const failures: LineFailure[] = []
  let line = 0
  let filters = 0
  for await (const bytes of lines) {
    line++
    const failure = failureOf(bytes, maxLength, line, check)
    if (failure === "blank") continue
    filters++
    if (failure !== undefined) failures.push({ line, failure })
  }
  if (filters === 0) return undefined
  return failures.length > 0 ? allOf(failures, filters) : valid(filters)
}

interface LineFailure {
  /** The number of the line, from 1. */
  readonly line: number
  readonly failure: Failure
}

function failureOf(
  bytes: Uint8Array,
  maxLength: number,
  line: number,
  check: (text: string) => void,
): Failure | "blank" | undefined {
  let text = ""
  try {
    text = decode(bytes, maxLength)
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

function allOf(failures: readonly LineFailure[], filters: number): Failure {
  return {
    exitCode: 1,
    text: (paint) =>
      [
        ...failures.flatMap(({ line, failure }) =>
          failure
            .text(paint)
            .split("\n\n")
            .map((mistake) => `${paint.bold(`line ${line}`)}: ${mistake}`),
        ),
        `${failures.length} of ${counted(filters)} not valid`,
      ].join("\n\n"),
    diagnostics: failures.flatMap(({ line, failure }) =>
      failure.diagnostics.map((diagnostic) => ({ line, ...diagnostic })),
    ),
  }
}

function valid(filters: number): Output {
  return { text: (paint) => paint.green(`${counted(filters)} valid`), json: { filters } }
}

function counted(filters: number): string {
  return filters === 1 ? "1 filter is" : `${filters} filters are`
}
