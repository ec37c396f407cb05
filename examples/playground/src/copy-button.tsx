import { useState } from "react"

interface Props {
  readonly label: string
  readonly text: () => string | Promise<string>
}

/** Copies a text, and says so. */
export function CopyButton({ label, text }: Props) {
  const [answer, setAnswer] = useState("")
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await text())
      setAnswer("Copied")
    } catch {
      setAnswer("The browser does not allow copying")
    }
    setTimeout(() => setAnswer(""), 2500)
  }
  return (
    <span className="copy">
      <button type="button" onClick={copy}>
        {label}
      </button>
      <span role="status">{answer}</span>
    </span>
  )
}
