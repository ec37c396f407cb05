const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/** Folds only ASCII letters, which lower() does in hardly any database. For databases that have translate(). */
export function foldByTranslate(text: string): string {
  return `translate(${text}, '${UPPER}', '${UPPER.toLowerCase()}')`
}
