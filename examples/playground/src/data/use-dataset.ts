import { useEffect, useMemo, useState } from "react"
import type { FieldEdits, Source } from "../state/state.ts"
import type { Dataset } from "./dataset.ts"
import type { Imported } from "./import/index.ts"
import { samples } from "./samples.ts"

type Importer = typeof import("./import/index.ts")

export interface CurrentData {
  /** Undefined until the importer is loaded. */
  readonly dataset: Dataset | undefined
  readonly imported: Imported | undefined
}

/** The data of the state. The importer is loaded for the first pasted text. */
export function useDataset(source: Source, edits: FieldEdits): CurrentData {
  const [importer, setImporter] = useState<Importer>()
  const isPasted = source.kind === "pasted"
  useEffect(() => {
    if (isPasted) void import("./import/index.ts").then((module) => setImporter(module))
  }, [isPasted])
  return useMemo(() => {
    if (source.kind === "sample") return { dataset: samples[source.name], imported: undefined }
    const imported = importer?.importText(source.text, edits)
    return { dataset: imported, imported }
  }, [source, edits, importer])
}
