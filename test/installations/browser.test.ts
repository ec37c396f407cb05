import { existsSync, readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { answers } from "./answers.ts"
import { project, run, tool } from "./run.ts"

/** A page that loads the modules of the package as they are, without a bundler and without an import map. */
const page = `<!doctype html>
<script type="module">
  import { filterBuilder } from "/builder.js"
  import { customers } from "/desk.js"
  import { toSearchParams } from "/query-string.js"
  document.body.textContent = toSearchParams(filterBuilder(customers).eq("state", "active"))
</script>
<body>nothing</body>`

const server = createServer((request, response) => {
  const file = join(tool("desk-filter/dist"), request.url ?? "")
  if (request.url === "/") response.writeHead(200, { "content-type": "text/html" }).end(page)
  else if (existsSync(file))
    response.writeHead(200, { "content-type": "text/javascript" }).end(readFileSync(file))
  else response.writeHead(404).end()
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)))
afterAll(() => void server.close())

test("a browser runs a client from the modules of the package", async () => {
  const { port } = server.address() as AddressInfo
  const html = await run(
    [
      chromium(),
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
      `--user-data-dir=${project({})}`,
      "--dump-dom",
      `http://127.0.0.1:${port}/`,
    ],
    project({}),
  )
  expect(/<body>(.*?)\s*<\/body>/s.exec(html)?.[1]).toBe(answers.query)
})

/** The first Chromium of this machine. */
function chromium(): string {
  const names = ["chromium-headless-shell", "chromium", "google-chrome"]
  const found = names.map((name) => join("/usr/bin", name)).find((file) => existsSync(file))
  if (found === undefined) throw new Error("There is no Chromium. Install Debian's chromium-headless-shell")
  return found
}
