import { Session } from "node:inspector"

/** Built-in functions that read or move all items of an array, or all letters of a text. */
const passes: readonly (readonly [owner: object, names: readonly string[]])[] = [
  [
    Array.prototype,
    [
      ...[
        "concat",
        "copyWithin",
        "every",
        "fill",
        "filter",
        "find",
        "findIndex",
        "findLast",
        "findLastIndex",
      ],
      ...["flat", "flatMap", "forEach", "includes", "indexOf", "join", "lastIndexOf", "map", "reduce"],
      ...[
        "reduceRight",
        "reverse",
        "shift",
        "slice",
        "some",
        "sort",
        "splice",
        "toSorted",
        "unshift",
        "with",
      ],
    ],
  ],
  [
    Object.getPrototypeOf(Uint8Array.prototype),
    [
      ...["copyWithin", "every", "fill", "filter", "find", "findIndex", "forEach", "includes", "indexOf"],
      ...["join", "lastIndexOf", "map", "reduce", "reverse", "set", "slice", "some", "sort", "toSorted"],
    ],
  ],
  [String.prototype, ["includes", "indexOf", "replace", "replaceAll", "split", "toLowerCase", "toUpperCase"]],
]

/** How many items a call reads or moves. */
type Cost = (self: { readonly length: number }, values: readonly unknown[]) => number

/** Functions that take a first and a last place, and pass over what is between them. */
const partial: Readonly<Record<string, Cost>> = {
  copyWithin: ({ length }, [, start, end]) => between(length, start, end),
  fill: ({ length }, [, start, end]) => between(length, start, end),
  slice: ({ length }, [start, end]) => between(length, start, end),
}

function between(length: number, start: unknown, end: unknown): number {
  const place = (index: number) => Math.min(Math.max(index < 0 ? length + index : index, 0), length)
  return Math.max(place(Number(end ?? length)) - place(Number(start ?? 0)), 0)
}

/** What loops, spreads and constructors call for each item. */
const iterators: readonly object[] = [[], new Map(), new Set()].map((one) =>
  Object.getPrototypeOf(one[Symbol.iterator]()),
)

/**
 * How much a function does: how many blocks of code run, such as the body of a loop, and how many items and letters
 * built-in functions read. It does not depend on the machine. V8 counts all blocks only of functions that it compiles
 * after the counting started, and only in a process with the flag --no-opt.
 */
export type WorkOf = (run: () => unknown) => number

/** Starts counting in this process, until it ends. */
export function startCounting(): WorkOf {
  let passed = 0
  const replace = (owner: object, name: string, cost: Cost) => {
    const original: (...values: unknown[]) => unknown = Reflect.get(owner, name)
    Reflect.set(owner, name, function (this: { readonly length: number }, ...values: unknown[]) {
      passed += cost(this, values)
      return Reflect.apply(original, this, values)
    })
  }
  for (const [owner, names] of passes)
    for (const name of names)
      if (name in owner) replace(owner, name, partial[name] ?? (({ length }) => length))
  for (const iterator of iterators) replace(iterator, "next", () => 1)

  const session = new Session()
  session.connect()
  session.post("Profiler.enable")
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true })
  return (run) => {
    blocksRun(session)
    passed = 0
    run()
    const work = passed
    return work + blocksRun(session)
  }
}

interface Script {
  readonly url: string
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
}

/** The blocks that ran since the last call, without those of Node. */
function blocksRun(session: Session): number {
  let scripts: readonly Script[] = []
  session.post("Profiler.takePreciseCoverage", (error, { result }) => {
    if (error) throw error
    scripts = result
  })
  let blocks = 0
  for (const { url, functions } of scripts)
    if (!url.startsWith("node:"))
      for (const { ranges } of functions) for (const { count } of ranges) blocks += count
  return blocks
}
