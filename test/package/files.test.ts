import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { relativeLinks } from "../documentation/markdown.ts"

const root = new URL("../../", import.meta.url)
const [packed] = JSON.parse(
  execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }),
)
const files: readonly string[] = packed.files.map(({ path }: { path: string }) => path)
const folders = new Set(
  files.flatMap((file) => file.split("/").map((_, i, parts) => parts.slice(0, i).join("/"))),
)

/** The target of a relative reference in a file, as a path from the package root. */
function resolved(from: string, target: string): string {
  const { pathname } = new URL(target, new URL(from, "file:///"))
  return decodeURIComponent(pathname).replace(/^\/|\/$/g, "")
}

const pages = files.filter((file) => file.endsWith(".md"))
const links = pages.flatMap((page) => relativeLinks(page).map((target) => [page, target] as const))

describe("a link in the package leads to a file of the package", () => {
  test.each(links.filter(([, target]) => !target.startsWith("#")))("%s → %s", (page, target) => {
    const path = resolved(page, target)
    expect(files.includes(path) || folders.has(path), path).toBe(true)
  })

  test("README.md and each page of docs/ are in it", () => {
    expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/README.md", "docs/semantics.md"]))
    expect(links.length).toBeGreaterThan(20)
  })
})

test("a source file in the package imports no file that is missing from it", () => {
  const sources = files.filter((file) => /^(?:src|grammar)\/.*\.ts$/.test(file))
  expect(sources.length).toBeGreaterThan(50)
  for (const source of sources) {
    const text = readFileSync(new URL(source, root), "utf8")
    for (const [, target = ""] of text.matchAll(/^(?:import|export) [^"]*"(\.\.?\/[^"]*)"/gm))
      expect(files, source).toContain(resolved(source, target))
  }
})

test("neither the generators of the grammar nor test suites are in the package", () => {
  expect(files.filter((file) => /^grammar\/tools\/|\.test(?:-d)?\.ts$/.test(file))).toEqual([])
})
