import { expect, test } from "vitest"
import { node, project, run, tool, withModules } from "./run.ts"

const body = `
test("the package loads, and its errors are of its class", () => {
  expect(() => parseFilter(customers, '{"stat":"active"}')).toThrow(FilterError)
})
`
const imports = `
import { FilterError, parseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
${body}`

interface Project {
  readonly files: Readonly<Record<string, string>>
  /** The flags of Node. */
  readonly flags?: readonly string[]
}

/** The ways to use Jest 30. */
const projects: Readonly<Record<string, Project>> = {
  "its default configuration, with require": {
    files: {
      "package.json": "{}",
      "package.test.js": `
const { FilterError, parseFilter } = require("desk-filter")
const { customers } = require("desk-filter/desk")
${body}`,
    },
  },
  "babel-jest, with import": {
    files: {
      "package.json": "{}",
      "babel.config.json": '{ "presets": [["@babel/preset-env", { "targets": { "node": "current" } }]] }',
      "package.test.js": imports,
    },
  },
  "ts-jest, with import": {
    files: {
      "package.json": '{ "jest": { "preset": "ts-jest" } }',
      "tsconfig.json":
        '{ "compilerOptions": { "module": "commonjs", "esModuleInterop": true, "strict": true } }',
      "package.test.ts": imports,
    },
  },
  "ES modules of Node": {
    files: {
      "package.json": '{ "type": "module", "jest": { "transform": {} } }',
      "package.test.js": imports,
    },
    flags: ["--experimental-vm-modules", "--no-warnings"],
  },
}

test.each(Object.entries(projects))("Jest runs a test under %s", async (_, { files, flags = [] }) => {
  const folder = withModules(project(files))
  const output = await run([node("20.19"), ...flags, tool("jest/bin/jest.js"), "--json"], folder)
  expect(JSON.parse(output)).toMatchObject({ numPassedTests: 1, numTotalTests: 1 })
})
