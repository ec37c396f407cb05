import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")

test(".editorconfig agrees with biome.json", () => {
  const [, section = ""] = read(".editorconfig").split(/^\[\*\]$/m)
  const [everyFile = ""] = section.split(/^\[/m)
  const settings = Object.fromEntries(
    [...everyFile.matchAll(/^(\w+) = (.*)$/gm)].map(([, name, value]) => [name, value]),
  )
  const { indentStyle, indentWidth, lineWidth } = JSON.parse(read("biome.json")).formatter
  expect(settings).toMatchObject({
    indent_style: indentStyle,
    indent_size: String(indentWidth),
    max_line_length: String(lineWidth),
    // Biome's default.
    end_of_line: "lf",
  })
})
