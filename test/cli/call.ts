import { type Invocation, run } from "../../cli/run.ts"

/** The current folder of the calls. */
export const folder = new URL(".", import.meta.url).pathname

/** Everything that a call writes, and its exit code. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

/** Calls the command without terminals and without standard input, unless `overrides` says otherwise. */
export async function call(args: readonly string[], overrides: Partial<Invocation> = {}): Promise<Outcome> {
  const written = { stdout: "", stderr: "" }
  const exitCode = await run({
    env: {},
    cwd: folder,
    terminals: { stdout: false, stderr: false },
    version: "1.2.3",
    write: async (stream, text) => {
      written[stream] += text
    },
    ...overrides,
    args,
  })
  return { ...written, exitCode }
}

/** Standard input that brings these texts or bytes piece by piece. */
export function input(...pieces: readonly (string | Uint8Array)[]): () => AsyncIterable<Uint8Array> {
  return async function* () {
    for (const piece of pieces) yield typeof piece === "string" ? new TextEncoder().encode(piece) : piece
  }
}

/** Returns the output of a call that must succeed. */
export async function printed(...args: readonly string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await call(args)
  if (exitCode !== 0 || stderr !== "") throw new Error(`exit code ${exitCode}: ${stderr}`)
  return stdout
}
