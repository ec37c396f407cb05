const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
}

/** The text that a JSON string stands for, given with its quotes. The lexer has made sure of its form. */
export function decodeString(image: string): string {
  let backslash = image.indexOf("\\")
  if (backslash === -1) return image.slice(1, -1)
  let text = ""
  let from = 1
  while (backslash !== -1) {
    text += image.slice(from, backslash)
    const letter = image.charAt(backslash + 1)
    if (letter === "u") {
      text += String.fromCharCode(Number.parseInt(image.slice(backslash + 2, backslash + 6), 16))
      from = backslash + 6
    } else {
      text += ESCAPES[letter]
      from = backslash + 2
    }
    backslash = image.indexOf("\\", from)
  }
  return text + image.slice(from, -1)
}
