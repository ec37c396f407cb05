import type { Comparable } from "../../../schema/comparison-form.ts"
import { isLowerCaseUuid } from "../../../text/uuid.ts"
import { none, one, type Stored } from "../dialect/stored.ts"
import { type Answer, type Answers, type MysqlType, plain } from "../mysql/column-type.ts"
import { castTo } from "../mysql/numbers.ts"
import { comparedByBytes } from "../mysql/texts.ts"

/** MariaDB refuses a UUID of version 8 or above, unless its variant is that of RFC 9562 or a later one. */
const REFUSED = /^.{14}[89a-f].{4}[0-7]/

/** A text that is no UUID is in no column. Its order among UUIDs is that of their texts. */
function store(text: Comparable): Stored {
  const uuid = String(text)
  return isLowerCaseUuid(uuid) && !REFUSED.test(uuid) ? one(uuid) : none(uuid)
}

const asUuid: MysqlType = /* @__PURE__ */ plain(/* @__PURE__ */ castTo("UUID"), store)
const asText: Answer = () => ({ ...asUuid, ordered: comparedByBytes.ordered })

/** MariaDB writes a UUID in lower case. */
export const uuids: Answers = { uuid: () => asUuid, string: asText, enum: asText }
