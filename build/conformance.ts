/** Writes the conformance cases as data, for implementations in other languages: `tsx build/conformance.ts [folder]`. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { conformanceText } from "../test/conformance/export.ts"

const [dir = "dist"] = process.argv.slice(2)

mkdirSync(dir, { recursive: true })
writeFileSync(join(dir, "conformance.json"), conformanceText())
