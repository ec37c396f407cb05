import { type SpawnSyncReturns, type StdioOptions, spawnSync } from "node:child_process"
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "tsup"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import configurations from "../../tsup.config.ts"

const root = new URL("../../", import.meta.url).pathname
const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"))
// Vitest turns on colours in child processes.
const environment = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined }

/** The output and the exit code of the program. */
function seen({ stdout, stderr, status }: SpawnSyncReturns<string>) {
  return { stdout, stderr, status }
}

/** Calls for both the source and the build: name, arguments, standard input and expected result. */
const calls: [name: string, args: string[], input: string, expected: ReturnType<typeof seen>][] = [
  [
    "an argument",
    ["query", "--schema", "customers", '{"state":{"$eq":"active"}}'],
    "",
    { stdout: '{"state":"active"}\n', stderr: "", status: 0 },
  ],
  [
    "standard input",
    ["query", "--schema", "customers"],
    '\ufeff{ "state": "İstanbul" }\n',
    { stdout: '{"state":"İstanbul"}\n', stderr: "", status: 0 },
  ],
  [
    "a schema of a module",
    ["sql", "--schema", "./schemas.js#articles", "--dialect", "sqlite", '{"title":"News"}'],
    "",
    { stdout: '`title` = ? COLLATE NOCASE\n["News"]\n', stderr: "", status: 0 },
  ],
  [
    "a filter that is not valid",
    ["check", "--schema", "./by-default.js"],
    '{"status":"gone"}',
    {
      stdout: "",
      stderr:
        'invalid-value: Field status expects one of "draft", "published", not "gone"\n' +
        '1 | {"status":"gone"}\n' +
        "  |           ^^^^^^\n",
      status: 1,
    },
  ],
  [
    "no filter",
    ["check", "--schema", "customers"],
    "",
    {
      stdout: "",
      stderr: "usage: No filter given\n  hint: pass it as an argument in quotes, or through standard input\n",
      status: 2,
    },
  ],
  ["the version", ["--version"], "", { stdout: `${manifest.version}\n`, stderr: "", status: 0 }],
]

describe("the source", () => {
  test.each(calls)("%s", (_, args, input, expected) => {
    const tsx = import.meta.resolve("tsx")
    const result = spawnSync(process.execPath, ["--import", tsx, `${root}cli/main.ts`, ...args], {
      cwd: import.meta.dirname,
      env: { ...environment, TSX_TSCONFIG_PATH: `${root}tsconfig.json` },
      encoding: "utf8",
      input,
    })
    expect(seen(result)).toEqual(expected)
  })
})

describe("the build, installed in a project", () => {
  const project = mkdtempSync(join(tmpdir(), "desk-filter-"))
  const installed = join(project, "node_modules", "desk-filter")
  const command = join(project, "node_modules", ".bin", "desk-filter")

  beforeAll(async () => {
    mkdirSync(installed, { recursive: true })
    copyFileSync(`${root}package.json`, join(installed, "package.json"))
    if (!Array.isArray(configurations))
      throw new Error("tsup.config.ts must export a list: one build of the library, one of the command")
    for (const configuration of configurations) {
      await build({
        ...configuration,
        config: false,
        dts: false,
        silent: true,
        outDir: join(installed, "dist"),
      })
    }
    // npm links executables in the same way.
    mkdirSync(join(project, "node_modules", ".bin"))
    symlinkSync(join(installed, manifest.bin["desk-filter"]), command)
    for (const name of ["schemas.js", "by-default.js"])
      copyFileSync(join(import.meta.dirname, name), join(project, name))
    writeFileSync(join(project, "package.json"), '{"type":"module"}')
  })
  afterAll(() => rmSync(project, { recursive: true, force: true }))

  test.each(calls)("%s", (_, args, input, expected) => {
    const result = spawnSync(command, args, { cwd: project, env: environment, encoding: "utf8", input })
    expect(seen(result)).toEqual(expected)
  })

  test.each([
    ["standard output", ["schema", "customers"], ["ignore", "full", "pipe"]],
    ["standard error", ["check", "--schema", "customers", "{"], ["ignore", "pipe", "full"]],
  ])("a %s that cannot be written is one line, and exit code 3", (_, args, streams) => {
    const full = openSync("/dev/full", "w")
    const stdio = streams.map((stream) => (stream === "full" ? full : stream)) as StdioOptions
    const { stdout, stderr, status } = spawnSync(command, args, {
      cwd: project,
      env: environment,
      stdio,
      encoding: "utf8",
    })
    closeSync(full)
    // Without standard error, only the exit code is left.
    const told = stderr ?? "The output cannot be written: ENOSPC: no space left on device, write\n"
    expect({ told, stdout: stdout ?? "", status }).toEqual({
      told: "The output cannot be written: ENOSPC: no space left on device, write\n",
      stdout: "",
      status: 3,
    })
  })

  test("a directory as standard input cannot be read", () => {
    const directory = openSync(project, "r")
    const { stderr, status } = spawnSync(command, ["check", "--schema", "customers"], {
      cwd: project,
      env: environment,
      stdio: [directory, "pipe", "pipe"],
      encoding: "utf8",
    })
    closeSync(directory)
    expect([stderr, status]).toEqual([
      "Standard input cannot be read: EISDIR: illegal operation on a directory, read\n",
      3,
    ])
  })

  test.each([
    ["schema tickets", 0],
    // The first write fails, and there are many more.
    ["check --schema tickets --lines --json", 1],
  ])("a reader that closes the pipe early is no error: %s", (args, exitCode) => {
    const line = `'${command}' ${args}; echo "exit $?" >&2`
    const { stderr } = spawnSync("sh", ["-c", `{ ${line}; } | true`], {
      cwd: project,
      env: environment,
      encoding: "utf8",
      input: '{"ix":1}\n'.repeat(1000),
    })
    expect(stderr).toBe(`exit ${exitCode}\n`)
  })

  test("imports the library instead of bundling a second copy", () => {
    const built = readFileSync(join(installed, "dist", "cli.js"), "utf8")
    expect(built.startsWith("#!/usr/bin/env node\n")).toBe(true)
    const imported = [...built.matchAll(/ from "(desk-filter.*)"/g)].map(([, name]) => name)
    expect([...new Set(imported)].sort()).toEqual([
      "desk-filter",
      "desk-filter/analysis",
      "desk-filter/desk",
      "desk-filter/query-string",
      "desk-filter/sql",
    ])
  })
})
