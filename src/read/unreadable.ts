import type { Mistake } from "../diagnostics/diagnostic.ts"

/** The mistake of a value that throws while it is read: a getter or a Proxy may throw anything, at any property. */
export const UNREADABLE: Mistake<"syntax"> = {
  code: "syntax",
  message: "The value cannot be read: a property throws an error",
  params: { reason: "unreadable" },
  hint: "pass plain JSON data",
}
