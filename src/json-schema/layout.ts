/** Where the schema of a filter and its definitions are in a document, and who reads the document. */
export interface Layout {
  /** The reference to the schema of a filter. */
  readonly filter: string
  /** The reference to a definition. */
  readonly definition: (name: string) => string
  /** Whether a description beside a reference counts. Draft 07 ignores it. */
  readonly describesReferences: boolean
  /**
   * Whether editors read it: they show the innermost description, and report every keyword that a text violates. Other
   * programs find descriptions in the definitions too, and not all of them know `if`.
   */
  readonly forEditors: boolean
}

/** The definitions are in the schema, under `$defs`. */
export function inside(filter: string, forEditors = false): Layout {
  return {
    filter,
    definition: (name) => `${filter}/$defs/${name}`,
    describesReferences: true,
    forEditors,
  }
}

/** The definitions have the location of the schema, continued with their names: `CustomerFilterInteger`. */
export function beside(filter: string): Layout {
  return {
    filter,
    definition: (name) => filter + pascalCase(name),
    describesReferences: true,
    forEditors: false,
  }
}

/** The name of a definition as a part of a longer name. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The schema is a document of draft 07. */
export const draft07: Layout = {
  filter: "#",
  definition: (name) => `#/definitions/${name}`,
  describesReferences: false,
  forEditors: false,
}
