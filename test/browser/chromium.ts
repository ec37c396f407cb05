/** Debian's Chromium. */
export const chromiumPath = "/usr/bin/chromium"

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
