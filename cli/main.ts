#!/usr/bin/env node
import { readFileSync } from "node:fs"
import { run } from "./run.ts"

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
)

// `write` receives the same errors. Without a listener, they would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {})

try {
  process.exitCode = await run({
    args: process.argv.slice(2),
    ...(!process.stdin.isTTY && { stdin: () => process.stdin }),
    write: (stream, text) => write(process[stream], text),
    env: process.env,
    cwd: process.cwd(),
    terminals: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
    version: manifest.version,
  })
} catch (error) {
  if (!isSystemError(error)) throw error
  process.exitCode = 3
  const failed = error.syscall === "read" ? "Standard input cannot be read" : "The output cannot be written"
  await write(process.stderr, `${failed}: ${error.message}\n`).catch(() => {})
}

/** Writes a text, and waits until it is written. A reader such as head may close the pipe early: that is not an error. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error?: NodeJS.ErrnoException | null) =>
      error && error.code !== "EPIPE" ? reject(error) : resolve(),
    )
  })
}

/** Whether the operating system refused to read or write. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error
}
