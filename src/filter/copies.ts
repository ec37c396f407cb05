/** Returns something truthy if one copy of the package made the value as a filter. */
type Recognise = (value: unknown) => unknown

/** Where the copies of the package find each other: a bundle or a dependency may bring its own. */
const COPIES = "desk-filter"

let isAnnounced = false

/**
 * Lets the other copies recognise the filters of this one. Called with each filter, because a module that does something
 * when it is loaded stays in every bundle.
 */
export function announce(recognise: Recognise): void {
  if (isAnnounced) return
  isAnnounced = true
  // Not an assignment, which would throw where globals are frozen.
  Reflect.set(globalThis, Symbol.for(COPIES), [...copies(), recognise])
}

/** One entry for each copy that has made a filter. The list serves messages only, because any program can change it. */
export function copies(): readonly Recognise[] {
  return Reflect.get(globalThis, Symbol.for(COPIES)) ?? []
}
