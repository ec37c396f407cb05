import { compile } from "./test/types/compiler.ts"
const n = Number(process.argv[2])
const types = ["integer()", "string()", "boolean()", "datetime()", 'reference("users")', 'enum(["a", "b"])']
const fields = Array.from({ length: Math.floor(n*0.9) }, (_, i) => `f${i}: field.${types[i % types.length]}`)
const rels = Array.from({ length: 10 }, (_, r) => `many${r}: field.many({ ${Array.from({ length: Math.ceil(n/100) }, (_, i) => `r${i}: field.string()`).join()} })`)
const s = `
import { type FilterInput, defineSchema, field, parseFilter, safeParseFilter, pick, omit } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
const schema = defineSchema({ ${fields.join()}, ${rels.join()} })
`
compile(s)
const t = performance.now()
const { instantiations, errors } = compile(s + process.argv[3])
console.log(instantiations, performance.now() - t, errors.map(e => e.message.slice(0,200)))
