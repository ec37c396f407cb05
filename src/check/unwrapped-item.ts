import { flatList } from "./flat-list.ts"
import type { Rule } from "./rule.ts"
import { unwrappedText } from "./translation/unwrapped-text.ts"
import { withHint } from "./with-hint.ts"

/** An item of a list is not an object that wraps a value. */
export const unwrappedItem: Rule<"misplacedItem"> = {
  on: "misplacedItem",
  check(node, context) {
    const value = unwrappedText(node, context.field)
    return withHint(flatList.check(node, context), value && `write the value itself: ${value}`)
  },
}
