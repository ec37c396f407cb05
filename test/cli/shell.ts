import { call, input, type Outcome } from "./call.ts"

/** Splits a line into words as a shell does. Quotes group words and are removed. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, "$1$2"),
  )
}

/** Runs the command line of an example: the command alone, or after `echo … |` or `printf … |`. */
export async function runLine(line: string): Promise<Outcome> {
  const [, printer, command = line] = /^((?:echo|printf) .*) \| (desk-filter .*)$/.exec(line) ?? []
  const [program, ...args] = words(command)
  if (program !== "desk-filter") throw new Error(`An example must run desk-filter: ${line}`)
  if (printer === undefined) return await call(args)
  const [name, ...texts] = words(printer)
  return await call(args, {
    stdin: input(name === "echo" ? `${texts.join(" ")}\n` : printf(texts.join(" "))),
  })
}

/** What printf writes: bytes in octal digits, and line feeds. */
function printf(format: string): Uint8Array {
  const bytes = format
    .replaceAll("\\n", "\n")
    .replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
  return Buffer.from(bytes, "latin1")
}
