const FORM = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const FORM_IN_ANY_CASE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether the text is a UUID as RFC 9562 writes it, in lower case. */
export function isLowerCaseUuid(text: string): boolean {
  return FORM.test(text)
}

/** The lower-case spelling of a UUID that is written as in RFC 9562. Undefined for another text. */
export function canonicalUuid(text: string): string | undefined {
  if (isLowerCaseUuid(text)) return text
  return FORM_IN_ANY_CASE.test(text) ? text.toLowerCase() : undefined
}
