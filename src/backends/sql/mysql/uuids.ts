import { bindComparable } from "../dialect/bind.ts"
import { Parameter, sql } from "../dialect/fragment.ts"
import { type Answers, plain } from "./column-type.ts"

/** The 16 bytes of a UUID in the order of its digits. */
export const uuidBytes: Answers = {
  uuid: () => plain((uuid) => sql`UNHEX(REPLACE(${new Parameter(uuid)}, '-', ''))`, bindComparable),
}
