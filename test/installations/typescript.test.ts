import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { node, project, run, tool, withModules } from "./run.ts"

const consumer = readFileSync(join(import.meta.dirname, "typescript/consumer.ts"), "utf8")

/** How a program resolves its imports: the extension of its modules, and the options. */
const settings = {
  "nodenext, ES module": ["mts", { module: "nodenext" }],
  "nodenext, CommonJS": ["cts", { module: "nodenext" }],
  "node16, ES module": ["mts", { module: "node16" }],
  "node16, CommonJS": ["cts", { module: "node16" }],
  bundler: ["ts", { module: "esnext", moduleResolution: "bundler" }],
  node10: ["ts", { module: "commonjs", moduleResolution: "node10" }],
} as const
type Setting = keyof typeof settings

const all = Object.keys(settings) as Setting[]
/** The settings of each version: the oldest that reads the types, and the last of each major version. */
const versions: Readonly<Record<string, readonly Setting[]>> = {
  "5.0": all,
  "5.9": all,
  "6.0": all,
  // It no longer has node10.
  "7.0": all.filter((setting) => setting !== "node10"),
}

describe.each(Object.entries(versions))("TypeScript %s reads the types", (version, names) => {
  test.each(names)("under %s", async (name) => {
    const [extension, options] = settings[name]
    const compilerOptions = {
      ...options,
      strict: true,
      exactOptionalPropertyTypes: true,
      target: "ES2022",
      // Neither the types of the DOM nor those of Node.
      lib: ["ES2022"],
      types: [],
      skipLibCheck: false,
      noEmit: true,
      // TypeScript 6 demands it for node10. Older versions know only their own number.
      ...(version === "6.0" && { ignoreDeprecations: "6.0" }),
    }
    const file = `consumer.${extension}`
    const folder = withModules(
      project({ [file]: consumer, "tsconfig.json": JSON.stringify({ compilerOptions, files: [file] }) }),
    )
    expect(await run([node("20.19"), tool(`typescript-${version}/bin/tsc`)], folder)).toBe("")
  })
})
