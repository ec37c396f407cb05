import { runInThisContext } from "node:vm"
import { build } from "esbuild"
import { describe, expect, test, vi } from "vitest"
import { customers } from "../../src/desk.ts"
import * as own from "../../src/index.ts"

type Copy = typeof own

/** The package as a CommonJS program brings it. */
async function commonJsCopy(): Promise<Copy> {
  const { outputFiles } = await build({
    entryPoints: [new URL("../../src/index.ts", import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "cjs",
    minify: true,
  })
  const module = { exports: {} }
  runInThisContext(`(module) => {${outputFiles[0]?.text}}`)(module)
  return module.exports as Copy
}

vi.resetModules()
const copies: Readonly<Record<string, Copy>> = {
  "the same modules, loaded twice": await import("../../src/index.ts"),
  "a CommonJS bundle": await commonJsCopy(),
}

function errorOf({ safeParseFilter }: Copy): own.FilterError {
  const result = safeParseFilter(customers, '{"stat":1}')
  if (result.ok) throw new Error("There should be a mistake")
  return result.error
}

class OwnError extends own.FilterError {}

describe.each(Object.entries(copies))("%s", (_, other) => {
  test("is another copy", () => {
    expect(other.FilterError).not.toBe(own.FilterError)
  })

  test("the errors of each copy are instances in the other", () => {
    expect(errorOf(other)).toBeInstanceOf(own.FilterError)
    expect(errorOf(own)).toBeInstanceOf(other.FilterError)
    expect(errorOf(other).name).toBe("FilterError")
    expect(own.formatDiagnostics('{"stat":1}', errorOf(other))).toBe(
      own.formatDiagnostics('{"stat":1}', errorOf(own)),
    )
  })

  test("the errors of a class that extends one copy are instances of the other copy, but not the other way round", () => {
    expect(new OwnError(errorOf(own).diagnostics)).toBeInstanceOf(other.FilterError)
    expect(errorOf(other)).not.toBeInstanceOf(OwnError)
  })

  test("a schema of the other copy works", () => {
    const schema = other.defineSchema({
      id: other.field.integer(),
      tags: other.field.many({ name: other.field.string() }),
    })
    const filter = own.parseFilter(schema, '{"id":{"$in":[1,2]},"tags.name":"news"}')
    expect(own.isFilter(filter)).toBe(true)
    expect(own.safeParseFilter(schema, '{"id":"x"}').ok).toBe(false)
  })
})

test("a class that extends FilterError has its own instances only", () => {
  const error = new OwnError(errorOf(own).diagnostics)
  expect(error).toBeInstanceOf(OwnError)
  expect(error).toBeInstanceOf(own.FilterError)
  expect(errorOf(own)).not.toBeInstanceOf(OwnError)
})

test.each([
  [undefined],
  [null],
  [5],
  ["FilterError"],
  [{}],
  [new Error("FilterError")],
  [{ name: "FilterError" }],
])("%s is no FilterError", (value) => {
  expect(value instanceof (own.FilterError as unknown as new () => object)).toBe(false)
})

test("the brand does not show", () => {
  const error = errorOf(own)
  expect(
    Reflect.ownKeys(error).filter((key) => Object.prototype.propertyIsEnumerable.call(error, key)),
  ).toEqual(["name", "diagnostics"])
})
