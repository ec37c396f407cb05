/**
 * Compares strings by Unicode code point, as databases compare UTF-8. The result is negative, zero or positive.
 * JavaScript's `<` compares UTF-16 units instead, so U+FFFD comes after U+1F600.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return codePointRank(x) - codePointRank(y)
  }
  return a.length - b.length
}

/** A rank for a UTF-16 unit. Surrogates come last, because they encode U+10000 and above. */
export function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** Replaces the ASCII letters A to Z by a to z. All other characters stay. */
export function foldAscii(text: string): string {
  if (!/[A-Z]/.test(text)) return text
  // toLowerCase also folds other letters, so it is only used on ASCII.
  return /[^\0-\x7f]/.test(text)
    ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    : text.toLowerCase()
}

/** Whether the text is a sequence of Unicode scalar values, so it has no lone surrogate. */
export function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text)
}
