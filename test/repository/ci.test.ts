import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")
const withoutComments = (text: string) => text.replaceAll(/^\s*#.*$/gm, "")

const local = withoutComments(read(".ci/run"))
const hosted = withoutComments(read(".github/workflows/ci.yml"))
const scripts: Readonly<Record<string, string>> = JSON.parse(read("package.json")).scripts

/** The npm scripts that a file calls, sorted. `npm test` is the script "test". */
function scriptsOf(text: string): string[] {
  const called = text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(test)\b)/g)
  return [...new Set([...called].map(([, run, test]) => run ?? test ?? ""))].sort()
}

test(".ci/run and ci.yml call the same npm scripts, and package.json has them", () => {
  expect(scriptsOf(hosted)).toEqual(scriptsOf(local))
  expect(scriptsOf(hosted)).toEqual(
    expect.arrayContaining(["build", "lint", "test", "test:coverage", "test:engines"]),
  )
  for (const script of scriptsOf(hosted)) expect(Object.keys(scripts)).toContain(script)
})

test(".ci/run and ci.yml test the same version of chevrotain", () => {
  const versionsOf = (text: string) =>
    [...text.matchAll(/chevrotain@([\d.]+)/g)].map(([, version]) => version)
  expect(versionsOf(hosted)).toEqual(versionsOf(local))
})

test(".ci/run and ci.yml run the same tests with it", () => {
  const testsOf = (text: string) => [...text.matchAll(/vitest\S* run (test\/.*)/g)].map(([, tests]) => tests)
  expect(testsOf(hosted)).toEqual(testsOf(local))
  expect(testsOf(hosted)).toHaveLength(1)
})

test("ci.yml tests the oldest release of Node that package.json allows", () => {
  const [, listed = ""] = /^\s*node: \[(.*)\]$/m.exec(hosted) ?? []
  const { engines } = JSON.parse(read("package.json"))
  expect(engines.node).toMatch(new RegExp(`^>=${listed.split(",")[0]}\\.`))
})
