#!/usr/bin/env node
import { readFileSync } from "node:fs"
import { run } from "./run.ts"

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
)

try {
  const { stdout, stderr, exitCode } = await run({
    args: process.argv.slice(2),
    ...(!process.stdin.isTTY && { stdin: () => process.stdin }),
    env: process.env,
    cwd: process.cwd(),
    terminals: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
    version: manifest.version,
  })
  process.exitCode = exitCode
  await write(process.stdout, stdout)
  await write(process.stderr, stderr)
} catch (error) {
  if (!isSystemError(error)) throw error
  process.exitCode = 3
  const failed = error.syscall === "read" ? "Standard input cannot be read" : "The output cannot be written"
  await write(process.stderr, `${failed}: ${error.message}\n`).catch(() => {})
}

/** Writes a text, and waits until it is written. A reader such as head may close the pipe early: that is not an error. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: NodeJS.ErrnoException | null) =>
      error && error.code !== "EPIPE" ? reject(error) : resolve()
    stream.on("error", end)
    stream.write(text, end)
  })
}

/** Whether the operating system refused to read or write. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error
}
