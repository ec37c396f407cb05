import type { Output } from "./commands/command.ts"
import type { Failure } from "./failure.ts"
import { toJson } from "./json.ts"
import type { Paint } from "./paint.ts"

/** The result of a call. 3 is the code of a system error, which `main.ts` reports. */
export type ExitCode = 0 | 1 | 2

/** Writes a text to standard output or standard error, and waits until it is written. */
export type Write = (stream: "stdout" | "stderr", text: string) => Promise<void>

/** Prints the result of a call, as text for people or as one line of JSON for programs. */
export interface Printer {
  output(output: Output): Promise<ExitCode>
  failure(failure: Failure): Promise<ExitCode>
  /** Prints one of several failures right away: their number may be large. `count` is how many came before it. */
  failureOfMany(failure: Failure, count: number): Promise<void>
  /** Ends the failures. */
  summary(text: string): Promise<ExitCode>
}

/** @param paintOf the colours of each stream */
export function textPrinter(write: Write, paintOf: (stream: "stdout" | "stderr") => Paint): Printer {
  return {
    async output(output) {
      await write("stdout", `${output.text(paintOf("stdout"))}\n`)
      return 0
    },
    async failure(failure) {
      await write("stderr", `${failure.text(paintOf("stderr"))}\n`)
      return failure.exitCode
    },
    failureOfMany: (failure) => write("stderr", `${failure.text(paintOf("stderr"))}\n\n`),
    async summary(text) {
      await write("stderr", `${text}\n`)
      return 1
    },
  }
}

export function jsonPrinter(write: Write): Printer {
  return {
    async output({ json }) {
      await write("stdout", `${toJson({ ok: true, ...json })}\n`)
      return 0
    },
    async failure({ diagnostics, exitCode }) {
      await write("stdout", `${toJson({ ok: false, diagnostics })}\n`)
      return exitCode
    },
    failureOfMany: ({ diagnostics }, count) =>
      write(
        "stdout",
        `${count === 0 ? '{"ok":false,"diagnostics":[' : ","}${diagnostics.map(toJson).join()}`,
      ),
    async summary() {
      await write("stdout", "]}\n")
      return 1
    },
  }
}
