import { writeFile } from "node:fs/promises"
import { diagramsSource } from "./diagram.ts"
import { ebnf } from "./ebnf.ts"
import { parseTableSource } from "./parse-table-source.ts"
import { parserSource } from "./parser-source.ts"

const folder = new URL("../generated/", import.meta.url)
await writeFile(new URL("desk-filter.ebnf", folder), ebnf())
await writeFile(
  new URL("../../examples/playground/src/help/railroad-diagrams.json", import.meta.url),
  diagramsSource(),
)
await writeFile(new URL("parser.ts", folder), parserSource())
await writeFile(new URL("parse-table.ts", folder), parseTableSource())
