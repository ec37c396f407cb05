/** Puts text in colours, or leaves it as it is. */
export interface Paint {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  cyan(text: string): string
}

/** An escape sequence of ECMA-48: set one attribute, and afterwards unset it. */
const sgr = (set: number, unset: number) => (text: string) => `\u001b[${set}m${text}\u001b[${unset}m`
const asIs = (text: string) => text

export const colours: Paint = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  green: sgr(32, 39),
  cyan: sgr(36, 39),
}

export const noColours: Paint = { bold: asIs, dim: asIs, red: asIs, green: asIs, cyan: asIs }

/**
 * Chooses whether to use colours: as `--color` and `--no-color` say, else as FORCE_COLOR
 * (https://force-color.org) and NO_COLOR (https://no-color.org) say, else on terminals that know them.
 */
export function choosePaint(
  option: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): Paint {
  return (option ?? wanted(env) ?? (terminal && env.TERM !== "dumb")) ? colours : noColours
}

/** What the environment says; both variables count only when they are not empty. */
function wanted({
  FORCE_COLOR,
  NO_COLOR,
}: Readonly<Record<string, string | undefined>>): boolean | undefined {
  // Node itself reads 0 and false so.
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false"
  return NO_COLOR ? false : undefined
}
