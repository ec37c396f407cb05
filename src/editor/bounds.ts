import type { Bounds } from "../../grammar/scanner.ts"

/** An editor also helps with a text that a server would find too long. No filter nests deeper. */
export const bounds: Bounds = { maxDepth: 256, maxNodes: Infinity, maxListLength: Infinity }
