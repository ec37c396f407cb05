import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")
const page = read("docs/grammar.md")

/** The blocks of the page in a language. */
function blocks(language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm")
  return [...page.matchAll(fence)].map(([, block = ""]) => block)
}

test("docs/grammar.md has the rules of the EBNF", () => {
  const rules = read("grammar/generated/desk-filter.ebnf").split("\n\n")[1]
  expect(blocks("ebnf")).toEqual([`${rules}\n`])
})

test("its excerpts are in the files that it names", () => {
  const files = ["grammar/grammar.ts", "grammar/generated/parser.ts", "grammar/generated/parse-table.ts"]
  const excerpts = blocks("typescript")
  expect(excerpts.length).toBe(files.length)
  for (const [i, file] of files.entries()) expect(read(file)).toContain(excerpts[i])
})
