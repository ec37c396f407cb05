import { buildCondition } from "../build/build-condition.ts"
import { tooManyRelated } from "../check/related-conditions.ts"
import type { Translation } from "../check/translation/translation.ts"
import type { Mistake, Path } from "../diagnostics/diagnostic.ts"
import { FilterError } from "../diagnostics/filter-error.ts"
import { Reporter } from "../diagnostics/reporter.ts"
import type { Condition, Filter } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import { capOf, exceeding, type Limits, type ReadLimit, resolveLimits } from "../read/limits.ts"
import { UNREADABLE } from "../read/unreadable.ts"
import { assertSchema } from "../schema/assert-schema.ts"
import type { Field } from "../schema/field.ts"
import type { Operator } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { kindOf } from "../text/value-kind.ts"
import { notA, untranslatable } from "./model-mistakes.ts"

/** Thrown at an exceeded limit. It never leaves this file. */
const EXCEEDED: unique symbol = Symbol("exceeded")

/**
 * Reads a filter from the model of another program, such as the rules of a form. Models come from clients: they may
 * have any shape and any size.
 *
 * @param read returns the filter, or undefined after it has reported a mistake
 * @throws FilterError with every mistake. Its paths lead to the rules of the model
 * @throws TypeError if `schema` is no schema, and RangeError if a limit is invalid: mistakes of the program
 */
export function readModel<S extends Schema>(
  schema: S,
  limits: Partial<Limits> | undefined,
  read: (reader: ModelReader) => Filter | undefined,
): Filter<S> {
  assertSchema(schema)
  const resolved = resolveLimits(limits)
  const reporter = new Reporter(undefined, capOf(resolved))
  const reader = new ModelReader(schema, resolved, reporter)
  let filter: Filter | undefined
  try {
    // The joined filter may nest too deep.
    filter = reader.attempt([], () => read(reader))
  } catch (error) {
    if (error !== EXCEEDED) reader.refuse(reader.path, UNREADABLE)
  }
  if (filter === undefined || reporter.hasReports) throw reporter.error()
  return filter as Filter<S>
}

/** Reads the parts of a model. It counts them against the limits of a filter, and collects the mistakes. */
export class ModelReader {
  readonly #reporter: Reporter
  readonly #limits: Limits
  #length = 0
  #nodes = 0
  #related = 0
  #path: Path = []

  constructor(
    readonly schema: Schema,
    limits: Limits,
    reporter: Reporter,
  ) {
    this.#limits = limits
    this.#reporter = reporter
  }

  /** The path to what is read at present. */
  get path(): Path {
    return this.#path
  }

  /** Reports a mistake. There will be no filter. */
  refuse(path: Path, mistake: Mistake): undefined {
    this.#reporter.report(mistake, path, undefined)
  }

  /** Counts a rule or a group. The root has the depth 1. */
  count(path: Path, depth: number): void {
    this.#path = path
    if (depth > this.#limits.maxDepth) this.#exceed("maxDepth")
    if (++this.#nodes > this.#limits.maxNodes) this.#exceed("maxNodes")
  }

  /** The own property of an object. What a prototype has is no part of a model. */
  member(object: object, name: string): unknown {
    return Object.hasOwn(object, name)
      ? this.counted((object as Readonly<Record<string, unknown>>)[name])
      : undefined
  }

  /** The value as an object. Undefined if it is none, which is reported. */
  object(value: unknown, path: Path): object | undefined {
    return kindOf(value) === "object" ? (value as object) : this.refuse(path, notA("object", value))
  }

  /** A copy of the value as a list. Undefined if it is none, which is reported. A hole becomes undefined. */
  list(value: unknown, path: Path): readonly unknown[] | undefined {
    if (!Array.isArray(value)) return this.refuse(path, notA("list", value))
    this.#path = path
    const { length } = value
    // A Proxy may return any length, and a different one each time.
    if (!(Number.isSafeInteger(length) && length <= this.#limits.maxListLength)) this.#exceed("maxListLength")
    this.#countLength(length)
    return Array.from({ length }, (_, index): unknown => this.counted(value[index]))
  }

  /** What `make` returns. Undefined after a FilterError, whose mistakes are reported with this path. */
  attempt<Made>(path: Path, make: () => Made): Made | undefined {
    this.#path = path
    try {
      return make()
    } catch (error) {
      if (!(error instanceof FilterError)) throw error
      for (const { path: _, ...mistake } of error.diagnostics) this.refuse(path, mistake)
      return undefined
    }
  }

  /**
   * The filter of one rule. Every mistake in it has the path of the rule.
   *
   * @param operator the operator of the rule, as the model names it
   * @param translate makes the filter with {@link condition}, or says why no filter means the same
   */
  rule(path: Path, operator: string, translate: () => Translation): Filter | undefined {
    const translation = this.attempt(path, translate)
    if (translation === undefined) return undefined
    if (typeof translation === "string") return this.refuse(path, untranslatable(operator, translation))
    this.#countRelated(relatedConditions(translation))
    return translation
  }

  /**
   * A condition with a value of the model, checked by the rules of the builder.
   *
   * @throws FilterError that {@link attempt} reports
   */
  condition(operator: Operator, name: unknown, argument: unknown): Condition {
    return buildCondition(this.schema, operator, name, argument)
  }

  /**
   * The field that a rule names.
   *
   * @throws FilterError that {@link attempt} reports
   */
  field(name: unknown): Field {
    const field = typeof name === "string" ? this.schema.fields.get(name) : undefined
    // The rules of the builder object to an unknown field.
    return field ?? buildCondition(this.schema, "$eq", name, null).field
  }

  #countRelated(more: number): void {
    const { maxRelationConditions: maximum } = this.#limits
    const before = this.#related
    this.#related += more
    if (before <= maximum && this.#related > maximum) this.refuse(this.#path, tooManyRelated(maximum))
  }

  /** Counts a text before anything is made of it. */
  counted<Given>(value: Given): Given {
    if (typeof value === "string") this.#countLength(value.length)
    return value
  }

  #countLength(length: number): void {
    this.#length += length
    if (this.#length > this.#limits.maxLength) this.#exceed("maxLength")
  }

  #exceed(limit: ReadLimit): never {
    this.refuse(this.#path, exceeding(this.#limits, limit))
    throw EXCEEDED
  }
}

/** How many conditions of a filter are on relations to many. */
function relatedConditions(filter: Filter): number {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return fold<number>(filter, {
    and: sum,
    or: sum,
    condition: ({ field }) => (field.relation?.cardinality === "many" ? 1 : 0),
  })
}

/** Joins filters, unless one of them is missing. */
export function joinedAll(
  join: (filters: Filter[]) => Filter,
  filters: readonly (Filter | undefined)[],
): Filter | undefined {
  const complete = filters.filter((filter) => filter !== undefined)
  return complete.length === filters.length ? join(complete) : undefined
}
