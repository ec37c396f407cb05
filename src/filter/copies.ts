/** Returns something truthy if one copy of the package made the value as a filter. */
type Recognise = (value: unknown) => unknown

/** Where the copies of the package find each other: a bundle or a dependency may bring its own. */
const COPIES = Symbol.for("desk-filter")

/** One entry for each copy. The list serves messages only, because any program can change it. */
export const copies: Recognise[] = Reflect.get(globalThis, COPIES) ?? []

// Not an assignment, which would throw where globals are frozen.
Reflect.set(globalThis, COPIES, copies)
