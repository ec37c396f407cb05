import type { Provocation } from "./provocation.ts"

export const clickhouseProvocations: readonly Provocation[] = []
