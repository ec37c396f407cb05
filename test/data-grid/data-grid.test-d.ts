import { expectTypeOf, test } from "vitest"
import type { MuiFilterOptions } from "../../src/data-grid.ts"
import type { people } from "../conformance/people.ts"

test("only date-time fields can have columns with times", () => {
  type Name = NonNullable<MuiFilterOptions<typeof people>["dateTimeFields"]>[number]
  expectTypeOf<"seenAt" | "tags.at">().toExtend<Name>()
  expectTypeOf<Name & ("name" | "count" | "born" | "tags.due")>().toBeNever()
})
