import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { noSkips } from "./test/no-skips.ts"

const src = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url))

/**
 * Tests of long inputs, properties that need many values, and tests that start servers, processes or compilers again and
 * again. `npm run test:large` runs them.
 */
export const large = [
  "test/analysis/cost.test.ts",
  "test/analysis/decide/{exhaustive,hard-filters,numbers,related,scalars,sqlite,texts}.test.ts",
  "test/backends/predicate/memory.test.ts",
  "test/backends/sql/{hostile,indexes,limits}.test.ts",
  "test/backends/sql/{duckdb,postgres}/indexes.test.ts",
  "test/backends/sql/duckdb/tables.test.ts",
  "test/cli/executable.test.ts",
  "test/desk/bundle.test.ts",
  "test/documentation/{docs-on-pglite,migrating,recipes,types}.test.ts",
  "test/examples/**/*.test.ts",
  "test/filter-index/{cost,many-runs.property,memory,workloads}.test.ts",
  "test/inspection/embedded.test.ts",
  "test/package/core.test.ts",
  "test/types/{completions,cost,hovers,messages,parameter-names,params}.test.ts",
  "test/properties/{engines,json-schema}.property.test.ts",
  "test/read/long-texts.test.ts",
]

export default defineConfig({
  // What an example imports from the package, a test takes from its source.
  resolve: {
    alias: [
      { find: /^desk-filter$/, replacement: src("index.ts") },
      { find: /^desk-filter\/(.+)$/, replacement: src("$1.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // What needs servers or other tools has a suite of its own.
    exclude: [
      "test/{bridges,browser,columns,drivers,installations,json-schema-tools,servers}/**",
      "**/node_modules/**",
      ...large,
    ],
    typecheck: { include: ["test/**/*.test-d.ts"] },
    // All cores: by default one of two would do nothing.
    maxWorkers: "100%",
    // No test replaces a module, so files can share what is loaded.
    isolate: false,
    // PGlite takes some seconds to start, and machines are slow at times.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: process.env.CI ? ["default", noSkips] : ["default"],
    coverage: {
      // The entries only export what other files define.
      include: ["src/*/**/*.ts"],
      exclude: ["examples/**"],
      reporter: ["text", "json-summary"],
      reportOnFailure: true,
      // Properties with random values reach some branches, so branches have a margin.
      thresholds: { statements: 100, branches: 99.5, functions: 100, lines: 100 },
    },
  },
})
