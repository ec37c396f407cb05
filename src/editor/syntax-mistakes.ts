import { FilterParser } from "../../grammar/generated/parser.ts"
import { recover } from "../../grammar/recovery/recover.ts"
import { nodes } from "../read/nodes.ts"
import { bounds } from "./bounds.ts"

/** The number of syntax errors in a text. */
export function countSyntaxMistakes(text: string): number {
  const isValid = new FilterParser(nodes, text, bounds, false).parse() !== undefined
  return isValid ? 0 : recover(nodes, text, bounds, Infinity).mistakes.length
}
