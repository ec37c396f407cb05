import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"

/** The program of the example, as `npm start` runs it. */
export interface Program {
  readonly child: ChildProcess
  readonly address: string
  /** The key of north. */
  readonly key: string
  /** All that it has printed. */
  readonly printed: string
}

const root = new URL("../../../", import.meta.url).pathname

/** Starts it on a free port, and waits until it has printed what to try. */
export async function startProgram(env: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, ["--import", "tsx", "examples/desk-customers/main.ts"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: undefined, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let printed = ""
  let complained = ""
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complained += text
  })
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text
  })
  while (!/Try:\n(?: .*\n){3}/.test(printed)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`It did not start: ${complained}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const [, address = ""] = /(http:\/\/\S+)/.exec(printed) ?? []
  const [, key = ""] = /north +(\S+)/.exec(printed) ?? []
  return { child, address, key, printed }
}

/** Ends it, and waits until it is gone. */
export async function end({ child }: Program, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, "exit")
  child.kill(signal)
  await exit
}
