import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    typecheck: { include: ["test/**/*.test-d.ts"] },
    // PGlite takes some seconds to start, and machines are slow at times.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
