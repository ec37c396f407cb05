/**
 * Writes the public types of each entry into test/package/api. With `--check`, it fails if these reports are
 * stale. A review then shows every change of the public types.
 */
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor"
import { publicNames } from "./entries.ts"

const root = new URL("../../", import.meta.url).pathname
const check = process.argv.includes("--check")

let stale = 0
for (const entry of Object.keys(publicNames)) {
  const name = entry.split("/")[1] ?? "index"
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: `${root}package.json`,
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: `${root}dist/${name}.d.ts`,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: "ES2022",
            lib: ["ES2023", "DOM"],
            types: [],
            strict: true,
            skipLibCheck: true,
          },
          include: ["dist"],
        },
      },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: `${name}.api.md`,
        reportFolder: `${root}test/package/api`,
        reportTempFolder: `${root}node_modules/.cache/api`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
        // Another test checks that every public name has documentation. Every export is public, so it needs no tag.
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  })
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: !check,
    messageCallback: (message) => {
      if (message.logLevel === ExtractorLogLevel.Verbose || message.logLevel === ExtractorLogLevel.Info)
        message.handled = true
    },
  })
  if (apiReportChanged) stale++
}
console.log(
  stale === 0
    ? "The API reports are up to date"
    : `API reports ${check ? "out of date" : "written"}: ${stale}${check ? ". Run npm run api" : ""}`,
)
if (check && stale > 0) process.exitCode = 1
