import { readdirSync } from "node:fs"
import { defineConfig } from "tsup"

// A chunk for each resource, so that a program that imports one brings in no other.
const resources = readdirSync("src/desk").map((file) => [
  `desk/${file.replace(/\.ts$/, "")}`,
  `src/desk/${file}`,
])

export default defineConfig([
  {
    entry: {
      index: "src/index.ts",
      analysis: "src/analysis.ts",
      builder: "src/builder.ts",
      desk: "src/desk.ts",
      ...Object.fromEntries(resources),
      "json-schema": "src/json-schema.ts",
      predicate: "src/predicate.ts",
      "query-string": "src/query-string.ts",
      sql: "src/sql.ts",
      "standard-schema": "src/standard-schema.ts",
    },
    format: "esm",
    target: "es2022",
    platform: "neutral",
    // Shared code goes into chunks of its own, so that an entry brings in what it uses and no more.
    splitting: true,
    sourcemap: true,
    dts: true,
    // Both are built at once: neither may remove what the other has just written.
    clean: ["!cli.js"],
  },
  {
    entry: { cli: "cli/main.ts" },
    format: "esm",
    target: "es2022",
    platform: "node",
    removeNodeProtocol: false,
    // The command imports the library by its name, as the modules do that it loads: there is one copy of it.
    external: [/^desk-filter/],
  },
])
