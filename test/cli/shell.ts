import type { Outcome } from "../../cli/run.ts"
import { call } from "./call.ts"

/** Splits a line into words as a shell does. Quotes group words and are removed. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, "$1$2"),
  )
}

/** Runs the command line of an example: the command alone, or after `echo … |`. */
export async function runLine(line: string): Promise<Outcome> {
  const [, echoed, command = line] = /^(echo .*) \| (desk-filter .*)$/.exec(line) ?? []
  const [program, ...args] = words(command)
  if (program !== "desk-filter") throw new Error(`An example must run desk-filter: ${line}`)
  if (echoed === undefined) return await call(args)
  const [, ...texts] = words(echoed)
  return await call(args, { stdin: async () => `${texts.join(" ")}\n` })
}
