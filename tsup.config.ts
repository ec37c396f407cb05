import { readdirSync } from "node:fs"
import { defineConfig } from "tsup"
import manifest from "./package.json" with { type: "json" }

/** The entries of the package: "./sql" is src/sql.ts. */
const entries = Object.keys(manifest.exports)
  .filter((path) => path !== "./package.json")
  .map((path) => path.slice("./".length) || "index")
  .map((name) => [name, `src/${name}.ts`])

// A chunk for each resource, so that a program that imports one brings in no other.
const resources = readdirSync("src/desk").map((file) => [
  `desk/${file.replace(/\.ts$/, "")}`,
  `src/desk/${file}`,
])

export default defineConfig([
  {
    entry: {
      ...Object.fromEntries(entries),
      ...Object.fromEntries(resources),
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
