import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"

/** JavaScript and CSS that the browser loads before the first keystroke in the text works. */
const LIMIT = 250_000

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

const folder = new URL("./dist/", import.meta.url)
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(new URL(".vite/manifest.json", folder), "utf8"),
)
const files = new Set<string>()

function add(name: string): void {
  const chunk = manifest[name]
  if (chunk === undefined || files.has(chunk.file)) return
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const imported of chunk.imports ?? []) add(imported)
}

for (const [name, { isEntry }] of Object.entries(manifest)) if (isEntry) add(name)

let total = 0
for (const file of files) {
  const size = gzipSync(readFileSync(new URL(file, folder))).length
  total += size
  console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${file}`)
}
console.log(`${(total / 1000).toFixed(1).padStart(7)} kB gzip of ${LIMIT / 1000} kB`)
if (files.size === 0 || total > LIMIT) process.exitCode = 1
