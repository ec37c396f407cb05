import { expect, test } from "vitest"
import { releaseOf } from "./changelog.ts"

const changelog = `# Changelog

## [Unreleased]

### Added

- Something.

## [1.2.0] - 2024-02-29

### Fixed

- \`$in\` accepts [1.1.0] in a text.

## [1.1.0] - 2024-01-31

## [1.0.0]

- Everything.
`

test("finds the date and the text of a version", () => {
  expect(releaseOf(changelog, "1.2.0")).toEqual({
    date: "2024-02-29",
    text: "### Fixed\n\n- `$in` accepts [1.1.0] in a text.",
  })
})

test.each(["1.1.0", "1.0.0", "Unreleased", "0.9.0", "1.2"])("finds no release %s", (version) => {
  expect(releaseOf(changelog, version)).toBeUndefined()
})
