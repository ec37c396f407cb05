import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

/** A registry of npm packages that has the packed package and nothing else: a dependency could not be installed. */
export async function startRegistry(
  tarball: string,
  manifest: { readonly name: string; readonly version: string },
): Promise<{ readonly url: string; readonly stop: () => void }> {
  const { name, version } = manifest
  const file = readFileSync(tarball)
  const server = createServer((request, response) => {
    const answers: Readonly<Record<string, () => unknown>> = {
      [`/${name}`]: () => response.end(JSON.stringify(document())),
      [`/${name}.tgz`]: () => response.end(file),
    }
    const notFound = () => response.writeHead(404).end()
    ;(answers[request.url ?? ""] ?? notFound)()
  })
  const document = () => ({
    name,
    "dist-tags": { latest: version },
    versions: {
      [version]: {
        ...manifest,
        dist: { tarball: `${url}/${name}.tgz`, shasum: createHash("sha1").update(file).digest("hex") },
      },
    },
    // Yarn 4 installs no version that was just published.
    time: { [version]: "2020-01-01T00:00:00.000Z" },
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, stop: () => server.close() }
}
