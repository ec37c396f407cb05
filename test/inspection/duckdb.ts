import type { Provocation } from "./provocation.ts"

export const duckdbProvocations: readonly Provocation[] = []
