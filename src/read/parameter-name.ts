/**
 * Returns whether a name is a parameter in another spelling: its first word is the same, with or without an "s" at its
 * end. A word consists of letters and digits. Case, accents, forms of a letter and characters that do not show make no
 * difference. What stands between separators of addresses counts as a name of its own.
 *
 * Other spellings of `filter` are `Filter`, `filters`, `filter[state]`, `filter.state`, `filter[]`, `$filter` and `amp;filter`, but not
 * `filtered`, `filterId` or `my_filter`.
 */
export function otherSpellingsOf(parameter: string): (name: string) => boolean {
  const word = firstWord(parameter)
  return (name) => name.split(/[?&#;/]/).some((part) => firstWord(part) === word)
}

/** Whether a name is the text of a filter: its parameter and the equals sign are missing. */
export function isFilterText(name: string): boolean {
  return /^[?\s"'[(]*(?:\{|%7b)|^\[object /i.test(name)
}

function firstWord(name: string): string | undefined {
  const plain = name
    .normalize("NFKD")
    // Upper case first: the dotless i and the long s are letters of their own in lower case only.
    .toUpperCase()
    .toLowerCase()
    .replace(/(?![\t-\r])[\p{M}\p{C}\p{DI}]+/gu, "")
  return /[\p{L}\p{N}]+/u.exec(plain)?.[0].replace(/s$/, "")
}
