import { mkdirSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { answers } from "./answers.ts"
import { startRegistry } from "./registry.ts"
import { consumers, node, run, tool } from "./run.ts"

const manifest = JSON.parse(readFileSync(tool("desk-filter/package.json"), "utf8"))
const oldest = node("20.19")
const yarn4 = [oldest, tool("@yarnpkg/cli-dist/bin/yarn.js")]

interface PackageManager {
  /** Installs the package. */
  readonly add: readonly string[]
  /** Runs a program. */
  readonly run: readonly string[]
  /** Files of its settings. */
  readonly files?: Readonly<Record<string, string>>
}

const managers: Readonly<Record<string, PackageManager>> = {
  npm: { add: ["npm", "install", "--engine-strict", "desk-filter"], run: [oldest] },
  "pnpm, with strict engines": {
    add: [oldest, tool("pnpm/bin/pnpm.cjs"), "add", "--engine-strict", "desk-filter"],
    run: [oldest],
  },
  "Yarn 1": { add: [oldest, tool("yarn/bin/yarn.js"), "add", "desk-filter"], run: [oldest] },
  "Yarn 4, with node_modules": {
    add: [...yarn4, "add", "desk-filter"],
    run: [oldest],
    files: { ".yarnrc.yml": "nodeLinker: node-modules\n" },
  },
  "Yarn 4, with Plug'n'Play": {
    add: [...yarn4, "add", "desk-filter"],
    run: [...yarn4, "node"],
    files: { ".yarnrc.yml": "nodeLinker: pnp\n" },
  },
  Bun: { add: [tool(".bin/bun"), "add", "desk-filter"], run: [tool(".bin/bun"), "run"] },
  Deno: { add: [tool(".bin/deno"), "add", "npm:desk-filter"], run: [tool(".bin/deno"), "run", "-A"] },
}

let registry: Awaited<ReturnType<typeof startRegistry>>
beforeAll(async () => {
  registry = await startRegistry(inject("tarball"), manifest)
})
afterAll(() => registry.stop())

/** Installs the package into a new project, which knows no registry but this one. Returns the folder and its variables. */
async function install({ add, files }: PackageManager) {
  const folder = consumers({
    "package.json": '{ "name": "consumer", "private": true }',
    ".npmrc": `registry=${registry.url}/\n`,
    ...files,
  })
  const home = join(folder, "home")
  mkdirSync(home)
  const env = {
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
    DENO_DIR: home,
    NPM_CONFIG_REGISTRY: registry.url,
    YARN_NPM_REGISTRY_SERVER: registry.url,
    YARN_UNSAFE_HTTP_WHITELIST: "127.0.0.1",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    YARN_ENABLE_TELEMETRY: "false",
  }
  await run(add, folder, env)
  return { folder, env }
}

describe.each(Object.entries(managers))("%s", (_, manager) => {
  test("installs the package for import and for require", async () => {
    const { folder, env } = await install(manager)
    for (const file of ["import.mjs", "require.cjs"])
      expect(JSON.parse(await run([...manager.run, file], folder, env)), file).toEqual(answers)
  })
})

test("npm installs one package", async () => {
  const { folder } = await install(managers.npm as PackageManager)
  const installed = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))
  expect(installed).toEqual(["desk-filter"])
})
