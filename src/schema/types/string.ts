import { ordered } from "../../operators.ts"
import { isWellFormed } from "../../unicode.ts"
import { accept, type FieldType, mismatch, refuse } from "../field-type.ts"

/** Unicode text. U+0000 and lone surrogates are refused, because no two SQL engines store them alike. */
export const string: FieldType<string> = {
  operators: [...ordered, "$contains"],
  expects: "a string",
  read(literal) {
    if (literal.kind !== "string") return mismatch(this.expects, literal, "write it in double quotes")
    const text = literal.value
    if (isOrdinary(text)) return accept(text)
    if (text.includes("\0")) {
      return refuse(
        "invalid-value",
        "does not take the character U+0000",
        "leave out \\u0000: databases refuse or cut it",
      )
    }
    if (!isWellFormed(text)) {
      return refuse(
        "invalid-value",
        "does not take a lone surrogate, which is half a character",
        "an emoji is two \\u escapes: \\ud83d\\ude00",
      )
    }
    return accept(text)
  },
}

/** Whether the text holds neither of what may be refused. One pattern is sooner tried than two. */
function isOrdinary(text: string): boolean {
  return !/[\0\ud800-\udfff]/.test(text)
}
