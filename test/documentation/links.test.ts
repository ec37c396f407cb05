import { existsSync, readdirSync, statSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { examplesOf } from "./docs.ts"
import { prose, relativeLinks } from "./markdown.ts"
import { tablesOf } from "./tables.ts"

const root = new URL("../../", import.meta.url)
const pages = readdirSync(new URL("docs/", root)).filter((file) => file.endsWith(".md"))
const files = ["README.md", "CONTRIBUTING.md", ...pages.map((page) => `docs/${page}`)]

/** The anchors that GitHub generates for the headings of a page. */
function anchorsOf(file: URL): string[] {
  return [...prose(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading))
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-")
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

describe("docs/README.md answers each question with a section that has an example", () => {
  const [questions] = tablesOf(prose(new URL("docs/README.md", root)))
  const answers = (questions?.rows ?? []).map(([question = "", answer = ""]) => {
    const [, page = "", anchor = ""] = /^\[.*\]\((.*)#(.*)\)$/.exec(answer) ?? []
    return [question, page, anchor] as const
  })

  test.each(answers)("%s %s#%s", (_, page, anchor) => {
    const withExample = [...examplesOf(page).keys()].map((heading) => anchorOf(heading))
    expect(withExample).toContain(anchor)
  })

  test("there are questions", () => {
    expect(answers.length).toBeGreaterThan(20)
  })
})

test.each(pages)("the README leads to docs/%s", (page) => {
  const targets = relativeLinks("README.md").map((target) => target.replace(/#.*/, ""))
  expect(targets).toContain(`docs/${page}`)
})

test("docs/README.md lists every page", () => {
  const index = prose(new URL("docs/README.md", root))
  const listed = [...index.matchAll(/^\| \[(.*?)\]\(\1\) \|/gm)].map(([, page]) => page)
  expect(listed.sort()).toEqual(pages.filter((page) => page !== "README.md").sort())
})
