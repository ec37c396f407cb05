import { bindComparable } from "../dialect/bind.ts"
import type { Answer, Answers } from "../mysql/column-type.ts"
import { castTo } from "../mysql/numbers.ts"
import { comparedByBytes } from "../mysql/texts.ts"

const asUuid = /* @__PURE__ */ castTo("UUID")

/**
 * The text of a UUID is exact, and the index serves the UUID itself. A text that is none, or one that MariaDB refuses, is
 * cast to null, which is equal to nothing.
 */
const uuid: Answer = () => ({
  ...comparedByBytes,
  among: (name, values, test) => test(name, values.map(asUuid)),
  store: bindComparable,
})

/** MariaDB writes a UUID in lower case. */
export const uuids: Answers = { uuid, string: uuid, enum: uuid }
