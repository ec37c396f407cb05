import { defineConfig } from "vitest/config"
import shared from "./vitest.config.ts"

/**
 * The suite of `npm run test:fast` and `npm run test:coverage`. It leaves out a test file that starts a process
 * or a server, loads PGlite or DuckDB, or runs a type checker or a bundler. Properties try few values.
 */
const slow = [
  "test/backends/predicate/no-code-generation.test.ts",
  "test/conformance/embedded.test.ts",
  "test/documentation/docs.test.ts",
  "test/filter-index/no-code-generation.test.ts",
  "test/package/{files,package}.test.ts",
  "test/types/**",
]

const { exclude = [], env = {}, ...test } = shared.test ?? {}

export default defineConfig({
  ...shared,
  test: {
    ...test,
    exclude: [...exclude, ...slow],
    env: { ...env, PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? "50" },
  },
})
