import manifest from "../package.json" with { type: "json" }

/** A kind of module that the package has for its entries. */
export type Format = "esm" | "cjs"

/** The condition of package.json that leads to the modules of a format. */
const conditions: Readonly<Record<Format, string>> = { esm: "import", cjs: "require" }

const { "./package.json": _, ...exported } = manifest.exports

/** The entries that package.json has in a format: "./sql" is src/sql.ts. */
export function entriesIn(format: Format): readonly string[] {
  return Object.entries(exported)
    .filter(([, targets]) => conditions[format] in targets)
    .map(([path]) => path.slice("./".length) || "index")
}
