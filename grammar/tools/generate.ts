import { writeFile } from "node:fs/promises"
import { diagram } from "./diagram.ts"
import { ebnf } from "./ebnf.ts"
import { parseTableSource } from "./parse-table-source.ts"
import { parserSource } from "./parser-source.ts"

const folder = new URL("../generated/", import.meta.url)
await writeFile(new URL("desk-filter.ebnf", folder), ebnf())
await writeFile(new URL("diagram.html", folder), diagram())
await writeFile(new URL("parser.ts", folder), parserSource())
await writeFile(new URL("parse-table.ts", folder), parseTableSource())
