/** How each message about a record begins. */
const FOUND = /^(?:The value of \S+ in a record|A record(?: of \S+)?) is (?:an? |null|undefined)/

/** The answer to a record, or the message of its rejection, which names the field and the form found. */
export function outcome<Answer>(answer: () => Answer): Answer | string {
  try {
    return answer()
  } catch (error) {
    if (error instanceof TypeError && FOUND.test(error.message)) return error.message
    throw error
  }
}
