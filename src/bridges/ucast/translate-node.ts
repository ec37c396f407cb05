import { opposite } from "../../check/translation/negation.ts"
import { inOneRow, notInOneRow } from "../../check/translation/one-row.ts"
import { andThen, type Translation } from "../../check/translation/translation.ts"
import { and, type Filter, or } from "../../filter/filter.ts"
import { untranslatable } from "../model-mistakes.ts"
import { joinedAll, type ModelReader } from "../model-reader.ts"
import type { Around } from "./around.ts"
import { decidingNulls, withoutImplied } from "./deciding-nulls.ts"
import type { Comparison, Group, Node, Row, TextTest } from "./node.ts"
import { comparison, textTest } from "./test-of-field.ts"

/** The filter that a condition means. Undefined after a mistake, which is reported. */
export function translateNode(
  reader: ModelReader,
  node: Node | undefined,
  around: Around,
): Filter | undefined {
  return node && translators[node.kind](reader, node as never, around)
}

const translators: {
  readonly [Kind in Node["kind"]]: (
    reader: ModelReader,
    node: Extract<Node, { kind: Kind }>,
    around: Around,
  ) => Filter | undefined
} = {
  group,
  row,
  comparison: (reader, node, around) => test(reader, node, around, () => comparison(reader, node, around)),
  text: (reader, node, around) => test(reader, node, around, () => textTest(reader, node)),
}

/** A negation is carried to the tests, where the path of a test that has no opposite is known. */
function group(reader: ModelReader, node: Group, around: Around): Filter | undefined {
  const { compound } = node
  const { isNegated: isRowNegated } = around.row ?? around
  const nulls = decidingNulls(node, around.nulls, reader.schema)
  const nodes = withoutImplied(node, nulls, reader.schema, around.row !== undefined)
  const isNegated = isRowNegated !== compound.isNegated
  const needsAll = (compound.needs === "all") !== isNegated
  if (around.row !== undefined && needsAll && nodes.length !== 1)
    return reader.refuse(node.path, untranslatable(node.written, notInOneRow()))
  const inside: Around = {
    ...around,
    nulls,
    ...(around.row === undefined ? { isNegated } : { row: { isNegated } }),
  }
  const filters = nodes.map((inner) => translateNode(reader, inner, inside))
  // In a row, the negation of the whole turns the disjunction of its conditions into a conjunction.
  const isConjunction = around.row === undefined ? needsAll : around.isNegated
  return joinedAll(isConjunction ? and : or, filters)
}

function row(reader: ModelReader, { node }: Row, around: Around): Filter | undefined {
  return translateNode(reader, node, { ...around, row: { isNegated: false } })
}

function test(
  reader: ModelReader,
  { path, written }: Comparison | TextTest,
  { isNegated, row }: Around,
  translate: () => Translation,
): Filter | undefined {
  return reader.rule(path, written, () => {
    const asked = translate()
    if (row === undefined) return isNegated ? opposite(asked) : asked
    const some = andThen(row.isNegated ? opposite(asked) : asked, (filter) => inOneRow(reader.schema, filter))
    return isNegated ? opposite(some) : some
  })
}
