import type { Options } from "tsup"
import { entriesIn, type Format } from "./build/entries.ts"

const typesOf = (format: Format): Options => ({
  entry: Object.fromEntries(entriesIn(format).map((entry) => [entry, `src/${entry}.ts`])),
  format,
  dts: { only: true },
})

const configurations: Options[] = [
  typesOf("esm"),
  typesOf("cjs"),
  {
    entry: { cli: "cli/main.ts" },
    format: "esm",
    target: "es2022",
    platform: "node",
    removeNodeProtocol: false,
    // The command imports the library by its name, as the modules do that it loads: there is one copy of it.
    external: [/^desk-filter/],
  },
]

export default configurations
