import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import type { ServerAddress } from "../start.ts"

/** A server that accepts connections. `stop` stops it only if this suite started it. */
export interface Server {
  readonly address: ServerAddress
  stop(): Promise<void>
}

export const isRoot = process.getuid?.() === 0

/** Runs a command to its end. The error contains its output. */
export function run(command: string, ...args: string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8" })
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")} failed: ${error?.message ?? stdout + stderr}`)
}

/** A free port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  if (address === null || typeof address === "string") throw new Error("No port is free")
  return address.port
}

/** Tries for half a minute, because a server needs time to start. */
async function eventually<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= 120) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

/** The reason of a failure; undefined after a success. */
export async function failureOf(attempt: Promise<void>): Promise<string | undefined> {
  try {
    await attempt
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Starts a server on a new folder and waits until it accepts connections. `stop` removes the folder. */
export async function whenItAccepts(
  address: ServerAddress,
  connect: (address: ServerAddress) => Promise<void>,
  stop: () => Promise<void>,
  folder: string,
): Promise<Server> {
  await eventually(() => connect(address))
  return {
    address,
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts a server as another user, because servers refuse to run as root. */
export function background(user: string, command: string, ...args: string[]): () => Promise<void> {
  const child: ChildProcess = spawn("runuser", ["-u", user, "--", command, ...args], { stdio: "ignore" })
  return async () => {
    if (child.exitCode !== null) return
    child.kill("SIGTERM")
    await once(child, "exit")
  }
}

/** The program folder of the newest PostgreSQL that Debian installed, if there is one. */
export function postgresPrograms(): string | undefined {
  const root = "/usr/lib/postgresql"
  try {
    const newest = readdirSync(root).sort((a, b) => Number(b) - Number(a))[0]
    return newest === undefined ? undefined : `${root}/${newest}/bin`
  } catch {
    return undefined
  }
}
