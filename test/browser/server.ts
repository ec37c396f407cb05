import { readFile } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join, normalize } from "node:path"
import { fileURLToPath } from "node:url"

const folder = fileURLToPath(new URL("../../examples/playground/dist/", import.meta.url))

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
}

/** Serves the built page at `/` and below `/some/folder/`, as a server of static files does. */
export async function serve(): Promise<{ readonly origin: string; readonly server: Server }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost")
    const path = normalize(pathname.replace(/^\/some\/folder\//, "/"))
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path)
    try {
      const content = await readFile(file)
      response.writeHead(200, {
        "content-type": mediaTypes[extname(file)] ?? "application/octet-stream",
      })
      response.end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
