import type { Provocation } from "./provocation.ts"

export const mariadbProvocations: readonly Provocation[] = []
