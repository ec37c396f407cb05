#!/usr/bin/env node
import { fstatSync, readFileSync, readSync } from "node:fs"
import { run } from "./run.ts"

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
)

// `write` receives the same errors. Without a listener, they would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {})

try {
  process.exitCode = await run({
    args: process.argv.slice(2),
    ...(!process.stdin.isTTY && { stdin: standardInput }),
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

function standardInput(): NodeJS.ReadStream {
  // process.stdin reads a directory as if it were empty. A read of the file descriptor throws the error of the system.
  if (fstatSync(process.stdin.fd).isDirectory()) readSync(process.stdin.fd, Buffer.alloc(1))
  return process.stdin
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
