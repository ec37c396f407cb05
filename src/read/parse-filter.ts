import { check } from "../check/check.ts"
import type { CheckContext } from "../check/rule.ts"
import { rules } from "../check/rules.ts"
import { groupByKind } from "../check/rules-by-kind.ts"
import { selective } from "../check/selective.ts"
import { FilterError } from "../diagnostics/filter-error.ts"
import { Reporter } from "../diagnostics/reporter.ts"
import type { Filter } from "../filter/filter.ts"
import { assertSchema } from "../schema/assert-schema.ts"
import type { Unchecked } from "../schema/infer.ts"
import type { Schema } from "../schema/schema.ts"
import type { SyntaxTree } from "../syntax/syntax-tree.ts"
import { fromJson } from "./from-json.ts"
import { capOf, defaultLimits, type Limits, resolveLimits } from "./limits.ts"
import { parse, parseWithGaps } from "./parse.ts"

/** How {@link parseFilter} reads a filter. */
export interface ParseOptions {
  /** How large a filter may be. A missing limit has its default. */
  readonly limits?: Partial<Limits>
  /**
   * What `{"$or":[]}` means: no record (`"none"`), every record (`"all"`), or a mistake (`"error"`).
   * Default: `"none"`, which is also the meaning when `stringify` writes it.
   */
  readonly emptyOr?: "all" | "none" | "error"
  /** Whether to reject a filter that matches every record, as a guard for bulk updates. Default: false. */
  readonly requireSelective?: boolean
}

const RULES = /* @__PURE__ */ groupByKind(rules)

const EMPTY_ORS: readonly unknown[] = ["all", "none", "error"]

interface ResolvedOptions extends Required<ParseOptions> {
  readonly limits: Limits
}

const DEFAULTS: ResolvedOptions = { limits: defaultLimits, emptyOr: "none", requireSelective: false }

/** What {@link safeParseFilter} returns. */
export type ParseResult<S extends Schema> =
  | { readonly ok: true; readonly filter: Filter<S> }
  | { readonly ok: false; readonly error: FilterError }

/**
 * Reads a filter and checks it against a schema.
 *
 * @param schema the fields that the filter may use
 * @param input the JSON text of the filter, or the filter as a parsed JSON value, such as the body of a
 * request. Text is better: it keeps every digit, every duplicate name and the position of every mistake.
 * @param options limits, and what to do with a filter that matches nothing or everything
 * @returns the filter, checked and deeply frozen
 * @throws FilterError with every mistake, up to `limits.maxDiagnostics`; no input makes it throw anything else
 * @throws TypeError when the first argument is no schema, and RangeError when an option is unknown or has an invalid
 * value: mistakes of the program
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","id":{"$in":[1,2]}}')
 * toPredicate(filter)({ id: 2, state: "active" }) // true
 * ```
 */
export function parseFilter<S extends Schema>(
  schema: S,
  input: Unchecked<S>,
  options?: ParseOptions,
): Filter<S> {
  assertSchema(schema)
  const { limits, emptyOr, requireSelective } = resolveOptions(options)
  const { maxRelationConditions } = limits
  const context: CheckContext = { schema, emptyOr, maxRelationConditions }
  const filterRules = requireSelective ? [selective(limits.maxGuardSteps)] : []
  const read = (tree: SyntaxTree | undefined, reporter?: Reporter): Filter<S> | undefined =>
    tree && (check(tree, RULES, context, reporter, filterRules) as Filter<S> | undefined)
  if (typeof input === "string") {
    // Only mistakes need spans and paths, and most texts have none: the first pass goes without them.
    const filter = read(parse(input, limits))
    if (filter !== undefined) return filter
    const reporter = new Reporter(input, capOf(limits))
    // The tree has gaps, so a filter that it might mean must never be used.
    read(parseWithGaps(input, limits, reporter), reporter)
    throw reporter.error()
  }
  const reporter = new Reporter(undefined, capOf(limits))
  const filter = read(fromJson(input, limits, reporter), reporter)
  // A tree that has gaps was reported, and must never become a filter.
  if (filter === undefined || reporter.hasReports) throw reporter.error()
  return filter
}

function resolveOptions(given?: ParseOptions): ResolvedOptions {
  if (given === undefined) return DEFAULTS
  // A misspelt option must not disable a guard silently.
  for (const name of Object.keys(given))
    if (!Object.hasOwn(DEFAULTS, name)) throw new RangeError(`There is no option named ${name}`)
  const { emptyOr = "none", requireSelective = false } = given
  if (!EMPTY_ORS.includes(emptyOr)) throw new RangeError('emptyOr must be "all", "none" or "error"')
  return { limits: resolveLimits(given.limits), emptyOr, requireSelective }
}

/**
 * Reads a filter as {@link parseFilter} does, and returns a FilterError instead of throwing it.
 *
 * @param schema the fields that the filter may use
 * @param input the JSON text of the filter, or the filter as a JSON value
 * @param options limits, and what to do with a filter that matches nothing or everything
 * @returns `{ ok: true, filter }`, or `{ ok: false, error }`
 * @throws TypeError and RangeError as {@link parseFilter} does, for mistakes of the program
 *
 * @example
 * ```ts
 * const result = safeParseFilter(customers, '{"state":')
 * result.ok ? result.filter : result.error.toProblem()
 * ```
 */
export function safeParseFilter<S extends Schema>(
  schema: S,
  input: Unchecked<S>,
  options?: ParseOptions,
): ParseResult<S> {
  try {
    return { ok: true, filter: parseFilter(schema, input, options) }
  } catch (error) {
    if (error instanceof FilterError) return { ok: false, error }
    throw error
  }
}
