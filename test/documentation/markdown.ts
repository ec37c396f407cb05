import { readFileSync } from "node:fs"

const root = new URL("../../", import.meta.url)

/** A page without its blocks of code: brackets in code are not links. */
export function prose(page: URL): string {
  return readFileSync(page, "utf8").replaceAll(/^```[\s\S]*?^```$/gm, "")
}

/** The targets of the relative links of a page, as written. */
export function relativeLinks(page: string): string[] {
  return [...prose(new URL(page, root)).matchAll(/\]\((?!https?:)([^)]*)\)/g)].map(
    ([, target = ""]) => target,
  )
}
