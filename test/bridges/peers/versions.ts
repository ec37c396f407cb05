import { createRequire } from "node:module"

const require = createRequire(import.meta.url)

const packages = [
  "sift",
  "mingo",
  "@ucast/mongo2js",
  "@ucast/mongo",
  "@ucast/sql",
  "react-querybuilder",
  "react-querybuilder-7",
  "sql.js",
  "@electric-sql/pglite",
] as const

/** The name and the installed version of each package that the comparison uses. */
export function versions(): readonly string[] {
  // The older version is installed beside the other one, under another name.
  return packages.map((name) => `${name.replace(/-7$/, "")} ${versionOf(name)}`)
}

/** Some packages do not export their package.json, so this looks beside the folders that Node would search. */
function versionOf(name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return String(require(`${folder}/${name}/package.json`).version)
    } catch {
      // The package is in a folder further up.
    }
  }
  throw new Error(`${name} is not installed`)
}
