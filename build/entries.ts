import manifest from "../package.json" with { type: "json" }

/** A kind of module that the package has for its entries. */
export type Format = "esm" | "cjs"

/** The condition of package.json that leads to the modules of a format. */
const conditions: Readonly<Record<Format, string>> = { esm: "import", cjs: "require" }

/** The entries that package.json has in a format: "./sql" is src/sql.ts. A file of data, such as package.json, is no entry. */
export function entriesIn(format: Format): readonly string[] {
  return Object.entries(manifest.exports)
    .filter(([, targets]) => typeof targets === "object" && conditions[format] in targets)
    .map(([path]) => path.slice("./".length) || "index")
}
