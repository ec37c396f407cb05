import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"

/** A process of the example, started as `npm start` does. */
export interface Program {
  readonly child: ChildProcess
  readonly address: string
  /** The API key of the tenant north. */
  readonly key: string
  /** Its output so far. */
  readonly printed: string
}

const root = new URL("../../../", import.meta.url).pathname

/** Starts the program on a free port, and waits until it has printed its examples. */
export async function startProgram(env: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, ["--import", "tsx", "examples/desk-customers/main.ts"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: undefined, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let printed = ""
  let errors = ""
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text
  })
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text
  })
  while (!/Try:\n(?: .*\n){3}/.test(printed)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server did not start: ${errors}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const [, address = ""] = /(http:\/\/\S+)/.exec(printed) ?? []
  const [, key = ""] = /north +(\S+)/.exec(printed) ?? []
  return { child, address, key, printed }
}

/** Stops the program, and waits until the process has ended. */
export async function end({ child }: Program, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, "exit")
  child.kill(signal)
  await exit
}
