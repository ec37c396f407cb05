// The package has types, but its package.json hides them from module resolution.
declare module "@ucast/sql" {
  interface Dialect {
    regexp(field: string, placeholder: string, ignoreCase: boolean): string
    paramPlaceholder(index: number): string
    escapeField(field: string): string
  }
  interface Options extends Dialect {
    readonly rootAlias: string
    joinRelation(relation: string): boolean
  }
  type Interpret = (
    condition: object,
    options: Options,
  ) => [sql: string, values: unknown[], relations: string[]]
  export const allInterpreters: object
  export const pg: Dialect
  export const sqlite: Dialect
  export function createSqlInterpreter(interpreters: object): Interpret
}
