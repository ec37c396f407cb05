#!/usr/bin/env node
import { readFileSync } from "node:fs"
import { run } from "./run.ts"

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
)

// A reader such as head may close the pipe early. That is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
})

const { stdout, stderr, exitCode } = await run({
  args: process.argv.slice(2),
  ...(!process.stdin.isTTY && { stdin: () => readStart(process.stdin) }),
  env: process.env,
  cwd: process.cwd(),
  terminals: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
  version: manifest.version,
})
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode

/** Reads a text. It stops early once the text is longer than any filter may be. */
async function readStart(stream: NodeJS.ReadStream): Promise<string> {
  const decoder = new TextDecoder()
  let text = ""
  for await (const chunk of stream) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    if (text.length > 1_000_000) break
  }
  return text
}
