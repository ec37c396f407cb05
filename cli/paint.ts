/** Adds colours to text, or returns it unchanged. */
export interface Paint {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  cyan(text: string): string
}

/** Wraps text in the ECMA-48 escape sequences that set and unset one attribute. */
const sgr = (set: number, unset: number) => (text: string) => `\u001b[${set}m${text}\u001b[${unset}m`
const unchanged = (text: string) => text

export const colours: Paint = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  green: sgr(32, 39),
  cyan: sgr(36, 39),
}

export const noColours: Paint = {
  bold: unchanged,
  dim: unchanged,
  red: unchanged,
  green: unchanged,
  cyan: unchanged,
}

/**
 * Chooses whether to use colours. `--color` and `--no-color` come first, then FORCE_COLOR (https://force-color.org)
 * and NO_COLOR (https://no-color.org). Without any of them, colours appear on terminals that support them.
 */
export function choosePaint(
  option: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): Paint {
  return (option ?? environmentChoice(env) ?? (terminal && env.TERM !== "dumb")) ? colours : noColours
}

/** Reads the choice from the environment. Both variables count only if they are not empty. */
function environmentChoice({
  FORCE_COLOR,
  NO_COLOR,
}: Readonly<Record<string, string | undefined>>): boolean | undefined {
  // Node.js reads 0 and false in the same way.
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false"
  return NO_COLOR ? false : undefined
}
