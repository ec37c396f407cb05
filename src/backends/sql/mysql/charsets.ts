/** What is known of a character set of MySQL and MariaDB. */
export interface Charset {
  readonly name: string
  /** The texts that it has. */
  readonly texts: RegExp
}

/** All planes of Unicode. */
const ALL = /^/
/** Only the first plane: the other planes are pairs of surrogates in JavaScript. */
const FIRST_PLANE = /^[^\ud800-\udfff]*$/
const ASCII = /^[\0-\x7f]*$/
/** Windows-1252, whose five unused bytes are the control characters of ISO 8859-1 here. */
const LATIN1 = /^[\0-\x7f\x81\x8d\x8f\x90\x9d\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/

/** The character sets whose characters are known here. MySQL and MariaDB call utf8mb3 `utf8` too. */
const known: ReadonlyMap<string, Charset> = /* @__PURE__ */ (() =>
  new Map(
    (
      [
        ["utf8mb4", "utf8mb4", ALL],
        ["utf8mb3", "utf8mb3", FIRST_PLANE],
        ["utf8", "utf8mb3", FIRST_PLANE],
        ["latin1", "latin1", LATIN1],
        ["ascii", "ascii", ASCII],
      ] as const
    ).map(([prefix, name, texts]) => [prefix, { name, texts }]),
  ))()

/** Character sets whose columns are converted: which characters they have is not known here. */
const OTHERS =
  /^(?:armscii8|big5|cp125[0167]|cp850|cp852|cp866|cp932|dec8|eucjpms|euckr|gb18030|gb2312|gbk|geostd8|greek|hebrew|hp8|keybcs2|koi8[ru]|latin[257]|macce|macroman|sjis|swe7|tis620|ucs2|ujis|utf16|utf16le|utf32)$/

/** What a collation says of a column of texts. */
export interface CollationFacts {
  /** The column's character set, if it is known here. */
  readonly charset: Charset | undefined
  /** Whether only identical texts are equal, without padding, and ordered by code point. */
  readonly isExact: boolean
  /** Whether texts are equal that differ only in the case of letters from A to Z. */
  readonly foldsCase: boolean
}

/** Not the collations of languages: Turkish has two letters i, and Danish takes `aa` for a letter, but not `aA`. */
const FOLDS_CASE =
  /^(?:utf8mb[34]|utf8|latin1|ascii)_(?:general|unicode|unicode_520|swedish|0900_ai|0900_as|uca1400_ai|uca1400_as|uca1400_nopad_ai|uca1400_nopad_as)(?:_nopad)?_ci$/

/** What a collation's name says. Undefined if its character set is not known. */
export function collationFacts(name: string | undefined): CollationFacts | undefined {
  if (name === undefined || name === "nondeterministic" || name === "binary")
    return { charset: undefined, isExact: name === "binary", foldsCase: false }
  const [prefix = ""] = name.split("_")
  const charset = known.get(prefix)
  if (!/^\w+$/.test(name) || (charset === undefined && !OTHERS.test(prefix))) return undefined
  return {
    charset,
    isExact: /^utf8mb4_(?:0900|nopad)_bin$/.test(name),
    foldsCase: FOLDS_CASE.test(name),
  }
}

/** Whether every character set has the text. */
export function isAscii(text: string): boolean {
  return ASCII.test(text)
}
