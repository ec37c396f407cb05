import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./app.tsx"
import { readFragment } from "./state/fragment.ts"
import "./styles/colors.css"
import "./styles/page.css"

const root = document.getElementById("root")
if (root === null) throw new Error("The page has no element with the id root")

// The first state comes from the link, so that the editor does not first show another text.
const restored = await readFragment(location.hash)
createRoot(root).render(
  <StrictMode>
    <App restored={restored} />
  </StrictMode>,
)
