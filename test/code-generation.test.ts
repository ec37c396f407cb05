import { spawnSync } from "node:child_process"
import { buildSync } from "esbuild"
import { describe, expect, test } from "vitest"
import { filterBuilder } from "../src/builder.ts"
import { defineSchema, field, parseFilter } from "../src/index.ts"
import { toPredicate } from "../src/predicate.ts"

describe("names are literals in generated code", () => {
  const hostile = [
    `"]);globalThis['pwned']=1;(["`,
    "'];globalThis[`pwned`]=1;['",
    "`$" + "{globalThis['pwned']=1}`",
    "\\",
    `\\"];globalThis['pwned']=1//`,
    "*/globalThis['pwned']=1/*",
    "\n;globalThis['pwned']=1\n",
    "\u2028globalThis['pwned']=1\u2029",
    "\ud800",
    "</script>",
    "constant0",
    "record",
    "constructor",
    "__proto__",
    "toString",
  ]

  test.each(hostile)("%j", (name) => {
    const schema = defineSchema({
      [name]: field.string(),
      [`${name}s`]: field.many({ [name]: field.string() }),
    })
    const many = `${name}s.${name}`
    const record = (value: string) =>
      Object.defineProperties(
        {},
        {
          [name]: { value },
          [`${name}s`]: { value: [Object.defineProperty({}, name, { value })] },
        },
      )
    for (const filter of [{ [name]: "a" }, { [many]: "a" }, { $or: [{ [name]: "a" }, { [many]: "a" }] }]) {
      const predicate = toPredicate(parseFilter(schema, filter), { jit: true })
      expect(predicate(record("a"))).toBe(true)
      expect(predicate(record("b"))).toBe(false)
      expect(predicate({})).toBe(false)
    }
    expect("pwned" in globalThis).toBe(false)
  })

  test("and nothing of a filter's values is in it", () => {
    const schema = defineSchema({ name: field.string(), at: field.datetime(), id: field.integer() })
    const { or, eq, contains, oneOf, gte, lt } = filterBuilder(schema)
    const filter = or(
      eq("name", "hunter2"),
      contains("name", "hunter2"),
      oneOf("name", ["hunter2", "x"]),
      gte("at", "2024-01-01"),
      lt("id", 4711),
    )
    expect(String(toPredicate(filter, { jit: true }))).toBe(
      '(record)=>(constant4(record["id"])||constant2(record["name"])||constant0(record["name"])||constant3(record["at"])||constant1(record["name"]))',
    )
  })
})

describe("where code must not be generated", () => {
  const program = `
    import { filterBuilder } from "./builder.ts"
    import { customers } from "./desk.ts"
    import { toPredicate } from "./predicate.ts"
    const filter = filterBuilder(customers).eq("state", "active")
    const found = {}
    for (const jit of [false, true, "auto"]) {
      try {
        found[jit] = toPredicate(filter, { jit })({ state: "active" })
      } catch (error) {
        found[jit] = error.name + ": " + error.message
      }
    }
    console.log(JSON.stringify(found))`

  function run(...flags: string[]): unknown {
    const resolveDir = new URL("../src/", import.meta.url).pathname
    const { outputFiles } = buildSync({
      stdin: { contents: program, resolveDir },
      bundle: true,
      format: "esm",
      write: false,
    })
    const { stdout, stderr } = spawnSync(process.execPath, [...flags, "--input-type=module"], {
      input: outputFiles[0]?.text ?? "",
      encoding: "utf8",
    })
    return stderr === "" ? JSON.parse(stdout) : stderr
  }

  test("jit: true says so, and auto works without", () => {
    expect(run("--disallow-code-generation-from-strings")).toEqual({
      false: true,
      true: 'EvalError: Code must not be generated here: leave out jit, or use "auto", which then works without',
      auto: true,
    })
  })

  test("and elsewhere all three work", () => {
    expect(run()).toEqual({ false: true, true: true, auto: true })
  })
})
