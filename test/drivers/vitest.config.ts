import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import shared from "../../vitest.config.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The suite of `npm run test:drivers`: drivers, query builders and ORMs run the SQL of filters. */
export default defineConfig({
  ...shared,
  root: here("../.."),
  test: {
    ...shared.test,
    include: ["test/drivers/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: here("start.ts"),
    // A driver may set what another one reads, such as the parsers of pg.
    isolate: true,
  },
})
