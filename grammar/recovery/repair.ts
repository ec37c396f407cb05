import { CLOSING, OPENING } from "../brackets.ts"
import { Kind, kindOfString } from "../scanner.ts"
import { type Edit, editsUpTo } from "./edit.ts"
import { computed, expectedKinds, isAtName, type Shifted, Stack } from "./stack.ts"
import { isUnreadable, type Token, type Tokens } from "./tokens.ts"

/** One explanation of the text so far: the changes that make it correct, and the stack after it. */
interface Candidate {
  readonly stack: Stack
  readonly cost: number
  /** The number of tokens in error productions. It decides between equal costs. */
  readonly misplaced: number
  readonly last: Edit | undefined
  /** Whether no token stands between the last change and the next token. */
  readonly isOpen: boolean
  readonly changes: number
  readonly mistakes: number
}

const CHANGE = 10
const DELETE = 11
/** What follows the filter is too much. If it is a second filter, it was likely meant to be joined with the first one. */
const DELETE_REST = 30
const DELETE_FILTERS = 21
/** A change directly after another one, or of a token that JSON does not have. */
const CONTINUE = 5
/** A text that ends too early lacks all its closing brackets. */
const COMPLETE = 9
/** The text begins with a value that is no filter. */
const MISPLACED_ROOT = 5

/** The most candidates to keep after a token, and how much more than the best one they may cost. */
const MAX_CANDIDATES = 8
const MAX_EXTRA_COST = 25
/** The most insertions of one candidate before a token. */
const MAX_INSERTIONS = 3
/** A user who writes a token writes the others that it needs. */
const BESIDE_KEPT = 2
/** What stands before it is rarely too much. */
const DELETE_BEFORE_KEPT = 14
/** How many more tokens must fit, so that a candidate needs no alternatives. */
const LOOKAHEAD = 3
/** If so many tokens follow the last change of the best candidate, the other candidates are given up. */
const SETTLED_AFTER = 1000
/** After so many changes, reading ends. */
const MAX_CHANGES = 1000
/** Candidates with a higher stack get no new brackets, so that changes cannot make a tree too deep. */
const MAX_HEIGHT = 300

const INSERTABLE: readonly Kind[] = /* @__PURE__ */ OPENING.concat(
  CLOSING,
  Kind.Colon,
  Kind.Comma,
  Kind.Missing,
)

/** What {@link repair} finds. */
export interface Repair {
  /** The changes, in the order of the text. */
  readonly edits: readonly Edit[]
  /** The index of the token at which reading ended. */
  readonly end: number
  /** Whether reading ended before the text, so that open brackets are no mistake. */
  readonly isCut: boolean
}

/**
 * Finds the least changes that make the tokens a sentence of the grammar. It is a beam search: it reads one token after
 * the other, keeps the best explanations of the text so far, and so takes time in proportion to the number of tokens.
 *
 * @param maxMistakes the search ends after more mistakes than this
 * @param start the stack after the tokens at the beginning that are not changed, and their number
 */
export function repair(tokens: Tokens, maxMistakes: number, start = { stack: Stack.start(), at: 0 }): Repair {
  return new Search(tokens).run(maxMistakes, start)
}

class Search {
  readonly #insertions = new Map<Stack, readonly (readonly Kind[])[]>()
  /** The best explanation that ends before the text does. */
  #ended: Candidate | undefined

  constructor(private readonly tokens: Tokens) {}

  run(maxMistakes: number, start: { readonly stack: Stack; readonly at: number }): Repair {
    let { at } = start
    let candidates: readonly Candidate[] = [
      {
        stack: start.stack,
        cost: 0,
        misplaced: 0,
        last: undefined,
        isOpen: false,
        changes: 0,
        mistakes: 0,
      },
    ]
    for (; candidates.length > 0 && this.tokens.at(at).kind !== Kind.End; at++) {
      const [{ changes, mistakes, cost, last }] = candidates as readonly [Candidate]
      if (mistakes > maxMistakes || changes > MAX_CHANGES) return this.#finish(candidates, at, true)
      // Costs only grow, so no candidate can become better than this one.
      if (this.#ended !== undefined && cost > this.#ended.cost) break
      if (at - (last?.at ?? at) > SETTLED_AFTER || candidates.length === 1) {
        const [best] = candidates as readonly [Candidate]
        const next = this.#skipFitting(best, at)
        at = next.at
        candidates = [next.candidate]
        if (this.tokens.at(at).kind === Kind.End) break
      }
      candidates = this.#readFitting(candidates, at) ?? this.#read(candidates, at)
    }
    return this.#finish(candidates, at, this.tokens.exceededAt !== undefined)
  }

  #finish(candidates: readonly Candidate[], at: number, isCut: boolean): Repair {
    const complete = candidates.map((candidate) => {
      const kinds = filling(candidate.stack, (stack) => stack.top === Kind.End)
      return inserted(candidate, at, kinds, kinds.length + (candidate.isOpen ? 0 : COMPLETE))
    })
    if (this.#ended !== undefined && !isCut) complete.push(this.#ended)
    const [winner] = complete.sort(compare)
    return { edits: editsUpTo(winner?.last), end: at, isCut }
  }

  /** Goes on to the first token that needs alternatives. */
  #skipFitting(candidate: Candidate, from: number): { readonly candidate: Candidate; readonly at: number } {
    // The gap of a change must be closed first.
    if (candidate.isOpen) return { candidate, at: from }
    const stacks: Stack[] = []
    let { stack } = candidate
    for (let at = from; ; at++) {
      stacks.push(stack)
      const { kind } = this.tokens.at(at)
      const after = fitting(stack, kind)
      if (after === undefined || kind === Kind.End) {
        const back = after === undefined ? Math.max(from, at - LOOKAHEAD) : at
        return { candidate: { ...candidate, stack: stacks[back - from] as Stack }, at: back }
      }
      stack = after.stack
    }
  }

