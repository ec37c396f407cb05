import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { commands } from "../../cli/commands/index.ts"
import { options } from "../../cli/options.ts"
import { runLine } from "./shell.ts"

const page = readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8")

/** Splits a terminal session into the command lines and the output of each. */
function session(block: string): { line: string; shown: string }[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n")
      return { line: part.slice(0, end), shown: part.slice(end + 1) }
    })
}

const sessions = [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => session(block))

describe("the sessions of docs/cli.md", () => {
  test.each(sessions.map((lines) => [lines[0]?.line, lines] as const))("%s", async (_, lines) => {
    expect(lines.length).toBeGreaterThan(0)
    let last: number | undefined
    for (const { line, shown } of lines) {
      if (line === "echo $?") {
        expect(shown).toBe(`${last}\n`)
        continue
      }
      const { stdout, stderr, exitCode } = await runLine(line)
      expect(stdout + stderr, line).toBe(shown)
      last = exitCode
    }
  })

  test("cover every command", () => {
    for (const { name } of commands) {
      const [, section] = new RegExp(`^## ${name}\n([\\s\\S]*?)(?:^## |$(?![\\s\\S]))`, "m").exec(page) ?? []
      expect(section, name).toMatch(new RegExp(`^\\$ (?:.* \\| )?desk-filter ${name} `, "m"))
    }
  })
})

test("docs/cli.md shows the module that its sessions load", () => {
  const [, module] = /^```js\n([\s\S]*?)^```$/m.exec(page) ?? []
  expect(module).toBe(readFileSync(new URL("schemas.js", import.meta.url), "utf8"))
})

test("the tables of docs/cli.md list every command and every option", () => {
  for (const { name, summary } of commands)
    expect(page).toContain(`| [\`${name}\`](#${name}) | ${summary} |\n`)
  const table = page.slice(page.indexOf("## Options"), page.indexOf("## Exit codes"))
  const described = [...table.matchAll(/^\| .*?`--([a-z-]+)/gm)].map(([, name]) => name)
  expect(described).toEqual(Object.keys(options))
})
