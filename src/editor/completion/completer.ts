import { type RecoveredAt, recoverAt } from "../../../grammar/recovery/recover-at.ts"
import { Kind } from "../../../grammar/scanner.ts"
import { nodes } from "../../read/nodes.ts"
import type { Field } from "../../schema/field.ts"
import { IMPLICIT_OPERATOR, type Operator, takesList } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import type { SyntaxTree } from "../../syntax/syntax-tree.ts"
import { applyEdits } from "../edit.ts"
import { jsonOf } from "../json-of.ts"
import { bounds, countSyntaxErrors } from "../tree-of.ts"
import type { Candidate, MemberCandidate } from "./candidate.ts"
import type { Completion, LiveValue } from "./completion.ts"
import { keepsOperand, keepsValue } from "./kept-value.ts"
import { liveCandidates } from "./live-candidates.ts"
import { memberCandidates, operatorCandidates, operatorObjectCandidates } from "./member-candidates.ts"
import { type Place, placeOf } from "./place.ts"
import { edited, hasColon, memberSnippet } from "./place-edit.ts"
import { ranked } from "./rank.ts"
import { sampleOperand } from "./sample.ts"
import { plain, type Snippet, textOf, wrap } from "./snippet.ts"
import { valueCandidates } from "./value-candidates.ts"

type PlaceOf<Kind extends Place["kind"]> = Extract<Place, { kind: Kind }>

