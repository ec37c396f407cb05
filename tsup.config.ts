import { readdirSync } from "node:fs"
import type { Options } from "tsup"
import manifest from "./package.json" with { type: "json" }

const { "./package.json": _, ...exported } = manifest.exports

/** The condition of package.json that leads to the modules of a format. */
const conditions = { esm: "import", cjs: "require" } as const

/** The entries of the package in a format: "./sql" is src/sql.ts. */
const entriesIn = (format: keyof typeof conditions) =>
  Object.entries(exported)
    .filter(([, targets]) => conditions[format] in targets)
    .map(([path]) => path.slice("./".length) || "index")
    .map((name) => [name, `src/${name}.ts`])

// A chunk for each resource, so that a program that imports one brings in no other.
const resources = readdirSync("src/desk").map((file) => [
  `desk/${file.replace(/\.ts$/, "")}`,
  `src/desk/${file}`,
])

const shared: Options = {
  target: "es2022",
  sourcemap: true,
  esbuildOptions: (options) => {
    // The package has the sources.
    options.sourcesContent = false
  },
}

const library = (format: keyof typeof conditions): Options => ({
  ...shared,
  entry: Object.fromEntries([...entriesIn(format), ...resources]),
  format,
  // tsup's maps of split CommonJS modules contain paths of the machine that built them.
  sourcemap: format === "esm",
  platform: "neutral",
  // Shared code goes into chunks of its own, so that an entry brings in what it uses and no more.
  splitting: true,
  dts: true,
})

const configurations: Options[] = [
  library("esm"),
  library("cjs"),
  {
    ...shared,
    entry: { cli: "cli/main.ts" },
    format: "esm",
    platform: "node",
    removeNodeProtocol: false,
    // The command imports the library by its name, as the modules do that it loads: there is one copy of it.
    external: [/^desk-filter/],
  },
]

export default configurations
