import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import shared from "../../vitest.config.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The suite of `npm run test:tools`: other programs read the JSON Schema and the OpenAPI of filters. */
export default defineConfig({
  ...shared,
  root: here("../.."),
  test: {
    ...shared.test,
    include: ["test/json-schema-tools/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: here("setup.ts"),
  },
})