  /** The candidates after one more token, if none of them needs alternatives: the usual case. */
  #readFitting(candidates: readonly Candidate[], at: number): readonly Candidate[] | undefined {
    const { kind } = this.tokens.at(at)
    const next: Candidate[] = []
    for (const candidate of candidates) {
      const after = fitting(candidate.stack, kind)
      if (after === undefined || !this.#fits(after.stack, at + 1)) return undefined
      next.push(shifted(withGap(candidate, at, kind), after))
    }
    return next
  }

  /** The candidates after one more token. */
  #read(candidates: readonly Candidate[], at: number): readonly Candidate[] {
    const token = this.tokens.at(at)
    const isKept = this.tokens.isKept(at)
    const isAfterKept = this.tokens.isKept(at - 1)
    // What stands beside a token that a user writes belongs to what the user means.
    const isFixed = isKept || (isAfterKept && !isUnreadable(token.kind))
    const deletion = this.tokens.isKept(at + 1) ? DELETE_BEFORE_KEPT : DELETE
    const insertion = isKept || isAfterKept ? BESIDE_KEPT : CHANGE
    const next = new Beam()
    // Candidates that insert tokens before this one follow those that do not.
    let waiting = candidates
    for (let count = 0; count <= MAX_INSERTIONS && waiting.length > 0; count++) {
      const longer = new Beam()
      for (const candidate of waiting) {
        if (candidate.cost > next.highestCost) continue
        const after = candidate.stack.shift(token.kind)
        if (after !== undefined) next.add(shifted(withGap(candidate, at, token.kind), after))
        if (after !== undefined && !after.isMisplaced && this.#fits(after.stack, at + 1)) continue
        if (!isFixed) {
          next.add(changed(candidate, at, "token", undefined, candidate.isOpen ? CONTINUE : deletion))
          next.add(this.#replaced(candidate, token, at))
        }
        if (candidate.stack.top === Kind.End && !candidate.isOpen) this.#end(candidate, at)
        if (candidate.cost + insertion > next.highestCost) continue
        const insertions = computed(this.#insertions, candidate.stack, insertionsAt)
        for (const kinds of insertions)
          longer.add(inserted(candidate, at, kinds, OPENING.includes(kinds[0] as Kind) ? CHANGE : insertion))
      }
      waiting = longer.candidates()
    }
    return next.candidates()
  }

  /** The candidate in which a token stands for a name that lacks its quotes, or for a gap. */
  #replaced(candidate: Candidate, token: Token, at: number): Candidate | undefined {
    const { kind } = token
    const isName = isAtName(candidate.stack)
    const isWord = isUnreadable(kind)
    if (INSERTABLE.includes(kind) || !(isName || isWord)) return undefined
    const name = isName && isWord && kind !== Kind.InvalidString ? this.tokens.textOf(token) : undefined
    // Comments and stray characters are no names.
    if (name !== undefined && !/^[^/]*[\p{L}\p{N}]/u.test(name)) return undefined
    const inserts = name === undefined ? Kind.Missing : kindOfString(name)
    return changed(candidate, at, "token", inserts, candidate.isOpen || isWord ? CONTINUE : CHANGE)
  }

  /** Notes the explanation that everything from here on is too much. */
  #end(candidate: Candidate, at: number): void {
    const isComma = this.tokens.at(at).kind === Kind.Comma
    const next = isComma ? at + 1 : at
    // More members: the bracket before them is too much, not they.
    if (this.tokens.at(next + 1).kind === Kind.Colon) return
    const cost = this.tokens.at(next).kind === Kind.LBrace ? DELETE_FILTERS : DELETE_REST
    const ended = changed(candidate, at, "rest", undefined, cost) as Candidate
    if (this.#ended === undefined || compare(ended, this.#ended) < 0) this.#ended = ended
  }

  /** Whether the next tokens follow without a mistake. */
  #fits(stack: Stack, from: number): boolean {
    let current = stack
    for (let at = from; at < from + LOOKAHEAD; at++) {
      const { kind } = this.tokens.at(at)
      const after = fitting(current, kind)
      if (after === undefined) return false
      if (kind === Kind.End) return true
      current = after.stack
    }
    return true
  }
}

