/**
 * What to write instead of a value in another notation: the value, and what a hint says about it; or a hint alone, if
 * several values may be meant.
 */
export type ValueAdvice = string | { readonly write: string; readonly because?: string }

/** The advice as a hint. */
export function hintOf(advice: ValueAdvice | undefined): string | undefined {
  return typeof advice === "object" ? `write ${advice.write}${advice.because ?? ""}` : advice
}
