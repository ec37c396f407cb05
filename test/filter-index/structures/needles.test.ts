import fc from "fast-check"
import { expect, test } from "vitest"
import { Needles } from "../../../src/filter-index/structures/needles.ts"
import { runs } from "../../properties/runs.ts"

/** The items found, sorted, so that an item found twice would show. */
function scan<Item>(needles: Needles<Item>, text: string): Item[] {
  const found: Item[] = []
  needles.scan(text, (item) => found.push(item))
  return found.sort()
}

/** Needles whose items are themselves. */
function needlesOf(texts: Iterable<string>): Needles<string> {
  const needles = new Needles<string>()
  for (const text of texts) needles.add(text, text)
  return needles
}

const naiveScan = (texts: Iterable<string>, text: string) =>
  [...texts].filter((needle) => text.includes(needle)).sort()

test.each([
  { name: "no needle", needles: [], text: "abc", found: [] },
  { name: "the whole text", needles: ["abc"], text: "abc", found: ["abc"] },
  {
    name: "the start, the middle, the end",
    needles: ["ab", "bc", "cd"],
    text: "abcd",
    found: ["ab", "bc", "cd"],
  },
  { name: "longer than the text", needles: ["abcd"], text: "abc", found: [] },
  { name: "the empty needle in a text", needles: [""], text: "abc", found: [""] },
  { name: "the empty needle in the empty text", needles: ["", "a"], text: "", found: [""] },
  {
    name: "inside of each other",
    needles: ["a", "ab", "abc", "b", "bc", "c", "ac"],
    text: "xabc",
    found: ["a", "ab", "abc", "b", "bc", "c"],
  },
  { name: "found twice", needles: ["ab"], text: "abab", found: ["ab"] },
  { name: "overlapping", needles: ["aba", "bab"], text: "abab", found: ["aba", "bab"] },
  { name: "after a start of another needle", needles: ["aab", "ab"], text: "aaab", found: ["aab", "ab"] },
  { name: "only at the end of a failed needle", needles: ["abcx", "bc"], text: "abcy", found: ["bc"] },
  { name: "another case", needles: ["A"], text: "a", found: [] },
  {
    name: "half of a surrogate pair",
    needles: ["\ud83d", "\ude00", "😀"],
    text: "😀",
    found: ["\ud83d", "\ude00", "😀"].sort(),
  },
  {
    name: "the least and the greatest unit",
    needles: ["\0", "\uffff", "\0\uffff"],
    text: "\0\uffff",
    found: ["\0", "\0\uffff", "\uffff"],
  },
  { name: "normal forms differ", needles: ["é"], text: "e\u0301", found: [] },
])("$name", ({ needles, text, found }) => {
  expect(scan(needlesOf(needles), text)).toEqual(found)
})

test("the items need not be the needles", () => {
  const needles = new Needles<number>()
  needles.add("a", 1)
  needles.add("b", 2)
  expect(scan(needles, "ab")).toEqual([1, 2])
})

test("an item may be undefined", () => {
  const needles = new Needles<undefined>()
  needles.add("a", undefined)
  expect(scan(needles, "a")).toEqual([undefined])
})

test("deleting a needle that no scan has met", () => {
  const needles = needlesOf(["a", "b"])
  needles.delete("a")
  expect([needles.size, scan(needles, "ab")]).toEqual([1, ["b"]])
})

test("deleting a needle that a scan has met", () => {
  const needles = needlesOf(["a", "ab", "abc", "b"])
  expect(scan(needles, "abc")).toEqual(["a", "ab", "abc", "b"])
  needles.delete("ab")
  expect([needles.size, scan(needles, "abc")]).toEqual([3, ["a", "abc", "b"]])
})

test("deleting what is no needle changes nothing", () => {
  const needles = needlesOf(["ab", "b"])
  for (const text of ["", "a", "c", "abc"]) needles.delete(text)
  scan(needles, "")
  for (const text of ["", "a", "c", "abc"]) needles.delete(text)
  expect([needles.size, scan(needles, "ab")]).toEqual([2, ["ab", "b"]])
})

