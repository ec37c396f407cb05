import { expectTypeOf, test } from "vitest"
import { diagnostic, type Mistake } from "../../src/diagnostics/diagnostic.ts"
import type {
  Diagnostic,
  DiagnosticCode,
  DiagnosticOf,
  DiagnosticParams,
  ExpectedType,
  FieldTypeName,
} from "../../src/index.ts"

declare const found: Diagnostic

test("the code of a diagnostic determines its params", () => {
  expectTypeOf(found.code).toEqualTypeOf<DiagnosticCode>()
  if (found.code === "unsupported-operator") {
    expectTypeOf(found).toEqualTypeOf<DiagnosticOf<"unsupported-operator">>()
    expectTypeOf(found.params.operator).toEqualTypeOf<string>()
  }
  if (found.code === "limit-exceeded" && found.params.limit === "maxParameters")
    expectTypeOf(found.params.actual).toEqualTypeOf<number>()
})

test("a table of messages needs one for every code", () => {
  type Messages = { readonly [Code in DiagnosticCode]: (params: DiagnosticParams[Code]) => string }
  // @ts-expect-error the other codes are missing
  const incomplete: Messages = { "unsupported-operator": ({ operator }) => operator }
  expectTypeOf(incomplete).toEqualTypeOf<Messages>()
})

test("a mistake needs the params of its code", () => {
  // @ts-expect-error there are no params
  const without: Mistake = { code: "unsupported-operator", message: "" }
  // @ts-expect-error these are the params of another code
  const other: Mistake = { code: "unsupported-operator", message: "", params: { reason: "empty-text" } }
  for (const mistake of [without, other]) expectTypeOf(diagnostic(mistake, [])).toEqualTypeOf<Diagnostic>()
})

test("a value may be expected of each type of field", () => {
  expectTypeOf<ExpectedType>().toEqualTypeOf<FieldTypeName>()
})
