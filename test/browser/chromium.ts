import { existsSync } from "node:fs"

/** Debian's Chromium, or the Chrome of a machine that has it in place of Chromium. */
export const chromiumPath = existsSync("/usr/bin/google-chrome")
  ? "/usr/bin/google-chrome"
  : "/usr/bin/chromium"

/** For a network that is closed: the browser asks nobody for updates. */
export const chromiumFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]
