import { ast } from "./ast.ts"
import { check } from "./check.ts"
import type { Command } from "./command.ts"
import { describe } from "./describe.ts"
import { explain } from "./explain.ts"
import { parseUrl } from "./parse-url.ts"
import { query } from "./query.ts"
import { schema } from "./schema.ts"
import { sql } from "./sql.ts"

/** The commands, in the order of the help. */
export const commands: readonly Command[] = [check, sql, query, parseUrl, describe, explain, ast, schema]