/** The best candidates, one for each stack. */
class Beam {
  readonly #candidates = new Map<Stack, Candidate>()
  #least = Infinity

  /** A candidate with a higher cost is not worth keeping. */
  get highestCost(): number {
    return this.#least + MAX_EXTRA_COST
  }

  add(candidate: Candidate | undefined): void {
    if (candidate === undefined || candidate.cost > this.highestCost) return
    const rival = this.#candidates.get(candidate.stack)
    if (rival !== undefined && compare(rival, candidate) <= 0) return
    this.#candidates.set(candidate.stack, candidate)
    this.#least = Math.min(this.#least, candidate.cost)
  }

  /** The candidates, the best first. */
  candidates(): readonly Candidate[] {
    return [...this.#candidates.values()]
      .filter(({ cost }) => cost <= this.highestCost)
      .sort(compare)
      .slice(0, MAX_CANDIDATES)
  }
}

function compare(a: Candidate, b: Candidate): number {
  return a.cost - b.cost || a.misplaced - b.misplaced
}

/** The stack after a token, if the token is no mistake and begins no error production. */
function fitting(stack: Stack, kind: Kind): Shifted | undefined {
  const after = stack.shift(kind)
  return after?.isMisplaced ? undefined : after
}

/** Between two brackets, a gap stands for what was deleted: `{}` would be a mistake of its own. */
function withGap(candidate: Candidate, at: number, kind: Kind): Candidate {
  const { stack, isOpen } = candidate
  if (!isOpen || !CLOSING.includes(kind) || expectedKinds(stack).has(Kind.Comma)) return candidate
  return inserted(
    candidate,
    at,
    filling(stack, (current) => expectedKinds(current).has(Kind.Comma)),
    0,
  )
}

/** The candidate after a token that follows. */
function shifted(candidate: Candidate, { stack, isMisplaced }: Shifted): Candidate {
  const isWrongRoot = isMisplaced && candidate.stack.below?.top === Kind.End
  const { cost, misplaced, last, changes, mistakes } = candidate
  // No spread: this runs once for each token and candidate.
  return {
    stack,
    cost: cost + (isWrongRoot ? MISPLACED_ROOT : 0),
    misplaced: misplaced + Number(isMisplaced || stack.isMisplaced),
    last,
    isOpen: false,
    changes,
    mistakes,
  }
}

/** The candidate after a change. Undefined if the new token cannot stand there. */
function changed(
  candidate: Candidate,
  at: number,
  removes: Edit["removes"],
  inserts: Kind | undefined,
  cost: number,
): Candidate | undefined {
  const { stack: before, isOpen: continues, last: previous } = candidate
  const after = inserts === undefined ? { stack: before, isMisplaced: false } : before.shift(inserts)
  return (
    after && {
      stack: after.stack,
      cost: candidate.cost + cost,
      // A gap is never reported, so it is no error in an error production either.
      misplaced: candidate.misplaced + Number(after.isMisplaced && inserts !== Kind.Missing),
      last: { at, removes, inserts, continues, before, previous },
      isOpen: true,
      changes: candidate.changes + 1,
      mistakes: candidate.mistakes + (continues ? 0 : 1),
    }
  )
}

/** The candidate after new tokens. */
function inserted(candidate: Candidate, at: number, kinds: readonly Kind[], cost: number): Candidate {
  return kinds.reduce(
    (current, kind, index) => changed(current, at, "nothing", kind, index === 0 ? cost : 0) as Candidate,
    candidate,
  )
}

/** The tokens that can be inserted, as sequences that fill one gap each. */
function insertionsAt(stack: Stack): readonly (readonly Kind[])[] {
  const expected = expectedKinds(stack)
  return INSERTABLE.filter((kind) => expected.has(kind)).flatMap((kind) => {
    if (OPENING.includes(kind) && stack.height > MAX_HEIGHT) return []
    if (kind === Kind.Colon) return [[kind], [kind, Kind.Missing]]
    // Brackets with nothing between them would be a mistake of their own.
    const isEmpty = CLOSING.includes(kind) && !expected.has(Kind.Comma)
    return [isEmpty ? filling(stack, (current) => current === stack.below) : [kind]]
  })
}

/** The tokens that complete what is open, up to a stack below. */
function filling(from: Stack, isComplete: (stack: Stack) => boolean): Kind[] {
  const kinds: Kind[] = []
  for (let stack = from; !isComplete(stack); ) {
    const expected = expectedKinds(stack)
    const kind = expected.has(Kind.Comma)
      ? (CLOSING.find((closing) => expected.has(closing)) as Kind)
      : expected.has(Kind.Colon)
        ? Kind.Colon
        : Kind.Missing
    kinds.push(kind)
    stack = (stack.shift(kind) as Shifted).stack
  }
  return kinds
}
