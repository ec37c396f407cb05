import type { SyntaxNode, Tree } from "@lezer/common"

/** Whether to complete while the user types, by the token before the caret. */
interface Completable {
  /** When the caret is inside the token. */
  readonly inside: boolean
  /** When the caret is directly after the token. */
  readonly after: boolean
  /** When white space is between the token and the caret. */
  readonly apart: boolean
}

const BEFORE_ITEM: Completable = { inside: true, after: true, apart: true }
const QUOTED: Completable = { inside: true, after: false, apart: false }
const UNFINISHED: Completable = { inside: true, after: true, apart: false }
const NEVER: Completable = { inside: false, after: false, apart: false }

/** The rules by the name of the token. Any other token can grow as the user types. */
const RULES: ReadonlyMap<string, Completable> = /* @__PURE__ */ new Map([
  ["{", BEFORE_ITEM],
  ["[", BEFORE_ITEM],
  [":", BEFORE_ITEM],
  [",", BEFORE_ITEM],
  ["FieldName", QUOTED],
  ["Operator", QUOTED],
  ["LogicalOperator", QUOTED],
  ["String", QUOTED],
  ["}", NEVER],
  ["]", NEVER],
])

/** Whether a text that the user types at an offset is worth completing, without being asked for it. */
export function isCompletable(tree: Tree, offset: number): boolean {
  const token = tokenBefore(tree, offset)
  if (token === undefined) return false
  const { inside, after, apart } = RULES.get(token.name) ?? UNFINISHED
  if (offset < token.to) return inside
  return offset === token.to ? after : apart
}

/** The last token that begins before an offset. Inside of an unreadable token it is the error node. */
function tokenBefore(tree: Tree, offset: number): SyntaxNode | undefined {
  let token: SyntaxNode | undefined
  for (let node = visibleBefore(tree.topNode, offset); node !== null; node = visibleBefore(node, offset))
    token = node
  return token
}

/** The last child that begins before an offset. A missing part is no such child. */
function visibleBefore(node: SyntaxNode, offset: number): SyntaxNode | null {
  let child = node.childBefore(offset)
  while (child !== null && child.from === child.to) child = child.prevSibling
  return child
}
