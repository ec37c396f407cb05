import { misplaced as misplacedNonterminals, Nonterminal, productions } from "../generated/parse-table.ts"
import { Kind } from "../scanner.ts"

/** A kind of token or a nonterminal. */
export type GrammarSymbol = Kind | Nonterminal

/**
 * What the rest of a text must consist of, from the top down: the stack of an LL(1) automaton. Equal stacks are the same
 * object, because `push` returns the stack that it returned before.
 */
export class Stack {
  readonly #pushed = new Map<GrammarSymbol, Stack>()
  readonly #shifted = new Map<Kind, Shifted | undefined>()
  readonly height: number
  /** Whether the text is inside of an error production. */
  readonly isMisplaced: boolean

  private constructor(
    readonly top: GrammarSymbol,
    readonly below: Stack | undefined,
  ) {
    this.height = below === undefined ? 0 : below.height + 1
    this.isMisplaced = misplaced.has(top) || (below?.isMisplaced ?? false)
  }

  /** The stack for a whole text. Below the end of the text is a symbol that nothing matches. */
  static start(): Stack {
    return new Stack(Kind.Invalid, undefined).push(Kind.End).push(Nonterminal.filter)
  }

  push(symbol: GrammarSymbol): Stack {
    return computed(this.#pushed, symbol, () => new Stack(symbol, this))
  }

  /** The stack after a token of this kind. Undefined if such a token is a syntax error. */
  shift(kind: Kind): Shifted | undefined {
    return computed(this.#shifted, kind, () => shift(this, kind))
  }
}

/** A stack after a token. */
export interface Shifted {
  readonly stack: Stack
  /** Whether the token begins an error production. */
  readonly isMisplaced: boolean
}

function shift(stack: Stack, kind: Kind): Shifted | undefined {
  let isMisplaced = false
  let { top, below } = stack
  while (below !== undefined && !isKind(top)) {
    const production = predict(top).get(kind)
    if (production === undefined) return undefined
    const [first, ...rest] = production
    // An error production inside another one is no further error.
    isMisplaced ||= misplaced.has(first) && !misplaced.has(top)
    below = rest.reduceRight<Stack>((stack, symbol) => stack.push(symbol), below)
    top = first
  }
  return below !== undefined && top === kind ? { stack: below, isMisplaced } : undefined
}

/** The value of a key, computed only once. */
export function computed<Key, Value>(values: Map<Key, Value>, key: Key, compute: (key: Key) => Value): Value {
  if (!values.has(key)) values.set(key, compute(key))
  return values.get(key) as Value
}

/** Whether a string here would be the name of a member. */
export function isAtName(stack: Stack): boolean {
  return stack.shift(Kind.String)?.stack.top === Kind.Colon
}

/** The kinds of tokens that may come next. */
export function expectedKinds({ top }: Stack): ReadonlySet<Kind> {
  return isKind(top) ? new Set([top]) : new Set(predict(top).keys())
}

export function isKind(symbol: GrammarSymbol): symbol is Kind {
  return symbol <= Kind.Missing
}

const misplaced: ReadonlySet<GrammarSymbol> = /* @__PURE__ */ new Set<GrammarSymbol>(misplacedNonterminals)

const FIRST = Nonterminal.filter

type Production = readonly [GrammarSymbol, ...GrammarSymbol[]]

const predictions = /* @__PURE__ */ new Map<Nonterminal, ReadonlyMap<Kind, Production>>()

/** The production of a nonterminal for each kind of token that it can begin with. */
export function predict(nonterminal: Nonterminal): ReadonlyMap<Kind, Production> {
  return computed(
    predictions,
    nonterminal,
    () =>
      new Map(
        (productions[nonterminal - FIRST] ?? []).flatMap((production) =>
          firstKinds(production[0]).map((kind) => [kind, production] as const),
        ),
      ),
  )
}

function firstKinds(symbol: GrammarSymbol): readonly Kind[] {
  return isKind(symbol) ? [symbol] : [...predict(symbol).keys()]
}
