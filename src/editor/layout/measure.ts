import { CLOSING, OPENING } from "../../../grammar/brackets.ts"
import { Kind } from "../../../grammar/scanner.ts"
import type { Token } from "./tokens-of.ts"

/** What decides how an object or a list is laid out. */
export interface Extent {
  /** The index of its closing bracket. */
  readonly end: number
  /** Whether an object is nested in a list of it, or in the list itself. */
  readonly hasObjectInList: boolean
  /** Whether nothing is nested in it. */
  readonly isFlat: boolean
}

interface Open {
  readonly at: number
  readonly isList: boolean
  hasObjectInList: boolean
  isFlat: boolean
}

/** The extents of all objects and lists, by the index of their opening brackets. */
export function extentsOf(tokens: readonly Token[]): ReadonlyMap<number, Extent> {
  const extents = new Map<number, Extent>()
  const open: Open[] = []
  tokens.forEach(({ kind }, at) => {
    if (OPENING.includes(kind))
      open.push({ at, isList: kind === Kind.LBracket, hasObjectInList: false, isFlat: true })
    if (!CLOSING.includes(kind)) return
    const { at: start, isList, hasObjectInList, isFlat } = open.pop() as Open
    extents.set(start, { end: at, hasObjectInList, isFlat })
    const parent = open.at(-1)
    if (parent === undefined) return
    parent.isFlat = false
    parent.hasObjectInList ||= hasObjectInList || (parent.isList && !isList)
  })
  return extents
}

/** The width of all tokens before each token, on one line. */
export function offsetsOnOneLine(tokens: readonly Token[]): readonly number[] {
  const offsets = [0]
  let offset = 0
  for (const { kind, start, end } of tokens) {
    // A space follows a comma and a colon.
    offset += end - start + (kind === Kind.Comma || kind === Kind.Colon ? 1 : 0)
    offsets.push(offset)
  }
  return offsets
}
