import { describe, expect, test } from "vitest"
import { isCompletable } from "../../src/codemirror/is-completable.ts"
import { deskFilterLanguage } from "../../src/codemirror.ts"

/** Whether to complete at the bar in a text. */
function completesAt(marked: string): boolean {
  const offset = marked.indexOf("|")
  const tree = deskFilterLanguage.parser.parse(marked.replace("|", ""))
  return isCompletable(tree, offset)
}

describe("typing is completed", () => {
  test.each([
    ...["{|", "{|}", "[|", '{"a":|', '{"a":1,|', "{ |", '{"a": |}', '{"$or":[1, |', '{"a":{"$eq": |'],
    ...['{"|', '{"|"}', '{"sta|', '{"sta|te":1}', "{sta|", '{"a":"|"}', '{"a":"x y|"}', '{"a":"x y|'],
    ...['{"a":tr|', '{"a":true|', '{"a":12|', '{"a":{"$|', '{"a":{"$g|"}}', "sta|", '{"a":[1|2]}'],
  ])("%s", (marked) => {
    expect(completesAt(marked)).toBe(true)
  })
})

describe("typing is not completed", () => {
  test.each([
    ...["|", " |", "|{", "{}|", "{} |", '{"a"|', '{"a" |', '{"a":"x"|', '{"a":"x" |', '{"a":{"$eq"|'],
    ...['{"$or"|:[]}', "[]|", '{"a":1 |', '{"a":12 |}', '{"a":true |', "{a |"],
  ])("%s", (marked) => {
    expect(completesAt(marked)).toBe(false)
  })
})
