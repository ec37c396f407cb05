import { never } from "../blank.ts"
import { hasNoValue, hasValue } from "../presence.ts"
import type { MuiOperator } from "./item.ts"

export const isEmpty: MuiOperator = { isIncomplete: never, ofValue: ({ on }) => hasNoValue(on) }

export const isNotEmpty: MuiOperator = { isIncomplete: never, ofValue: ({ on }) => hasValue(on) }
