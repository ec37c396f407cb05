import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { examples as ofDocComments } from "./doc-comment-examples.ts"
import { examplesFor, withExamples } from "./docs.ts"
import { codeBlocks, typeErrors } from "./examples.ts"

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8")
const ofReadme = new Map(codeBlocks(readme).map((code, i) => [`readme-${i + 1}`, code]))
const ofDocs = new Map(
  withExamples.flatMap((page) =>
    // test/drivers/types.test.ts compiles the others.
    [...examplesFor("test", page), ...examplesFor("servers", page)].map(([, code], i) => [
      `docs-${page.replace(/\.md$/, "")}-${i + 1}`,
      code,
    ]),
  ),
)

// One program for all: the compiler reads the library, its dependencies and the drivers once.
test("no example in README.md, in docs/ or in a doc comment has a type error", () => {
  const examples = new Map([...ofReadme, ...ofDocs, ...ofDocComments])
  expect(ofReadme.size).toBeGreaterThan(5)
  expect(ofDocs.size).toBeGreaterThan(10)
  expect(ofDocComments.size).toBeGreaterThan(15)
  expect(examples.size).toBe(ofReadme.size + ofDocs.size + ofDocComments.size)
  expect(typeErrors(examples)).toEqual([])
})
