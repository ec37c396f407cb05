import { createSyntaxDiagramsCode, type ICreateSyntaxDiagramsConfig, type ISerializedGast } from "chevrotain"
import { isErrorProduction } from "../../grammar/rules.ts"

/** A page that draws the rules, without the error productions. */
export function syntaxDiagrams(
  rules: readonly ISerializedGast[],
  config: ICreateSyntaxDiagramsConfig | undefined,
): string {
  return createSyntaxDiagramsCode(withoutErrorProductions(rules), config)
}

function withoutErrorProductions(productions: readonly ISerializedGast[]): ISerializedGast[] {
  return productions
    .filter((production) => !isOfErrorProduction(production))
    .map((production) =>
      production.definition === undefined
        ? production
        : { ...production, definition: withoutErrorProductions(production.definition) },
    )
}

/** Whether it is an error production, a reference to one, or an alternative that consists of a reference to one. */
function isOfErrorProduction(production: ISerializedGast): boolean {
  const { type, definition = [], name } = production as ISerializedGast & { readonly name?: string }
  if (name !== undefined) return isErrorProduction(name)
  return type === "Alternative" && definition.some(isOfErrorProduction)
}