/** Reads a text for completion at an offset. Undefined if nothing can be written there. */
export function completerAt(schema: Schema, text: string, offset: number): Completer | undefined {
  const found = recoverAt(nodes, text, offset, bounds)
  const place = found && placeOf(schema, found.tree, found.cursor)
  const written = text.slice(found?.cursor.start, offset).replace(/^["'`]/, "")
  return found && place && new Completer(schema, text, found, place, written)
}

/** Finds the completions at an offset of a text. */
class Completer {
  constructor(
    private readonly schema: Schema,
    private readonly text: string,
    private readonly found: RecoveredAt<SyntaxTree>,
    private readonly place: Place,
    /** What the user has written of a name or a value, without quotes. */
    readonly written: string,
  ) {}

  /** The field of which the user writes a value. Undefined if the user writes something else. */
  get field(): Field | undefined {
    const { place } = this
    return place.kind === "value" || place.kind === "operand" || place.kind === "item"
      ? place.field
      : undefined
  }

  /** Whether the user has begun to write a string that is not the name of an operator. */
  get #isInString(): boolean {
    const { replaced } = this.found
    const isString = replaced?.kind === Kind.String || replaced?.kind === Kind.InvalidString
    return isString && this.written !== "" && !this.written.startsWith("$")
  }

  /** @param live values of the field that the user writes a value of */
  completions(live: readonly LiveValue[] = []): readonly Completion[] {
    const completions = this.#at(this.place, live)
    const isHarmless = this.found.isElsewhereValid || completions.length === 0
    return isHarmless ? completions : this.#harmless(completions)
  }

  /**
   * The completions that add no syntax error. A text with other mistakes may be read in another way after an edit. Edits
   * that end at the same offset with the same character have the same effect, so one of them is tried.
   */
  #harmless(completions: readonly Completion[]): readonly Completion[] {
    const allowed = countSyntaxErrors(this.text)
    const isHarmless = new Map<string, boolean>()
    return completions.filter(({ edit }) => {
      const end = `${edit.end}${edit.text.at(-1)}`
      const known = isHarmless.get(end)
      if (known !== undefined) return known
      const tried = countSyntaxErrors(applyEdits(this.text, [edit])) <= allowed
      isHarmless.set(end, tried)
      return tried
    })
  }

  #at(place: Place, live: readonly LiveValue[]): readonly Completion[] {
    switch (place.kind) {
      case "filter":
        return this.#filters("{", "}")
      case "filters":
        return this.#filters("[{", "}]")
      case "member":
        return this.#members(place)
      case "operator":
        return this.#operators(place)
      case "value":
        return this.#values(place, live)
      case "operand":
        return this.#operands(place, live)
      case "item":
        return this.#items(place, live)
    }
  }

  #filters(before: string, after: string): readonly Completion[] {
    return this.#ranked(memberCandidates(this.schema, new Set())).map((candidate) =>
      this.#completion(candidate, wrap(before, memberSnippet(candidate.name, candidate.value), after)),
    )
  }

  #members({ others, value }: PlaceOf<"member">): readonly Completion[] {
    const wasLogical = this.found.replaced?.kind === Kind.LogicalName
    return this.#ranked(memberCandidates(this.schema, others)).map((candidate) => {
      const { kind, name } = candidate
      const keeps = kind === "logical" ? wasLogical : keepsValue(this.schema, name, value)
      return this.#member(candidate, keeps && value.kind !== "gap", value.span?.end)
    })
  }

  #operators({ field, others, operand }: PlaceOf<"operator">): readonly Completion[] {
    return this.#ranked(operatorCandidates(field, others)).map((candidate) =>
      this.#member(
        candidate,
        keepsOperand(this.schema, field, candidate.name, operand) && operand.kind !== "gap",
        operand.span?.end,
      ),
    )
  }

  /** The name of a member. The member keeps its value, or gets a new one. */
  #member(candidate: MemberCandidate, keeps: boolean, endOfValue: number | undefined): Completion {
    const { name, value } = candidate
    if (!keeps)
      return this.#completion(
        candidate,
        memberSnippet(name, value),
        Math.max(this.found.cursor.end, endOfValue ?? 0),
      )
    return this.#completion(candidate, plain(`${JSON.stringify(name)}${hasColon(this.found) ? "" : ":"}`))
  }

  #values({ field }: PlaceOf<"value">, live: readonly LiveValue[]): readonly Completion[] {
    const values = field.operators.includes(IMPLICIT_OPERATOR)
      ? this.#valuesOf(field, IMPLICIT_OPERATOR, live)
      : []
    const objects = this.#isInString ? [] : this.#ranked(operatorObjectCandidates(field))
    return [...values, ...objects].map((candidate) => this.#completion(candidate, candidate.value))
  }

  #operands({ field, operator }: PlaceOf<"operand">, live: readonly LiveValue[]): readonly Completion[] {
    const values = this.#valuesOf(field, operator, live)
    if (!takesList(operator)) return values.map((candidate) => this.#completion(candidate, candidate.value))
    const list: Candidate = { label: "[…]", kind: "snippet", value: sampleOperand(field, operator) }
    return [
      ...values.map((candidate) => this.#completion(candidate, wrap("[", candidate.value, "]"))),
      ...this.#ranked([list]).map((candidate) => this.#completion(candidate, candidate.value)),
    ]
  }

  #items({ field, operator, others }: PlaceOf<"item">, live: readonly LiveValue[]): readonly Completion[] {
    const taken = new Set(others.map(jsonOf))
    return this.#valuesOf(field, operator, live)
      .filter(({ value }) => !taken.has(textOf(value)))
      .map((candidate) => this.#completion(candidate, candidate.value))
  }

  /** The values of a field. What the caller found is not compared with what the user has written: the caller did that. */
  #valuesOf(field: Field, operator: Operator, live: readonly LiveValue[]): readonly Candidate[] {
    const known = this.#ranked(valueCandidates(field, operator))
    const texts = new Set(known.map(({ value }) => textOf(value)))
    return [...liveCandidates(field, live).filter(({ value }) => !texts.has(textOf(value))), ...known]
  }

  #ranked<Any extends Candidate>(candidates: readonly Any[]): readonly Any[] {
    return ranked(candidates, this.written)
  }

  #completion(candidate: Candidate, snippet: Snippet, end?: number): Completion {
    const { label, kind, detail, documentation } = candidate
    return {
      label,
      kind,
      ...(detail !== undefined && { detail }),
      ...(documentation !== undefined && { documentation }),
      ...edited(this.found, snippet, end),
    }
  }
}
