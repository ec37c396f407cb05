import { defineConfig } from "tsup"

export default defineConfig({
  entry: {
    index: "src/index.ts",
    builder: "src/builder.ts",
    desk: "src/desk.ts",
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
  clean: true,
})
