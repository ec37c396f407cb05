import { readFile, writeFile } from "node:fs/promises"
import { withDatabasesTable } from "./databases-table.ts"
import { withOperatorsTable } from "./operators-table.ts"

const root = new URL("../../", import.meta.url)
const pages: Readonly<Record<string, (page: string) => string>> = {
  "README.md": withOperatorsTable,
  "docs/databases.md": withDatabasesTable,
}
for (const [path, withTable] of Object.entries(pages)) {
  const page = new URL(path, root)
  await writeFile(page, withTable(await readFile(page, "utf8")))
}
