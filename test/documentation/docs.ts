import { readdirSync, readFileSync } from "node:fs"
import { codeBlocks } from "./examples.ts"

/**
 * The suite that runs an example. `npm test` has no servers and no packages that only one example needs. An embedded
 * PostgreSQL takes seconds to start, so it leaves those examples to `npm run test:large`.
 */
export type Suite = "test" | "large" | "servers" | "drivers"

const imports: Readonly<Record<Exclude<Suite, "test">, RegExp>> = {
  servers: /from "(?:pg|mysql2\/promise|mariadb|postgres|kysely)"/,
  drivers:
    /from "(?:better-sqlite3|node:sqlite|@libsql\/client|knex|typeorm|sequelize|@mikro-orm\/.*|@prisma\/.*)"/,
  large: /from "@electric-sql\/pglite"/,
}

/** The suite that runs an example, which the imports of the example decide. */
function suiteOf(code: string): Suite {
  const suites = ["drivers", "servers", "large"] as const
  return suites.find((suite) => imports[suite].test(code)) ?? "test"
}

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

/** The examples of a page that a suite runs. */
export function examplesFor(suite: Suite, page: string): [heading: string, code: string][] {
  return [...examplesOf(page)].filter(([, code]) => suiteOf(code) === suite)
}

/** The pages of docs/ that have examples. */
export const withExamples: readonly string[] = readdirSync(new URL("../../docs/", import.meta.url)).filter(
  (file) => file.endsWith(".md") && examplesOf(file).size > 0,
)
