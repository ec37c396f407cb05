/**
 * `URLSearchParams`, as the program's types declare it: those of the DOM or of Node. Without either, it is the
 * methods that read and extend a query.
 */
export type SearchParams = typeof globalThis extends { URLSearchParams: { prototype: infer Params } }
  ? Params
  : {
      append(name: string, value: string): void
      forEach(visit: (value: string, name: string) => void): void
      get(name: string): string | null
      getAll(name: string): string[]
      set(name: string, value: string): void
      toString(): string
    }
