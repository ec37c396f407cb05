import { compile } from "./test/types/compiler.ts"
const prelude = `
import { type FilterInput, defineSchema, field } from "desk-filter"
const schema = defineSchema({
  id: field.integer({ nullable: false }),
  role: field.enum(["agent", "admin"]),
  seenAt: field.datetime(),
  contacts: field.many({ value: field.string() }),
})
const input = (value: FilterInput<typeof schema>) => value
`
for (const l of ["input({ idd: 1 })", "input({ id: true })", 'input({ role: "agnet" })', 'input({ id: { $contains: "x" } })', 'input({ seenAt: { $lt: 5 } })', 'input({ "contacts.value": { $lt: 5 } })', 'input({ "contacts.valu": 5 })'])
  console.log(l, compile(prelude + l).errors.map(e=>e.message))
