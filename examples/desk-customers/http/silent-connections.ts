import type { Server } from "node:http"
import type { Socket } from "node:net"

/**
 * Watches for connections on which no request has come, such as those that browsers open in advance. When a server
 * closes, Node ends the connections that have had a request, but waits for these.
 *
 * @returns a function that ends them, and those that come later
 */
export function watchSilentConnections(server: Server): () => void {
  const open = new Set<Socket>()
  let closing = false
  server.on("connection", (socket) => {
    if (closing) socket.destroy()
    open.add(socket)
    socket.once("close", () => open.delete(socket))
  })
  return () => {
    closing = true
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
  }
}
