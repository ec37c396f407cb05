import { describe, expect, test } from "vitest"
import { runInNode } from "../fresh-process.ts"

/** A program that can ask which objects were collected, and how much memory is in use. */
const program = (body: string) => `
  import { filterBuilder } from "./builder.ts"
  import { customers } from "./desk.ts"
  import { filterIndex } from "./filter-index.ts"
  const { and, contains, eq, gt, lt, ne, noneOf, oneOf, or } = filterBuilder(customers)
  const later = () => new Promise((resolve) => setTimeout(resolve))
  /** A WeakRef keeps its object until the end of the task. */
  const alive = async (refs) => {
    await later()
    gc()
    return Object.fromEntries(Object.entries(refs).map(([name, ref]) => [name, ref.deref() !== undefined]))
  }
  const used = () => (gc(), process.memoryUsage().heapUsed)
  const print = (found) => console.log(JSON.stringify(found))
  ${body}`

const run = (body: string) => runInNode(program(body), ["--expose-gc"])

/** Filters of every kind, which share conditions with one another. */
const filters = `
  const make = (i) => [
    and(eq("state", "s" + i), gt("id", i)),
    or(eq("state", "s" + i), contains("firstName", "n" + i)),
    and(ne("state", "s" + i), or(lt("id", i), noneOf("id", [i, i + 1, i + 2]))),
    and(oneOf("id", [i, i + 1]), eq("contacts.value", "v" + i), gt("createdAt", new Date(i))),
    or(ne("contacts.value", "v" + i), contains("contacts.value", "v" + i)),
  ]
  const records = [{}, { id: 3, state: "s3", firstName: "n3", contacts: [{ value: "v3" }] }]`

describe("an index gives back", () => {
  test("a filter that was deleted, replaced or cleared, but not one that it holds", () => {
    expect(
      run(`${filters}
        const index = filterIndex(customers)
        const cleared = filterIndex(customers)
        const refs = {}
        const set = (into, id, filter) => {
          into.set(id, filter)
          refs[id] = new WeakRef(filter)
        }
        const fill = () => {
          set(index, "kept", and(eq("state", "s1"), gt("id", 1)))
          // They share a condition with the filter that is kept.
          set(index, "deleted", and(eq("state", "s1"), lt("id", 9)))
          set(index, "replaced", or(eq("state", "s1"), contains("firstName", "a")))
          set(cleared, "cleared", and(eq("state", "s1"), contains("firstName", "a")))
          for (const record of records) index.match(record), cleared.match(record)
          index.delete("deleted")
          index.set("replaced", ne("state", "s2"))
          cleared.clear()
          for (const record of records) index.match(record), cleared.match(record)
        }
        fill()
        print({ ...(await alive(refs)), sizes: [index.size, cleared.size] })`),
    ).toEqual({ kept: true, deleted: false, replaced: false, cleared: false, sizes: [2, 0] })
  })

  test("an id that was deleted", () => {
    expect(
      run(`${filters}
        const index = filterIndex(customers)
        const refs = {}
        const fill = () => {
          for (const name of ["kept", "deleted"]) {
            const id = { name }
            refs[name] = new WeakRef(id)
            for (const filter of make(3)) index.set(id, filter)
            index.match(records[1])
          }
          for (const [id] of index) if (id.name === "deleted") index.delete(id)
          index.match(records[1])
        }
        fill()
        print({ ...(await alive(refs)), size: index.size })`),
    ).toEqual({ kept: true, deleted: false, size: 1 })
  })

  test("a record, once another was matched", () => {
    expect(
      run(`${filters}
        const index = filterIndex(customers)
        for (const [i, filter] of make(3).entries()) index.set(i, filter)
        const refs = {}
        const match = () => {
          const record = { id: 3, state: "s3", contacts: [{ value: "v3" }], createdAt: new Date() }
          refs.record = new WeakRef(record)
          refs.related = new WeakRef(record.contacts[0])
          refs.date = new WeakRef(record.createdAt)
          index.match(record)
          index.change(record, undefined)
          index.match({})
        }
        match()
        print({ ...(await alive(refs)), size: index.size })`),
    ).toEqual({ record: false, related: false, date: false, size: 5 })
  })

  test("its memory: filters that come and go leave nothing", () => {
    expect(
      run(`${filters}
        const index = filterIndex(customers)
        index.set("kept", eq("id", 3))
        const round = (number) => {
          for (let i = 0; i < 2000; i++)
            for (const [j, filter] of make(2000 * number + i).entries()) index.set(5 * i + j, filter)
          index.match(records[1])
          for (let i = 0; i < 10_000; i++) index.delete(i)
          index.match(records[1])
        }
        round(0)
        const before = used()
        for (let number = 1; number <= 5; number++) round(number)
        const bytes = used() - before
        print({ size: index.size, found: index.match(records[1]), small: bytes < 50_000 * 10 ? true : bytes })`),
    ).toEqual({ size: 1, found: ["kept"], small: true })
  })
})

test("an index keeps less than 300 bytes for each condition, beside the filter", () => {
  expect(
    run(`${filters}
      const index = filterIndex(customers)
      for (const record of records) index.match(record)
      const made = Array.from({ length: 5000 }, (_, i) => make(i)).flat()
      const count = (filter) => filter.operands?.reduce((sum, operand) => sum + count(operand), 0) ?? 1
      const conditions = made.reduce((sum, filter) => sum + count(filter), 0)
      const before = used()
      for (const [i, filter] of made.entries()) index.set(i, filter)
      const found = index.match(records[1]).length
      const bytes = (used() - before) / conditions
      print({ conditions, found: found > 5000, small: bytes > 10 && bytes < 300 ? true : bytes, made: made.length })`),
  ).toEqual({ conditions: 60_000, found: true, small: true, made: 25_000 })
})
