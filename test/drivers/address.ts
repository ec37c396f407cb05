import type { ServerAddress } from "../servers/start.ts"

/** The address of a database in a server, as a URL. */
export function addressOf(scheme: "postgres" | "mysql", server: ServerAddress, database: string): string {
  const { host, port, user, password = "" } = server
  return `${scheme}://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
}
