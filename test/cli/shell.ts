import type { Outcome } from "../../cli/run.ts"
import { call } from "./call.ts"

/** The words of a line, as a shell divides it: quotes keep them together, and go. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, "$1$2"),
  )
}

/** Runs a line of an example: the command alone, or behind an `echo`. */
export async function runLine(line: string): Promise<Outcome> {
  const [, echoed, command = line] = /^(echo .*) \| (desk-filter .*)$/.exec(line) ?? []
  const [program, ...args] = words(command)
  if (program !== "desk-filter") throw new Error(`Not a line that an example may have: ${line}`)
  if (echoed === undefined) return await call(args)
  const [, ...texts] = words(echoed)
  return await call(args, { stdin: async () => `${texts.join(" ")}\n` })
}
