/** Where the schema of a filter and its definitions are in a document. */
export interface Layout {
  /** The reference to the schema of a filter. */
  readonly filter: string
  /** The reference to a definition. */
  readonly definition: (name: string) => string
  /** Whether a description beside a reference counts. Draft 07 ignores it. */
  readonly describesReferences: boolean
  /** Whether definitions have descriptions. Editors show them instead of that of the field or the operator. */
  readonly describesDefinitions: boolean
}

/** The definitions are in the schema, under `$defs`. */
export function inside(filter: string): Layout {
  return {
    filter,
    definition: (name) => `${filter}/$defs/${name}`,
    describesReferences: true,
    describesDefinitions: false,
  }
}

/** The definitions have the location of the schema, continued with their names: `CustomerFilterInteger`. */
export function beside(filter: string): Layout {
  return {
    filter,
    definition: (name) => filter + pascalCase(name),
    describesReferences: true,
    describesDefinitions: true,
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
  describesDefinitions: false,
}
