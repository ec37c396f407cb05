import { readFile, writeFile } from "node:fs/promises"
import { withOperatorsTable } from "./operators-table.ts"

const readme = new URL("../../README.md", import.meta.url)
await writeFile(readme, withOperatorsTable(await readFile(readme, "utf8")))
