const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/** Folds only ASCII letters, which lower() does in hardly any database. For databases that have translate(). */
export function foldByTranslate(text: string): string {
  return `translate(${text}, '${UPPER}', '${UPPER.toLowerCase()}')`
}

/** Folds only ASCII letters in databases that have REPLACE() and no translate(). */
export function foldByReplace(text: string): string {
  return [...UPPER].reduce(
    (inner, letter) => `REPLACE(${inner}, '${letter}', '${letter.toLowerCase()}')`,
    text,
  )
}
