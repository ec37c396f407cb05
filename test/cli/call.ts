import { type Invocation, type Outcome, run } from "../../cli/run.ts"

/** The folder in which the command is called. */
export const folder = new URL(".", import.meta.url).pathname

/** Calls the command where neither output is a terminal and nothing is sent to it, unless the test says otherwise. */
export function call(args: readonly string[], around: Partial<Invocation> = {}): Promise<Outcome> {
  return run({
    env: {},
    cwd: folder,
    terminals: { stdout: false, stderr: false },
    version: "1.2.3",
    ...around,
    args,
  })
}

/** What a call that goes well prints. */
export async function printed(...args: readonly string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await call(args)
  if (exitCode !== 0 || stderr !== "") throw new Error(`exit code ${exitCode}: ${stderr}`)
  return stdout
}
