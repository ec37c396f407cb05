import { readdirSync, readFileSync } from "node:fs"
import { codeBlocks } from "./examples.ts"

/** Imports that mark an example as needing a server, because `npm test` has none. */
const servers = /from "(?:pg|mysql2\/promise|mariadb|postgres|kysely)"/

/** The text of a page in docs/. */
export function pageOf(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8")
}

/** The examples of a page in docs/, by their heading. */
export function examplesOf(page: string): ReadonlyMap<string, string> {
  const sections = pageOf(page).split(/^##+ /m).slice(1)
  return new Map(
    sections.flatMap((section) => {
      const [heading = ""] = section.split("\n")
      return codeBlocks(section).map((code, i) => [i === 0 ? heading : `${heading} ${i + 1}`, code] as const)
    }),
  )
}

/** The examples that need a server, or those that do not. */
export function examplesThat(need: boolean, page: string): [heading: string, code: string][] {
  return [...examplesOf(page)].filter(([, code]) => servers.test(code) === need)
}

/** The pages of docs/ that have examples. */
export const withExamples: readonly string[] = readdirSync(new URL("../../docs/", import.meta.url)).filter(
  (file) => file.endsWith(".md") && examplesOf(file).size > 0,
)
