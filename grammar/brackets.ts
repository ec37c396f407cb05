import { Kind } from "./scanner.ts"

/** The tokens that begin an object or a list. */
export const OPENING: readonly Kind[] = [Kind.LBrace, Kind.LBracket]

/** The tokens that end one. */
export const CLOSING: readonly Kind[] = [Kind.RBrace, Kind.RBracket]
