/**
 * Compares strings by Unicode code point: negative, zero or positive. JavaScript's `<` compares
 * UTF-16 units, which puts U+FFFD after U+1F600; UTF-8 databases do not.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** A place for a UTF-16 unit such that surrogates, which stand for U+10000 and above, come last. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** Folds the ASCII letters A to Z to a to z, and nothing else. */
export function foldAscii(text: string): string {
  if (!/[A-Z]/.test(text)) return text
  // In a text of ASCII alone there is nothing else that toLowerCase could fold.
  return /[^\0-\x7f]/.test(text)
    ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    : text.toLowerCase()
}

/** Whether the text is a sequence of Unicode scalar values: no half of a surrogate pair stands alone. */
export function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text)
}
