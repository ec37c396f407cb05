import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import shared from "../../vitest.config.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The suite of `npm run test:installations`: it installs the packed package as its users do. */
export default defineConfig({
  ...shared,
  root: here("../.."),
  // Its programs import the package, not the sources.
  resolve: {},
  test: {
    ...shared.test,
    include: ["test/installations/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/installations/jest/**"],
    globalSetup: here("setup.ts"),
    // Most of the time goes to other processes.
    maxConcurrency: 3,
    sequence: { concurrent: true },
  },
})