test("deleting a needle, and adding it again with another item", () => {
  const needles = new Needles<number>()
  needles.add("a", 1)
  needles.add("b", 2)
  needles.add("c", 3)
  scan(needles, "")
  needles.delete("a")
  needles.add("a", 4)
  expect([needles.size, scan(needles, "ab")]).toEqual([3, [2, 4]])
  needles.delete("a")
  needles.delete("a")
  expect([needles.size, scan(needles, "ab")]).toEqual([2, [2]])
})

test("deleting all needles, and adding others", () => {
  const needles = needlesOf(["", "a", "b"])
  scan(needles, "")
  for (const text of ["", "a", "b"]) needles.delete(text)
  expect([needles.size, scan(needles, "ab")]).toEqual([0, []])
  needles.add("b", "b")
  expect([needles.size, scan(needles, "ab")]).toEqual([1, ["b"]])
})

test("an error of the visitor does not disturb the next scan", () => {
  const needles = needlesOf(["a", "b"])
  const visit = () => {
    throw new Error("stop")
  }
  expect(() => needles.scan("ab", visit)).toThrow("stop")
  expect(scan(needles, "ab")).toEqual(["a", "b"])
})

test("scans between the additions", () => {
  const texts = Array.from({ length: 300 }, (_, i) => i.toString(3))
  const needles = new Needles<string>()
  for (const [i, text] of texts.entries()) {
    needles.add(text, text)
    expect(scan(needles, "1201201")).toEqual(naiveScan(texts.slice(0, i + 1), "1201201"))
  }
  for (const [i, text] of texts.entries()) {
    needles.delete(text)
    expect(scan(needles, "1201201")).toEqual(naiveScan(texts.slice(i + 1), "1201201"))
  }
})

// Each end of the text ends 2,000 needles. The scan reports each of them once.
test("many needles of one letter, in a text of it", () => {
  const texts = Array.from({ length: 2000 }, (_, i) => "a".repeat(i))
  expect(scan(needlesOf(texts), "a".repeat(16_384))).toEqual(texts)
})

test("long needles", () => {
  const long = "ab".repeat(8192)
  const texts = [long, `${long}c`, `b${long}`, `a${long}`, long.slice(1)]
  const needles = needlesOf(texts)
  expect(scan(needles, long)).toEqual([long, long.slice(1)].sort())
  expect(scan(needles, `aaa${long}c`)).toEqual(naiveScan(texts, `aaa${long}c`))
  needles.delete(long)
  expect(scan(needles, long)).toEqual([long.slice(1)])
})

/** Few letters, so that needles are often inside of each other and of the text. */
const letter = fc.constantFrom("a", "a", "b", "c", "\0", "\uffff", "\ud83d", "\ude00")
const needle = fc.string({ unit: letter, maxLength: 6 })
const command = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), texts: fc.array(needle, { maxLength: 30, size: "max" }) }),
  fc.record({ kind: fc.constant("delete" as const), texts: fc.array(needle) }),
  // Which needles go: each of them with a bit of the pattern.
  fc.record({ kind: fc.constant("delete some" as const), pattern: fc.array(fc.boolean(), { minLength: 1 }) }),
  fc.record({
    kind: fc.constant("scan" as const),
    text: fc.string({ unit: letter, maxLength: 50, size: "max" }),
  }),
)

test("adding, deleting and scanning in any order agree with String.prototype.includes", () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 50, size: "max" }), (commands) => {
      const needles = new Needles<number>()
      const model = new Map<string, number>()
      let item = 0
      const remove = (text: string) => {
        needles.delete(text)
        model.delete(text)
      }
      for (const command of commands) {
        if (command.kind === "add") {
          for (const text of command.texts.filter((text) => !model.has(text))) {
            needles.add(text, ++item)
            model.set(text, item)
          }
        } else if (command.kind === "delete") {
          for (const text of command.texts) remove(text)
        } else if (command.kind === "delete some") {
          const { pattern } = command
          for (const [i, text] of [...model.keys()].entries()) if (pattern[i % pattern.length]) remove(text)
        } else {
          const found = naiveScan(model.keys(), command.text).map((text) => model.get(text))
          expect(scan(needles, command.text)).toEqual(found.sort())
        }
        expect(needles.size).toBe(model.size)
      }
    }),
    runs(400),
  )
})
