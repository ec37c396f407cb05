import { existsSync, readdirSync, statSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { prose, relativeLinks } from "./markdown.ts"

const root = new URL("../../", import.meta.url)
const pages = readdirSync(new URL("docs/", root)).filter((file) => file.endsWith(".md"))
const files = ["README.md", "CONTRIBUTING.md", ...pages.map((page) => `docs/${page}`)]

/** The anchors that GitHub generates for the headings of a page. */
function anchorsOf(file: URL): string[] {
  return [...prose(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  )
}

const links = files.flatMap((file) => relativeLinks(file).map((target) => [file, target] as const))

describe("each link has a target", () => {
  test.each(links)("%s → %s", (from, target) => {
    const url = new URL(target, new URL(from, root))
    const { hash } = url
    url.hash = ""
    expect(existsSync(url)).toBe(true)
    if (hash !== "" && statSync(url).isFile()) expect(anchorsOf(url)).toContain(hash.slice(1))
  })

  test("the pages have links", () => {
    expect(links.length).toBeGreaterThan(20)
  })
})

test("docs/README.md lists every page", () => {
  const index = prose(new URL("docs/README.md", root))
  const listed = [...index.matchAll(/^\| \[(.*?)\]\(\1\) \|/gm)].map(([, page]) => page)
  expect(listed.sort()).toEqual(pages.filter((page) => page !== "README.md").sort())
})
